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
 * Gaussian bumps of height 1 and -1 in turn around random {@link Centers}.
 */
@JsonTypeName("gaussian_bumps")
@Reference(formula = "y = sum (-1)^i exp(-|x - c_i|^2 / (2 width^2))",
		latex = "y = \\sum_i (-1)^i \\exp\\!\\big(-\\lVert x - c_i \\rVert^2 / (2 w^2)\\big)",
		source = "Smilkov and Carter, 2016, TensorFlow Playground")
@Schema(description = "Hills and valleys over a plane: Gaussian bumps of alternating sign at random places.")
public record GaussianBumps(
		@Min(2) @Max(Dataset.MOST_SAMPLES) @Schema(description = Descriptions.SAMPLES, example = "100") Integer samples,
		@Min(1) @Max(20) @Schema(description = "Number of bumps.", example = "4") Integer bumps,
		@DecimalMin("0.1") @DecimalMax("10") @Schema(description = "Standard deviation of each bump.",
				example = "1.5") Double width,
		@DecimalMin("0.1") @DecimalMax("10") @Schema(description = Descriptions.RANGE, example = "5") Double range,
		@DecimalMin("0") @DecimalMax("100") @Schema(description = Descriptions.TARGET_NOISE,
				example = "0.02") Double noise,
		@Schema(description = Descriptions.SEED, example = "42") @Nullable Long seed) implements SyntheticRegression {

	public GaussianBumps {
		samples = Objects.requireNonNullElse(samples, 100);
		bumps = Objects.requireNonNullElse(bumps, 4);
		width = Objects.requireNonNullElse(width, 1.5);
		range = Objects.requireNonNullElse(range, 5.0);
		noise = Objects.requireNonNullElse(noise, 0.02);
	}

	@Override
	public GaussianBumps withSeed(long seed) {
		return (this.seed != null) ? this : new GaussianBumps(samples, bumps, width, range, noise, seed);
	}

	@Override
	public int featureCount() {
		return 2;
	}

	@Override
	public TargetFunction targetFunction(RandomStream layout) {
		var middle = new Centers(bumps, 0.8 * range, layout);
		return (point) -> {
			double height = 0;
			for (int i = 0; i < bumps; i++) {
				double dx1 = (point[0] - middle.x1(i)) / width;
				double dx2 = (point[1] - middle.x2(i)) / width;
				double bump = StrictMath.exp(-(dx1 * dx1 + dx2 * dx2) / 2);
				height += (i % 2 == 0) ? bump : -bump;
			}
			return height;
		};
	}

}
