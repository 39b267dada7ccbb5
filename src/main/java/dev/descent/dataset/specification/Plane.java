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
 * A linear function with known slopes, for any number of inputs.
 */
@JsonTypeName("plane")
@Reference(formula = "y = intercept + sum slopes_i x_i", latex = "y = b + \\sum_i s_i x_i",
		source = "Smilkov and Carter, 2016, TensorFlow Playground, and any textbook of linear regression")
@Schema(description = "A plane: the target is linear in the inputs.")
public record Plane(
		@Min(2) @Max(Dataset.MOST_SAMPLES) @Schema(description = Descriptions.SAMPLES, example = "100") Integer samples,
		@Size(min = 1, max = 20) @Schema(description = "Slope of the plane along each input; as many inputs as slopes.",
				example = "[0.5, -0.25]") List<@NotNull @DecimalMin("-100") @DecimalMax("100") Double> slopes,
		@DecimalMin("-100") @DecimalMax("100") @Schema(description = "Height of the plane at the origin.",
				example = "0") Double intercept,
		@DecimalMin("0.1") @DecimalMax("10") @Schema(description = Descriptions.RANGE, example = "5") Double range,
		@DecimalMin("0") @DecimalMax("100") @Schema(description = Descriptions.TARGET_NOISE,
				example = "0.1") Double noise,
		@Schema(description = Descriptions.SEED, example = "42") @Nullable Long seed) implements SyntheticRegression {

	public Plane {
		samples = Objects.requireNonNullElse(samples, 100);
		slopes = Objects.requireNonNullElse(slopes, List.of(0.5, -0.25));
		intercept = Objects.requireNonNullElse(intercept, 0.0);
		range = Objects.requireNonNullElse(range, 5.0);
		noise = Objects.requireNonNullElse(noise, 0.1);
	}

	@Override
	public Plane withSeed(long seed) {
		return (this.seed != null) ? this : new Plane(samples, slopes, intercept, range, noise, seed);
	}

	@Override
	public int featureCount() {
		return slopes.size();
	}

	@Override
	public TargetFunction targetFunction(RandomStream layout) {
		double[] slope = slopes.stream().mapToDouble(Double::doubleValue).toArray();
		return (point) -> {
			double height = intercept;
			for (int i = 0; i < slope.length; i++) {
				height += slope[i] * point[i];
			}
			return height;
		};
	}

}
