package dev.descent.training.specification;

import java.util.Objects;

import dev.descent.engine.network.Layer;
import dev.descent.problem.Faults;
import dev.descent.problem.SelfChecking;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;

@Schema(description = "A dense layer between the inputs and the output layer.")
public record HiddenLayerSpecification(
		@Min(1) @Max(512) @Schema(description = "Number of units (neurons).", example = "8") Integer units,
		@Schema(description = "What each unit does to its weighted sum; softmax is for the output layer only.",
				example = "sigmoid") ActivationType activation)
		implements
			SelfChecking {

	/** What it is if nothing is given. */
	@SuppressWarnings("NullAway") // null stands for what is absent, as in a request
	public static final HiddenLayerSpecification DEFAULT = new HiddenLayerSpecification(null, null);

	public HiddenLayerSpecification {
		units = Objects.requireNonNullElse(units, 8);
		activation = Objects.requireNonNullElse(activation, ActivationType.SIGMOID);
	}

	@Override
	public void check(Faults faults) {
		faults.at("activation")
			.require(activation != ActivationType.SOFTMAX, "must not be softmax, which is for the output layer only");
	}

	public Layer layer() {
		return new Layer(units, activation.activation());
	}

}
