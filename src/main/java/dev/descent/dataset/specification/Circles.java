package dev.descent.dataset.specification;

import java.util.List;
import java.util.Objects;

import com.fasterxml.jackson.annotation.JsonTypeName;
import dev.descent.dataset.Dataset;
import dev.descent.engine.random.RandomStream;
import dev.descent.reference.Reference;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/**
 * A circle inside another, evenly spaced along each, as in scikit-learn's {@code
 * make_circles} (Pedregosa et al., 2011). Class 0 is the outer one.
 */
@JsonTypeName("circles")
@Reference(formula = "(r cos a, r sin a) with r = 1 for class 0 and r = factor for class 1; a evenly around",
		latex = "x = r\\,(\\cos a, \\sin a),\\quad r \\in \\{1, \\text{factor}\\}",
		source = "scikit-learn, make_circles")
@Schema(description = "A circle inside another of radius 1.")
public record Circles(
		@Min(2) @Max(Dataset.MOST_SAMPLES) @Schema(description = Descriptions.SAMPLES, example = "100") Integer samples,
		@DecimalMin("0.01") @DecimalMax("0.99") @Schema(
				description = "Radius of the inner circle, where that of the outer one is 1.",
				example = "0.5") Double factor,
		@DecimalMin("0") @DecimalMax("10") @Schema(description = Descriptions.INPUT_NOISE,
				example = "0.1") Double noise,
		@DecimalMin("0") @DecimalMax("1") @Schema(description = Descriptions.LABEL_NOISE,
				example = "0.05") Double labelNoise,
		@Size(max = 20) @Schema(description = Descriptions.CLASS_BALANCE,
				example = "[3, 1]") @Nullable List<@NotNull @DecimalMin("0.001") @DecimalMax("1000") Double> classBalance,
		@Schema(description = Descriptions.SEED, example = "42") @Nullable Long seed)
		implements
			SyntheticClassification {

	public Circles {
		samples = Objects.requireNonNullElse(samples, 100);
		factor = Objects.requireNonNullElse(factor, 0.5);
		noise = Objects.requireNonNullElse(noise, 0.1);
		labelNoise = Objects.requireNonNullElse(labelNoise, 0.0);
	}

	@Override
	public Circles withSeed(long seed) {
		return (this.seed != null) ? this : new Circles(samples, factor, noise, labelNoise, classBalance, seed);
	}

	@Override
	public int classCount() {
		return 2;
	}

	@Override
	public Placement placement(RandomStream layout) {
		return (label, index, count, random, point) -> {
			double radius = (label == 0) ? 1 : factor;
			double angle = 2 * Math.PI * index / count;
			point[0] = radius * StrictMath.cos(angle);
			point[1] = radius * StrictMath.sin(angle);
		};
	}

}
