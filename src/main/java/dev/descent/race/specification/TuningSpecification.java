package dev.descent.race.specification;

import java.util.Arrays;
import java.util.Objects;

import dev.descent.engine.random.Purpose;
import dev.descent.engine.random.RandomStream;
import dev.descent.problem.Faults;
import dev.descent.problem.SelfChecking;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;

/** How each variant looks for its learning rate before the race, all on equal terms. */
@Schema(name = "TuningSpecification",
		description = """
				How each variant looks for its learning rate before the race: the same rates for all, each run with a few seeds \
				that the race itself does not have. Every field has a default.""")
public record TuningSpecification(
		@Schema(description = "Rates at equal ratios, or drawn evenly on a logarithmic scale.",
				example = "grid") Search search,
		@Min(2) @Max(50) @Schema(description = "How many rates.", example = "11") Integer rates,
		@DecimalMin("1e-8") @DecimalMax("1000") @Schema(description = "The lowest rate.",
				example = "0.001") Double lowestRate,
		@DecimalMin("1e-8") @DecimalMax("1000") @Schema(description = "The highest rate.",
				example = "100") Double highestRate,
		@Min(1) @Max(50) @Schema(description = "How many seeds each rate is run with.", example = "3") Integer seeds,
		@Schema(description = "Seed of a random search.", example = "42") Long seed) implements SelfChecking {

	/** How rates are chosen. */
	public enum Search {

		GRID, RANDOM

	}

	public TuningSpecification {
		search = Objects.requireNonNullElse(search, Search.GRID);
		rates = Objects.requireNonNullElse(rates, 11);
		lowestRate = Objects.requireNonNullElse(lowestRate, 0.001);
		highestRate = Objects.requireNonNullElse(highestRate, 100.0);
		seeds = Objects.requireNonNullElse(seeds, 3);
		seed = Objects.requireNonNullElse(seed, 42L);
	}

	@Override
	public void check(Faults faults) {
		if (faults.noneAt("lowestRate")) {
			faults.at("highestRate")
				.require(highestRate > lowestRate, "must be above lowestRate, which is " + lowestRate);
		}
	}

	/** The rates that are tried, from the lowest to the highest. */
	public double[] triedRates() {
		var axis = new AxisSpecification("optimizer.learningRate", null, lowestRate, highestRate, rates,
				AxisSpecification.Scale.LOGARITHMIC, false);
		var random = RandomStream.of(seed, Purpose.SWEEP);
		double[] tried = new double[rates];
		Arrays.setAll(tried,
				(i) -> ((Number) Objects
					.requireNonNull((search == Search.GRID) ? axis.value(i) : axis.valueAt(random.nextDouble())))
					.doubleValue());
		Arrays.sort(tried);
		return tried;
	}

}
