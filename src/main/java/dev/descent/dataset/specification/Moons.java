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
 * Two interleaving half circles, evenly spaced along each, as in scikit-learn's {@code
 * make_moons} (Pedregosa et al., "Scikit-learn: machine learning in Python", 2011).
 */
@JsonTypeName("moons")
@Reference(formula = "class 0: (cos a, sin a); class 1: (1 - cos a, 1/2 - sin a); a evenly from 0 to pi",
		latex = "x = (\\cos a, \\sin a)\\ \\text{or}\\ (1-\\cos a, \\tfrac12-\\sin a),\\quad a \\in [0, \\pi]",
		source = "scikit-learn, make_moons")
@Schema(description = "Two interleaving half circles of radius 1.")
public record Moons(
		@Min(2) @Max(Dataset.MOST_SAMPLES) @Schema(description = Descriptions.SAMPLES, example = "100") Integer samples,
		@DecimalMin("0") @DecimalMax("10") @Schema(description = Descriptions.INPUT_NOISE,
				example = "0.2") Double noise,
		@DecimalMin("0") @DecimalMax("1") @Schema(description = Descriptions.LABEL_NOISE,
				example = "0.05") Double labelNoise,
		@Size(max = 20) @Schema(description = Descriptions.CLASS_BALANCE,
				example = "[3, 1]") @Nullable List<@NotNull @DecimalMin("0.001") @DecimalMax("1000") Double> classBalance,
		@Schema(description = Descriptions.SEED, example = "42") @Nullable Long seed)
		implements
			SyntheticClassification {

	/** What it is if nothing is given. */
	@SuppressWarnings("NullAway") // null stands for what is absent, as in a request
	public static final Moons DEFAULT = new Moons(null, null, null, null, null);

	public Moons {
		samples = Objects.requireNonNullElse(samples, 100);
		noise = Objects.requireNonNullElse(noise, 0.2);
		labelNoise = Objects.requireNonNullElse(labelNoise, 0.0);
	}

	@Override
	public Moons withSeed(long seed) {
		return (this.seed != null) ? this : new Moons(samples, noise, labelNoise, classBalance, seed);
	}

	@Override
	public int classCount() {
		return 2;
	}

	@Override
	public Placement placement(RandomStream layout) {
		return (label, index, count, random, point) -> {
			double angle = Math.PI * index / Math.max(1, count - 1);
			double x1 = StrictMath.cos(angle);
			double x2 = StrictMath.sin(angle);
			point[0] = (label == 0) ? x1 : 1 - x1;
			point[1] = (label == 0) ? x2 : 0.5 - x2;
		};
	}

}
