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
 * Isotropic Gaussian clouds around random {@link Centers}.
 */
@JsonTypeName("blobs")
@Reference(formula = "x = center of the class + spread z, z standard normal",
		latex = "x \\sim \\mathcal{N}(c_k, \\sigma^2 I)", source = "scikit-learn, make_blobs")
@Schema(description = "Round Gaussian clouds, a class each, at random centres that keep their distance.")
public record Blobs(
		@Min(2) @Max(Dataset.MOST_SAMPLES) @Schema(description = Descriptions.SAMPLES, example = "100") Integer samples,
		@Min(2) @Max(20) @Schema(description = "Number of clouds, which is the number of classes.",
				example = "3") Integer centers,
		@DecimalMin("0") @DecimalMax("10") @Schema(description = "Standard deviation of each cloud.",
				example = "0.7") Double spread,
		@DecimalMin("0.1") @DecimalMax("10") @Schema(
				description = "Centres lie in [-centerBox, centerBox] in both directions.",
				example = "4") Double centerBox,
		@DecimalMin("0") @DecimalMax("10") @Schema(description = Descriptions.INPUT_NOISE, example = "0") Double noise,
		@DecimalMin("0") @DecimalMax("1") @Schema(description = Descriptions.LABEL_NOISE,
				example = "0.05") Double labelNoise,
		@Size(max = 20) @Schema(description = Descriptions.CLASS_BALANCE,
				example = "[3, 2, 1]") @Nullable List<@NotNull @DecimalMin("0.001") @DecimalMax("1000") Double> classBalance,
		@Schema(description = Descriptions.SEED, example = "42") @Nullable Long seed)
		implements
			SyntheticClassification {

	public Blobs {
		samples = Objects.requireNonNullElse(samples, 100);
		centers = Objects.requireNonNullElse(centers, 3);
		spread = Objects.requireNonNullElse(spread, 0.7);
		centerBox = Objects.requireNonNullElse(centerBox, 4.0);
		noise = Objects.requireNonNullElse(noise, 0.0);
		labelNoise = Objects.requireNonNullElse(labelNoise, 0.0);
	}

	@Override
	public Blobs withSeed(long seed) {
		return (this.seed != null) ? this
				: new Blobs(samples, centers, spread, centerBox, noise, labelNoise, classBalance, seed);
	}

	@Override
	public int classCount() {
		return centers;
	}

	@Override
	public Placement placement(RandomStream layout) {
		var middle = new Centers(centers, centerBox, layout);
		return (label, index, count, random, point) -> {
			point[0] = middle.x1(label) + spread * random.nextGaussian();
			point[1] = middle.x2(label) + spread * random.nextGaussian();
		};
	}

}
