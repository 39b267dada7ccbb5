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
 * A polynomial by Horner's rule, a cubic with two turning points unless told otherwise.
 */
@JsonTypeName("polynomial")
@Reference(formula = "y = sum coefficients_p x1^p", latex = "y = \\sum_p c_p x_1^{p}",
		source = "Bishop, 2006, Pattern recognition and machine learning, section 1.1")
@Schema(description = "A polynomial of one input.")
public record Polynomial(
		@Min(2) @Max(Dataset.MOST_SAMPLES) @Schema(description = Descriptions.SAMPLES, example = "100") Integer samples,
		@Size(min = 1, max = 10) @Schema(description = "Coefficients of 1, x1, x1^2 and so on.",
				example = "[0, -1, 0, 1]") List<@NotNull @DecimalMin("-100") @DecimalMax("100") Double> coefficients,
		@DecimalMin("0.1") @DecimalMax("10") @Schema(description = Descriptions.RANGE, example = "1.5") Double range,
		@DecimalMin("0") @DecimalMax("100") @Schema(description = Descriptions.TARGET_NOISE,
				example = "0.05") Double noise,
		@Schema(description = Descriptions.SEED, example = "42") @Nullable Long seed) implements SyntheticRegression {

	public Polynomial {
		samples = Objects.requireNonNullElse(samples, 100);
		coefficients = Objects.requireNonNullElse(coefficients, List.of(0.0, -1.0, 0.0, 1.0));
		range = Objects.requireNonNullElse(range, 1.5);
		noise = Objects.requireNonNullElse(noise, 0.05);
	}

	@Override
	public Polynomial withSeed(long seed) {
		return (this.seed != null) ? this : new Polynomial(samples, coefficients, range, noise, seed);
	}

	@Override
	public int featureCount() {
		return 1;
	}

	@Override
	public TargetFunction targetFunction(RandomStream layout) {
		double[] coefficient = coefficients.stream().mapToDouble(Double::doubleValue).toArray();
		return (point) -> {
			double value = 0;
			for (int power = coefficient.length - 1; power >= 0; power--) {
				value = value * point[0] + coefficient[power];
			}
			return value;
		};
	}

}
