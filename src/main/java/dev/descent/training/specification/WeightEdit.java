package dev.descent.training.specification;

import dev.descent.engine.network.Architecture;
import dev.descent.problem.Faults;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import org.jspecify.annotations.Nullable;

@Schema(description = "A weight or a bias that is set by hand.")
public record WeightEdit(
		@NotNull @Min(0) @Max(1_000_000) @Schema(description = "The layer, from 0 for the first hidden one.",
				example = "0") Integer layer,
		@NotNull @Min(0) @Max(1_000_000) @Schema(description = "The unit of the layer, from 0.",
				example = "0") Integer unit,
		@Min(0) @Max(1_000_000) @Schema(description = "The input of the unit, from 0; its bias if absent or null.",
				example = "1") @Nullable Integer input,
		@NotNull @DecimalMin("-1e100") @DecimalMax("1e100") @Schema(description = "What it is from now on.",
				example = "0.5") Double value) {

	/** Notes where the network has no such parameter. */
	public void check(Architecture architecture, Faults faults) {
		if (layer >= architecture.depth()) {
			faults.at("layer").add("must be below " + architecture.depth() + ", the number of layers");
			return;
		}
		faults.at("unit")
			.require(unit < architecture.units(layer),
					"must be below " + architecture.units(layer) + ", the units of the layer");
		faults.at("input")
			.require(input == null || input < architecture.fanIn(layer),
					"must be below " + architecture.fanIn(layer) + ", the inputs of the layer");
	}

	/** Where the parameter stands among all; only if it has been checked. */
	public int index(Architecture architecture) {
		return (input == null) ? architecture.biasesFrom(layer) + unit
				: architecture.weightsFrom(layer) + unit * architecture.fanIn(layer) + input;
	}

}
