package dev.descent.dataset.specification;

import java.util.List;
import java.util.Objects;

import com.fasterxml.jackson.annotation.JsonTypeName;
import dev.descent.dataset.Dataset;
import dev.descent.engine.random.RandomStream;
import dev.descent.reference.Level;
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
 * Concentric circles with equal gaps, class 0 innermost.
 */
@JsonTypeName("rings")
@Reference(level = Level.ADVANCED, formula = "(r cos a, r sin a) with r = (class + 1) / rings; a evenly around",
		latex = "x = r_k\\,(\\cos a, \\sin a),\\quad r_k = (k+1)/K",
		source = "scikit-learn, make_circles, for any number of circles")
@Schema(description = "Concentric circles, a class each, the outermost of radius 1.")
public record Rings(
		@Min(2) @Max(Dataset.MOST_SAMPLES) @Schema(description = Descriptions.SAMPLES, example = "100") Integer samples,
		@Min(2) @Max(10) @Schema(description = "Number of circles, which is the number of classes.",
				example = "3") Integer rings,
		@DecimalMin("0") @DecimalMax("10") @Schema(description = Descriptions.INPUT_NOISE,
				example = "0.04") Double noise,
		@DecimalMin("0") @DecimalMax("1") @Schema(description = Descriptions.LABEL_NOISE,
				example = "0.05") Double labelNoise,
		@Size(max = 20) @Schema(description = Descriptions.CLASS_BALANCE,
				example = "[3, 2, 1]") @Nullable List<@NotNull @DecimalMin("0.001") @DecimalMax("1000") Double> classBalance,
		@Schema(description = Descriptions.SEED, example = "42") @Nullable Long seed)
		implements
			SyntheticClassification {

	public Rings {
		samples = Objects.requireNonNullElse(samples, 100);
		rings = Objects.requireNonNullElse(rings, 3);
		noise = Objects.requireNonNullElse(noise, 0.04);
		labelNoise = Objects.requireNonNullElse(labelNoise, 0.0);
	}

	@Override
	public Rings withSeed(long seed) {
		return (this.seed != null) ? this : new Rings(samples, rings, noise, labelNoise, classBalance, seed);
	}

	@Override
	public int classCount() {
		return rings;
	}

	@Override
	public Placement placement(RandomStream layout) {
		return (label, index, count, random, point) -> {
			double radius = (label + 1.0) / rings;
			double angle = 2 * Math.PI * index / count;
			point[0] = radius * StrictMath.cos(angle);
			point[1] = radius * StrictMath.sin(angle);
		};
	}

}
