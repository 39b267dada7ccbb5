package dev.descent.training.specification;

import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.annotation.JsonTypeName;
import dev.descent.engine.loss.BinaryCrossEntropy;
import dev.descent.engine.loss.CategoricalCrossEntropy;
import dev.descent.engine.loss.Loss;
import dev.descent.engine.loss.MeanSquaredError;
import io.swagger.v3.oas.annotations.media.Schema;

/** What is minimised. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
@Schema(description = "What is minimised.")
public sealed interface LossSpecification {

	Loss loss();

	@JsonTypeName("binary_cross_entropy")
	@Schema(description = "Negative log-likelihood of one of two classes; needs a sigmoid output.")
	record BinaryCrossEntropySpecification() implements LossSpecification {

		@Override
		public Loss loss() {
			return BinaryCrossEntropy.STANDARD;
		}

	}

	@JsonTypeName("categorical_cross_entropy")
	@Schema(description = "Negative log-likelihood of the class; needs a softmax output.")
	record CategoricalCrossEntropySpecification() implements LossSpecification {

		@Override
		public Loss loss() {
			return CategoricalCrossEntropy.STANDARD;
		}

	}

	@JsonTypeName("mse")
	@Schema(description = "Mean squared error over samples and outputs, without a factor 1/2.")
	record MeanSquaredErrorSpecification() implements LossSpecification {

		@Override
		public Loss loss() {
			return new MeanSquaredError();
		}

	}

}
