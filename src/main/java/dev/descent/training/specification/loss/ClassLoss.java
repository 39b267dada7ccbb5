package dev.descent.training.specification.loss;

import java.util.List;
import java.util.Objects;

import com.fasterxml.jackson.annotation.JsonTypeName;
import dev.descent.dataset.DatasetShape;
import dev.descent.dataset.Task;
import dev.descent.engine.loss.BinaryCrossEntropy;
import dev.descent.engine.loss.CategoricalCrossEntropy;
import dev.descent.engine.loss.Focal;
import dev.descent.engine.loss.Hinge;
import dev.descent.engine.loss.Loss;
import dev.descent.engine.loss.SquaredHinge;
import dev.descent.problem.Faults;
import dev.descent.reference.Level;
import dev.descent.reference.Reference;
import dev.descent.training.specification.activation.ActivationSpecification;
import dev.descent.training.specification.activation.OutputActivation.SoftmaxActivation;
import dev.descent.training.specification.activation.SquashingActivation.IdentityActivation;
import dev.descent.training.specification.activation.SquashingActivation.SigmoidActivation;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/** Losses that measure how far an output is from a class. */
public sealed interface ClassLoss extends LossSpecification {

	@JsonTypeName("binary_cross_entropy")
	@Reference(formula = "mean of log(1 + e^z) - target z", latex = "-\\frac{1}{N}\\sum y\\log a + (1-y)\\log(1-a)",
			source = "Good, 1952, Rational decisions")
	@Schema(description = "Negative log-likelihood of one of two classes; needs a sigmoid output.")
	record BinaryCrossEntropySpecification(
			@DecimalMin("0") @DecimalMax(value = "1", inclusive = false) @Schema(
					description = "The share of each target that is spread over both classes.",
					example = "0.1") Double labelSmoothing,
			@DecimalMin(value = "0", inclusive = false) @DecimalMax("1e6") @Schema(
					description = "How much samples of the second class count; those of the first count 1.",
					example = "2.0") Double positiveWeight)
			implements
				ClassLoss {

		/** What it is if nothing is given. */
		@SuppressWarnings("NullAway") // null stands for what is absent, as in a request
		public static final BinaryCrossEntropySpecification DEFAULT = new BinaryCrossEntropySpecification(null, null);

		public BinaryCrossEntropySpecification {
			labelSmoothing = Objects.requireNonNullElse(labelSmoothing, 0.0);
			positiveWeight = Objects.requireNonNullElse(positiveWeight, 1.0);
		}

		@Override
		public ActivationSpecification usualOutput(Task task) {
			return new SigmoidActivation();
		}

		@Override
		public void checkFit(DatasetShape shape, ActivationSpecification output, Faults faults) {
			requireTwoClasses("binary_cross_entropy", shape.task(), faults);
			requireSigmoid("binary_cross_entropy", output, faults);
		}

		@Override
		public Loss loss() {
			return new BinaryCrossEntropy(labelSmoothing, positiveWeight);
		}

	}

	@JsonTypeName("categorical_cross_entropy")
	@Reference(formula = "mean of log(sum_j e^z_j) - z_class", latex = "-\\frac{1}{N}\\sum_n \\log a_{n,y_n}",
			source = "Bridle, 1990, Probabilistic interpretation of feedforward classification network outputs")
	@Schema(description = "Negative log-likelihood of the class; needs a softmax output.")
	record CategoricalCrossEntropySpecification(
			@DecimalMin("0") @DecimalMax(value = "1", inclusive = false) @Schema(
					description = "The share of each target that is spread evenly over all classes.",
					example = "0.1") Double labelSmoothing,
			@Size(min = 1, max = 1000) @Schema(
					description = "How much samples of each class count: one weight for each class, in the order of the classes. Absent or null: all 1.",
					example = "[1.0, 2.0, 1.0]") @Nullable List<@NotNull @DecimalMin(value = "0",
							inclusive = false) @DecimalMax("1e6") Double> classWeights)
			implements
				ClassLoss {

		/** What it is if nothing is given. */
		@SuppressWarnings("NullAway") // null stands for what is absent, as in a request
		public static final CategoricalCrossEntropySpecification DEFAULT = new CategoricalCrossEntropySpecification(
				null, null);

		public CategoricalCrossEntropySpecification {
			labelSmoothing = Objects.requireNonNullElse(labelSmoothing, 0.0);
		}

		@Override
		public ActivationSpecification usualOutput(Task task) {
			return new SoftmaxActivation();
		}

		@Override
		public void checkFit(DatasetShape shape, ActivationSpecification output, Faults faults) {
			faults.require(shape.task() != Task.REGRESSION,
					"categorical_cross_entropy needs classes; use mse for a regression");
			faults.require(output instanceof SoftmaxActivation,
					"categorical_cross_entropy needs a softmax output; set network.outputActivation to softmax or use mse");
			if (classWeights != null && shape.task() != Task.REGRESSION && faults.noneAt("classWeights")) {
				faults.at("classWeights")
					.require(classWeights.size() == shape.classes().size(), "has %d weights but there are %d classes"
						.formatted(classWeights.size(), shape.classes().size()));
			}
		}

		@Override
		public Loss loss() {
			return new CategoricalCrossEntropy(labelSmoothing, (classWeights != null) ? classWeights : List.of());
		}

	}

	@JsonTypeName("focal")
	@Reference(level = Level.ADVANCED,
			formula = "mean of -weight (1 - p)^gamma log p, p the probability of the right class",
			latex = "-\\frac{1}{N}\\sum \\alpha_t (1 - p_t)^\\gamma \\log p_t",
			source = "Lin, Goyal, Girshick, He and Dollar, 2017, Focal loss for dense object detection")
	@Schema(description = "Cross-entropy in which samples that are right already count little; needs two classes and a sigmoid output.")
	record FocalSpecification(
			@DecimalMin("0") @DecimalMax("20") @Schema(
					description = "How little samples count that are right; 0 is binary_cross_entropy.",
					example = "2.0") Double gamma,
			@DecimalMin(value = "0", inclusive = false) @DecimalMax(value = "1", inclusive = false) @Schema(
					description = "Weight of the second class; the first has 1 - alpha. Absent or null: both count 1.",
					example = "0.25") @Nullable Double alpha)
			implements
				ClassLoss {

		public FocalSpecification {
			gamma = Objects.requireNonNullElse(gamma, 2.0);
		}

		@Override
		public ActivationSpecification usualOutput(Task task) {
			return new SigmoidActivation();
		}

		@Override
		public void checkFit(DatasetShape shape, ActivationSpecification output, Faults faults) {
			requireTwoClasses("focal", shape.task(), faults);
			requireSigmoid("focal", output, faults);
		}

		@Override
		public Loss loss() {
			return new Focal(gamma, (alpha != null) ? alpha : Double.NaN);
		}

	}

	@JsonTypeName("hinge")
	@Reference(formula = "mean of max(0, 1 - target a), target -1 or 1", latex = "\\frac{1}{N}\\sum \\max(0, 1 - y a)",
			source = "Cortes and Vapnik, 1995, Support-vector networks")
	@Schema(description = "The loss of a support vector machine; needs two classes and an identity output.")
	record HingeSpecification() implements ClassLoss {

		@Override
		public ActivationSpecification usualOutput(Task task) {
			return new IdentityActivation();
		}

		@Override
		public void checkFit(DatasetShape shape, ActivationSpecification output, Faults faults) {
			requireTwoClasses("hinge", shape.task(), faults);
			requireIdentity("hinge", output, faults);
		}

		@Override
		public double low(ActivationSpecification output) {
			return -1;
		}

		@Override
		public Loss loss() {
			return new Hinge();
		}

	}

	@JsonTypeName("squared_hinge")
	@Reference(level = Level.ADVANCED, formula = "mean of max(0, 1 - target a)^2, target -1 or 1",
			latex = "\\frac{1}{N}\\sum \\max(0, 1 - y a)^2",
			source = "Chang, Hsieh and Lin, 2008, Coordinate descent method for large-scale L2-loss linear support vector machines")
	@Schema(description = "The square of hinge, which has a derivative everywhere; needs two classes and an identity output.")
	record SquaredHingeSpecification() implements ClassLoss {

		@Override
		public ActivationSpecification usualOutput(Task task) {
			return new IdentityActivation();
		}

		@Override
		public void checkFit(DatasetShape shape, ActivationSpecification output, Faults faults) {
			requireTwoClasses("squared_hinge", shape.task(), faults);
			requireIdentity("squared_hinge", output, faults);
		}

		@Override
		public double low(ActivationSpecification output) {
			return -1;
		}

		@Override
		public Loss loss() {
			return new SquaredHinge();
		}

	}

	private static void requireTwoClasses(String loss, Task task, Faults faults) {
		faults.require(task == Task.BINARY_CLASSIFICATION, loss + " needs two classes; "
				+ ((task == Task.REGRESSION) ? "use mse for a regression" : "use categorical_cross_entropy"));
	}

	private static void requireSigmoid(String loss, ActivationSpecification output, Faults faults) {
		faults.require(output instanceof SigmoidActivation,
				loss + " needs a sigmoid output; set network.outputActivation to sigmoid or use mse");
	}

	private static void requireIdentity(String loss, ActivationSpecification output, Faults faults) {
		faults.require(output instanceof IdentityActivation,
				loss + " needs an identity output; set network.outputActivation to identity or use mse");
	}

}
