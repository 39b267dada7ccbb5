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
 * The exclusive or of two signs: uniform on the four quadrants of [-1, 1] x [-1, 1],
 * whose two of each class take turns.
 */
@JsonTypeName("xor")
@Reference(formula = "class 1 where x1 x2 < 0; gap < |x1|, |x2| < 1",
		latex = "y = [x_1 x_2 < 0],\\quad g \\le |x_i| < 1", source = "Minsky and Papert, 1969, Perceptrons")
@Schema(description = "Four squares around the origin; the class is 1 where the signs of the inputs differ.")
public record Xor(
		@Min(2) @Max(Dataset.MOST_SAMPLES) @Schema(description = Descriptions.SAMPLES, example = "100") Integer samples,
		@DecimalMin("0") @DecimalMax("0.9") @Schema(
				description = "Distance of the samples from both axes, before noise.", example = "0.2") Double gap,
		@DecimalMin("0") @DecimalMax("10") @Schema(description = Descriptions.INPUT_NOISE,
				example = "0.05") Double noise,
		@DecimalMin("0") @DecimalMax("1") @Schema(description = Descriptions.LABEL_NOISE,
				example = "0.05") Double labelNoise,
		@Size(max = 20) @Schema(description = Descriptions.CLASS_BALANCE,
				example = "[3, 1]") @Nullable List<@NotNull @DecimalMin("0.001") @DecimalMax("1000") Double> classBalance,
		@Schema(description = Descriptions.SEED, example = "42") @Nullable Long seed)
		implements
			SyntheticClassification {

	public Xor {
		samples = Objects.requireNonNullElse(samples, 100);
		gap = Objects.requireNonNullElse(gap, 0.2);
		noise = Objects.requireNonNullElse(noise, 0.05);
		labelNoise = Objects.requireNonNullElse(labelNoise, 0.0);
	}

	@Override
	public Xor withSeed(long seed) {
		return (this.seed != null) ? this : new Xor(samples, gap, noise, labelNoise, classBalance, seed);
	}

	@Override
	public int classCount() {
		return 2;
	}

	@Override
	public Placement placement(RandomStream layout) {
		return (label, index, count, random, point) -> {
			double sign = (index % 2 == 0) ? 1 : -1;
			point[0] = sign * random.nextDouble(gap, 1);
			point[1] = ((label == 0) ? sign : -sign) * random.nextDouble(gap, 1);
		};
	}

}
