package dev.descent.training.specification;

import java.util.Objects;

import dev.descent.engine.network.Layer;
import dev.descent.problem.Faults;
import dev.descent.problem.SelfChecking;
import dev.descent.training.specification.activation.ActivationSpecification;
import dev.descent.training.specification.activation.SquashingActivation.SigmoidActivation;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.Valid;
import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;

@Schema(description = "A dense layer between the inputs and the output layer.")
public record HiddenLayerSpecification(
		@Min(1) @Max(512) @Schema(description = "Number of units (neurons).", example = "8") Integer units,
		@Valid @Schema(description = "What each unit does to its weighted sum; sigmoid if absent.",
				example = "sigmoid") ActivationSpecification activation,
		@DecimalMin("0") @DecimalMax("0.95") @Schema(description = """
				Chance that an activation is left out of an update (Srivastava et al., 2014); those that stay are \
				divided by 1 - dropout. Evaluations leave nothing out.""", example = "0.2") Double dropout)
		implements
			SelfChecking {

	/** What it is if nothing is given. */
	@SuppressWarnings("NullAway") // null stands for what is absent, as in a request
	public static final HiddenLayerSpecification DEFAULT = new HiddenLayerSpecification(null, null, null);

	public HiddenLayerSpecification {
		units = Objects.requireNonNullElse(units, 8);
		activation = Objects.requireNonNullElse(activation, new SigmoidActivation());
		dropout = Objects.requireNonNullElse(dropout, 0.0);
	}

	@Override
	public void check(Faults faults) {
		faults.at("activation")
			.require(activation.forHiddenLayers(),
					"must not be " + activation.name() + ", which is for the output layer only");
	}

	/** The same layer with another activation. */
	public HiddenLayerSpecification with(ActivationSpecification activation) {
		return new HiddenLayerSpecification(units, activation, dropout);
	}

	public Layer layer() {
		return new Layer(units, activation.activation(), dropout);
	}

}
