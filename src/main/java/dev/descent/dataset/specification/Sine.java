package dev.descent.dataset.specification;

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
import org.jspecify.annotations.Nullable;

/**
 * A sine wave of amplitude 1.
 */
@JsonTypeName("sine")
@Reference(formula = "y = sin(frequency x1)", latex = "y = \\sin(\\omega x_1),\\quad x_1 \\in [-r, r]",
		source = "Bishop, 2006, Pattern recognition and machine learning, section 1.1")
@Schema(description = "A sine wave of one input.")
public record Sine(
		@Min(2) @Max(Dataset.MOST_SAMPLES) @Schema(description = Descriptions.SAMPLES, example = "100") Integer samples,
		@DecimalMin("0.01") @DecimalMax("20") @Schema(
				description = "Angular frequency: the target is sin(frequency * x1).", example = "1") Double frequency,
		@DecimalMin("0.1") @DecimalMax("10") @Schema(description = Descriptions.RANGE, example = "3") Double range,
		@DecimalMin("0") @DecimalMax("100") @Schema(description = Descriptions.TARGET_NOISE,
				example = "0.05") Double noise,
		@Schema(description = Descriptions.SEED, example = "42") @Nullable Long seed) implements SyntheticRegression {

	public Sine {
		samples = Objects.requireNonNullElse(samples, 100);
		frequency = Objects.requireNonNullElse(frequency, 1.0);
		range = Objects.requireNonNullElse(range, 3.0);
		noise = Objects.requireNonNullElse(noise, 0.05);
	}

	@Override
	public Sine withSeed(long seed) {
		return (this.seed != null) ? this : new Sine(samples, frequency, range, noise, seed);
	}

	@Override
	public int featureCount() {
		return 1;
	}

	@Override
	public TargetFunction targetFunction(RandomStream layout) {
		return (point) -> StrictMath.sin(frequency * point[0]);
	}

}
