package dev.descent.training.specification;

import java.util.List;
import java.util.Objects;

import dev.descent.problem.Faults;
import dev.descent.problem.SelfChecking;
import dev.descent.training.specification.activation.ActivationSpecification;
import dev.descent.training.specification.initializer.InitializerSpecification;
import dev.descent.training.specification.initializer.ScaledInitializer.XavierUniformInitializer;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

@Schema(description = """
		The feed-forward network. The number of inputs follows from the features, the number of outputs from the data: \
		one for a regression or two classes, else one for each class.""")
public record NetworkSpecification(@Size(max = 16) @Schema(
		description = "From the inputs to the output; empty for a linear model. If absent: one of 8 sigmoid units.",
		example = "[{\"units\": 8, \"activation\": \"sigmoid\"}]") List<@NotNull @Valid HiddenLayerSpecification> hiddenLayers,
		@Valid @Schema(description = """
				Activation of the output layer. If absent: what the loss needs, else sigmoid for two classes, softmax \
				for more, identity for a regression.""",
				example = "sigmoid") @Nullable ActivationSpecification outputActivation,
		@Valid InitializerSpecification initializer, @Size(max = 17) @Schema(description = """
				The exact start, one entry a layer, the output layer last; the initializer is not used then. Absent or \
				null: the initializer decides.""") @Nullable List<@NotNull @Valid LayerParameters> initialParameters)
		implements
			SelfChecking {

	/** What it is if nothing is given. */
	@SuppressWarnings("NullAway") // null stands for what is absent, as in a request
	public static final NetworkSpecification DEFAULT = new NetworkSpecification(null, null, null, null);

	public NetworkSpecification {
		hiddenLayers = (hiddenLayers != null) ? hiddenLayers : List.of(HiddenLayerSpecification.DEFAULT);
		initializer = Objects.requireNonNullElse(initializer, XavierUniformInitializer.DEFAULT);
	}

	@Override
	public void check(Faults faults) {
		if (initializer instanceof SelfChecking checking) {
			checking.check(faults.at("initializer"));
		}
		for (int l = 0; l < hiddenLayers.size(); l++) {
			var atLayer = faults.at("hiddenLayers").at(l);
			if (atLayer.noneHere()) {
				hiddenLayers.get(l).check(atLayer);
			}
		}
	}

}
