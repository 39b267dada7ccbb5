package dev.descent.training.specification.loss;

import com.fasterxml.jackson.annotation.JsonTypeInfo;
import dev.descent.dataset.DatasetShape;
import dev.descent.dataset.Task;
import dev.descent.engine.loss.Loss;
import dev.descent.problem.Faults;
import dev.descent.training.specification.activation.ActivationSpecification;
import dev.descent.training.specification.activation.OutputActivation.SoftmaxActivation;
import dev.descent.training.specification.activation.SquashingActivation.IdentityActivation;
import dev.descent.training.specification.activation.SquashingActivation.SigmoidActivation;
import io.swagger.v3.oas.annotations.media.Schema;

/** What is minimised. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
@Schema(description = "What is minimised.")
public sealed interface LossSpecification permits ClassLoss, ErrorLoss {

	Loss loss();

	/** The output activation it goes with if none is asked for. */
	default ActivationSpecification usualOutput(Task task) {
		return switch (task) {
			case BINARY_CLASSIFICATION -> new SigmoidActivation();
			case MULTICLASS_CLASSIFICATION -> new SoftmaxActivation();
			case REGRESSION -> new IdentityActivation();
		};
	}

	/**
	 * Notes why it does not fit the data or the output activation.
	 * @param faults of the loss itself
	 */
	default void checkFit(DatasetShape shape, ActivationSpecification output, Faults faults) {
	}

	/**
	 * What an output should be for a class that is not the sample's; 1 for the one that
	 * is.
	 */
	default double low(ActivationSpecification output) {
		return output.low();
	}

}
