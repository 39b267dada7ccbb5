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
 * The standard normal distribution of the plane, cut by circles into rings of equal
 * probability, class 0 innermost. The squared radius is exponentially distributed, so its
 * quantile function is {@code -2 log(1 - share)}.
 */
@JsonTypeName("gaussian_quantiles")
@Reference(level = Level.ADVANCED, formula = "x standard normal; class = floor(classes (1 - exp(-|x|^2 / 2)))",
		latex = "y = \\lfloor K (1 - e^{-\\lVert x \\rVert^2/2}) \\rfloor,\\quad x \\sim \\mathcal{N}(0, I)",
		source = "scikit-learn, make_gaussian_quantiles")
@Schema(description = "A round Gaussian cloud cut into rings of equal probability, a class each.")
public record GaussianQuantiles(
		@Min(2) @Max(Dataset.MOST_SAMPLES) @Schema(description = Descriptions.SAMPLES, example = "100") Integer samples,
		@Min(2) @Max(10) @Schema(description = "Number of classes.", example = "3") Integer classes,
		@DecimalMin("0") @DecimalMax("10") @Schema(description = Descriptions.INPUT_NOISE, example = "0") Double noise,
		@DecimalMin("0") @DecimalMax("1") @Schema(description = Descriptions.LABEL_NOISE,
				example = "0.05") Double labelNoise,
		@Size(max = 20) @Schema(description = Descriptions.CLASS_BALANCE,
				example = "[3, 2, 1]") @Nullable List<@NotNull @DecimalMin("0.001") @DecimalMax("1000") Double> classBalance,
		@Schema(description = Descriptions.SEED, example = "42") @Nullable Long seed)
		implements
			SyntheticClassification {

	public GaussianQuantiles {
		samples = Objects.requireNonNullElse(samples, 100);
		classes = Objects.requireNonNullElse(classes, 3);
		noise = Objects.requireNonNullElse(noise, 0.0);
		labelNoise = Objects.requireNonNullElse(labelNoise, 0.0);
	}

	@Override
	public GaussianQuantiles withSeed(long seed) {
		return (this.seed != null) ? this
				: new GaussianQuantiles(samples, classes, noise, labelNoise, classBalance, seed);
	}

	@Override
	public int classCount() {
		return classes;
	}

	@Override
	public Placement placement(RandomStream layout) {
		return (label, index, count, random, point) -> {
			double share = (label + random.nextDouble()) / classes;
			double radius = StrictMath.sqrt(-2 * StrictMath.log1p(-share));
			double angle = 2 * Math.PI * random.nextDouble();
			point[0] = radius * StrictMath.cos(angle);
			point[1] = radius * StrictMath.sin(angle);
		};
	}

}
