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
 * Archimedean spirals, evenly spaced in the radius from 0.1 to 1, turned against each
 * other by equal angles.
 */
@JsonTypeName("spiral")
@Reference(formula = "(r cos a, r sin a), r evenly from 0.1 to 1, a = 2 pi (turns r + class / arms)",
		latex = "x = r\\,(\\cos a, \\sin a),\\quad a = 2\\pi (n r + k/K)",
		source = "Lang and Witbrock, 1988, Learning to tell two spirals apart")
@Schema(description = "Spiral arms around the origin, a class each, of radius 1.")
public record Spiral(
		@Min(2) @Max(Dataset.MOST_SAMPLES) @Schema(description = Descriptions.SAMPLES, example = "100") Integer samples,
		@Min(2) @Max(10) @Schema(description = "Number of arms, which is the number of classes.",
				example = "2") Integer arms,
		@DecimalMin("0.1") @DecimalMax("5") @Schema(description = "How often an arm winds around the origin.",
				example = "1") Double turns,
		@DecimalMin("0") @DecimalMax("10") @Schema(description = Descriptions.INPUT_NOISE,
				example = "0.02") Double noise,
		@DecimalMin("0") @DecimalMax("1") @Schema(description = Descriptions.LABEL_NOISE,
				example = "0.05") Double labelNoise,
		@Size(max = 20) @Schema(description = Descriptions.CLASS_BALANCE,
				example = "[3, 1]") @Nullable List<@NotNull @DecimalMin("0.001") @DecimalMax("1000") Double> classBalance,
		@Schema(description = Descriptions.SEED, example = "42") @Nullable Long seed)
		implements
			SyntheticClassification {

	public Spiral {
		samples = Objects.requireNonNullElse(samples, 100);
		arms = Objects.requireNonNullElse(arms, 2);
		turns = Objects.requireNonNullElse(turns, 1.0);
		noise = Objects.requireNonNullElse(noise, 0.02);
		labelNoise = Objects.requireNonNullElse(labelNoise, 0.0);
	}

	@Override
	public Spiral withSeed(long seed) {
		return (this.seed != null) ? this : new Spiral(samples, arms, turns, noise, labelNoise, classBalance, seed);
	}

	@Override
	public int classCount() {
		return arms;
	}

	@Override
	public Placement placement(RandomStream layout) {
		return (label, index, count, random, point) -> {
			double radius = 0.1 + 0.9 * index / Math.max(1, count - 1);
			double angle = 2 * Math.PI * (turns * radius + (double) label / arms);
			point[0] = radius * StrictMath.cos(angle);
			point[1] = radius * StrictMath.sin(angle);
		};
	}

}
