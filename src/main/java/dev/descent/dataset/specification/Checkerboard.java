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
 * A board on [-1, 1] x [-1, 1], uniform on the tiles of each colour. The lower left tile
 * is of class 0.
 */
@JsonTypeName("checkerboard")
@Reference(level = Level.ADVANCED, formula = "class = (column + row) mod 2 of the tile where x lies",
		latex = "y = \\Big(\\sum_{i=1}^{2} \\lfloor \\tfrac{n}{2} (x_i + 1) \\rfloor\\Big) \\bmod 2",
		source = "Minsky and Papert, 1969, Perceptrons (the exclusive or, on more tiles)")
@Schema(description = "A board of light and dark tiles on [-1, 1] x [-1, 1].")
public record Checkerboard(
		@Min(2) @Max(Dataset.MOST_SAMPLES) @Schema(description = Descriptions.SAMPLES, example = "100") Integer samples,
		@Min(2) @Max(10) @Schema(description = "Tiles along each side.", example = "3") Integer tiles,
		@DecimalMin("0") @DecimalMax("10") @Schema(description = Descriptions.INPUT_NOISE, example = "0") Double noise,
		@DecimalMin("0") @DecimalMax("1") @Schema(description = Descriptions.LABEL_NOISE,
				example = "0.05") Double labelNoise,
		@Size(max = 20) @Schema(description = Descriptions.CLASS_BALANCE,
				example = "[3, 1]") @Nullable List<@NotNull @DecimalMin("0.001") @DecimalMax("1000") Double> classBalance,
		@Schema(description = Descriptions.SEED, example = "42") @Nullable Long seed)
		implements
			SyntheticClassification {

	public Checkerboard {
		samples = Objects.requireNonNullElse(samples, 100);
		tiles = Objects.requireNonNullElse(tiles, 3);
		noise = Objects.requireNonNullElse(noise, 0.0);
		labelNoise = Objects.requireNonNullElse(labelNoise, 0.0);
	}

	@Override
	public Checkerboard withSeed(long seed) {
		return (this.seed != null) ? this : new Checkerboard(samples, tiles, noise, labelNoise, classBalance, seed);
	}

	@Override
	public int classCount() {
		return 2;
	}

	@Override
	public Placement placement(RandomStream layout) {
		return (label, index, count, random, point) -> {
			int column;
			int row;
			do {
				column = random.nextInt(tiles);
				row = random.nextInt(tiles);
			}
			while ((column + row) % 2 != label);
			point[0] = 2 * (column + random.nextDouble()) / tiles - 1;
			point[1] = 2 * (row + random.nextDouble()) / tiles - 1;
		};
	}

}
