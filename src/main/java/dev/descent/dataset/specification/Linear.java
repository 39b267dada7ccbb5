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
 * A standard normal cloud and a random hyperplane through the origin. A sample on the
 * wrong side for its class is mirrored, which leaves the cloud normal; then both sides
 * move apart by the margin.
 */
@JsonTypeName("linear")
@Reference(
		formula = "x standard normal; class 1 where n x > 0, n a random direction; both sides margin / 2 further apart",
		latex = "y = [n^\\top x > 0],\\quad |n^\\top x| \\ge m/2", source = "Rosenblatt, 1958, The perceptron")
@Schema(description = "A Gaussian cloud divided by a random straight line or hyperplane through the origin.")
public record Linear(
		@Min(2) @Max(Dataset.MOST_SAMPLES) @Schema(description = Descriptions.SAMPLES, example = "100") Integer samples,
		@Min(1) @Max(20) @Schema(description = "Number of inputs.", example = "2") Integer features,
		@DecimalMin("0") @DecimalMax("5") @Schema(description = "Width of the gap between the classes, before noise.",
				example = "0.5") Double margin,
		@DecimalMin("0") @DecimalMax("10") @Schema(description = Descriptions.INPUT_NOISE, example = "0") Double noise,
		@DecimalMin("0") @DecimalMax("1") @Schema(description = Descriptions.LABEL_NOISE,
				example = "0.05") Double labelNoise,
		@Size(max = 20) @Schema(description = Descriptions.CLASS_BALANCE,
				example = "[3, 1]") @Nullable List<@NotNull @DecimalMin("0.001") @DecimalMax("1000") Double> classBalance,
		@Schema(description = Descriptions.SEED, example = "42") @Nullable Long seed)
		implements
			SyntheticClassification {

	public Linear {
		samples = Objects.requireNonNullElse(samples, 100);
		features = Objects.requireNonNullElse(features, 2);
		margin = Objects.requireNonNullElse(margin, 0.5);
		noise = Objects.requireNonNullElse(noise, 0.0);
		labelNoise = Objects.requireNonNullElse(labelNoise, 0.0);
	}

	@Override
	public Linear withSeed(long seed) {
		return (this.seed != null) ? this
				: new Linear(samples, features, margin, noise, labelNoise, classBalance, seed);
	}

	@Override
	public int classCount() {
		return 2;
	}

	@Override
	public int featureCount() {
		return features;
	}

	@Override
	public Placement placement(RandomStream layout) {
		double[] normal = direction(layout);
		return (label, index, count, random, point) -> {
			double distance = 0;
			for (int i = 0; i < normal.length; i++) {
				point[i] = random.nextGaussian();
				distance += normal[i] * point[i];
			}
			double wanted = Math.abs(distance) + margin / 2;
			double shift = ((label == 0) ? -wanted : wanted) - distance;
			for (int i = 0; i < normal.length; i++) {
				point[i] += shift * normal[i];
			}
		};
	}

	private double[] direction(RandomStream random) {
		double[] direction = new double[features];
		double squares = 0;
		for (int i = 0; i < direction.length; i++) {
			direction[i] = random.nextGaussian();
			squares += direction[i] * direction[i];
		}
		double length = Math.sqrt(squares);
		for (int i = 0; i < direction.length; i++) {
			direction[i] /= length;
		}
		return direction;
	}

}
