package dev.descent.training.specification;

import java.util.Objects;

import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.annotation.JsonTypeName;
import dev.descent.engine.optimizer.Adam;
import dev.descent.engine.optimizer.Optimizer;
import dev.descent.engine.optimizer.Sgd;
import dev.descent.problem.Faults;
import dev.descent.problem.SelfChecking;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;

/** The rule by which the gradient moves the parameters. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
@Schema(description = "The rule by which the gradient moves the parameters.")
public sealed interface OptimizerSpecification {

	Double learningRate();

	Optimizer optimizer();

	@JsonTypeName("sgd")
	@Schema(description = "Gradient descent, also with momentum (Polyak, 1964) and Nesterov's look-ahead.")
	record SgdSpecification(
			@DecimalMin(value = "0", inclusive = false) @DecimalMax("1000") @Schema(
					description = "Step size along the negative gradient.", example = "0.5") Double learningRate,
			@DecimalMin("0") @DecimalMax(value = "1", inclusive = false) @Schema(
					description = "Share of the last step that goes on; 0 is plain descent.",
					example = "0.9") Double momentum,
			@Schema(description = "Whether to take the gradient at the look-ahead point; needs a momentum above 0.",
					example = "true") Boolean nesterov)
			implements
				OptimizerSpecification,
				SelfChecking {

		/** What it is if nothing is given. */
		@SuppressWarnings("NullAway") // null stands for what is absent, as in a request
		public static final SgdSpecification DEFAULT = new SgdSpecification(null, null, null);

		public SgdSpecification {
			learningRate = Objects.requireNonNullElse(learningRate, 0.5);
			momentum = Objects.requireNonNullElse(momentum, 0.0);
			nesterov = Objects.requireNonNullElse(nesterov, false);
		}

		@Override
		public void check(Faults faults) {
			faults.at("nesterov")
				.require(!nesterov || momentum > 0 || !faults.noneAt("momentum"), "needs a momentum above 0");
		}

		@Override
		public Optimizer optimizer() {
			return new Sgd(momentum, nesterov);
		}

	}

	@JsonTypeName("adam")
	@Schema(description = "Steps scaled by bias-corrected moments of the gradient (Kingma and Ba, 2015).")
	record AdamSpecification(
			@DecimalMin(value = "0", inclusive = false) @DecimalMax("1000") @Schema(
					description = "About the size of a step of each parameter.", example = "0.01") Double learningRate,
			@DecimalMin("0") @DecimalMax(value = "1", inclusive = false) @Schema(
					description = "Decay of the mean of the gradients.", example = "0.9") Double beta1,
			@DecimalMin("0") @DecimalMax(value = "1", inclusive = false) @Schema(
					description = "Decay of the mean of the squared gradients.", example = "0.999") Double beta2,
			@DecimalMin(value = "0", inclusive = false) @DecimalMax("1") @Schema(
					description = "Added to the root of the mean square.", example = "1e-8") Double epsilon)
			implements
				OptimizerSpecification {

		public AdamSpecification {
			learningRate = Objects.requireNonNullElse(learningRate, 0.01);
			beta1 = Objects.requireNonNullElse(beta1, Adam.STANDARD.beta1());
			beta2 = Objects.requireNonNullElse(beta2, Adam.STANDARD.beta2());
			epsilon = Objects.requireNonNullElse(epsilon, Adam.STANDARD.epsilon());
		}

		@Override
		public Optimizer optimizer() {
			return new Adam(beta1, beta2, epsilon);
		}

	}

}
