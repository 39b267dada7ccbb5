package dev.descent.training.specification;

import dev.descent.dataset.DatasetShape;
import dev.descent.dataset.Task;
import dev.descent.engine.training.BinaryAccuracy;
import dev.descent.engine.training.CategoricalAccuracy;
import dev.descent.engine.training.Metric;
import dev.descent.engine.training.RSquared;
import dev.descent.problem.Faults;
import dev.descent.training.specification.activation.ActivationSpecification;
import dev.descent.training.specification.activation.OutputActivation.SoftmaxActivation;
import dev.descent.training.specification.activation.SquashingActivation.SigmoidActivation;
import dev.descent.training.specification.loss.ClassLoss.BinaryCrossEntropySpecification;
import dev.descent.training.specification.loss.ClassLoss.CategoricalCrossEntropySpecification;
import dev.descent.training.specification.loss.ErrorLoss.MeanSquaredErrorSpecification;
import dev.descent.training.specification.loss.LossSpecification;
import org.jspecify.annotations.Nullable;

/**
 * How a network ends: the activation and the loss, which must fit each other and the
 * task, and what follows from them.
 *
 * @param units number of outputs
 */
public record OutputLayer(Task task, int units, ActivationSpecification activation, LossSpecification loss) {

	/**
	 * Fills in what is not given and checks that the parts fit.
	 * @param activation what was asked for, if anything
	 * @param loss what was asked for, if anything
	 * @param faults of the whole job
	 */
	public static OutputLayer decide(DatasetShape shape, @Nullable ActivationSpecification activation,
			@Nullable LossSpecification loss, Faults faults) {
		var task = shape.task();
		var usual = (loss != null) ? loss : new MeanSquaredErrorSpecification();
		var decidedActivation = (activation != null) ? activation : usual.usualOutput(task);
		var decidedLoss = (loss != null) ? loss : lossFor(task, decidedActivation);
		faults.at("network")
			.at("outputActivation")
			.require(task != Task.REGRESSION || !(decidedActivation instanceof SoftmaxActivation),
					"must not be softmax for a regression, whose one output would always be 1");
		decidedLoss.checkFit(shape, decidedActivation, faults.at("loss"));
		return new OutputLayer(task, units(shape, decidedActivation), decidedActivation, decidedLoss);
	}

	private static LossSpecification lossFor(Task task, ActivationSpecification activation) {
		if (task == Task.BINARY_CLASSIFICATION && activation instanceof SigmoidActivation) {
			return BinaryCrossEntropySpecification.DEFAULT;
		}
		if (task != Task.REGRESSION && activation instanceof SoftmaxActivation) {
			return CategoricalCrossEntropySpecification.DEFAULT;
		}
		return new MeanSquaredErrorSpecification();
	}

	private static int units(DatasetShape shape, ActivationSpecification activation) {
		return switch (shape.task()) {
			case REGRESSION -> 1;
			case BINARY_CLASSIFICATION -> (activation instanceof SoftmaxActivation) ? 2 : 1;
			case MULTICLASS_CLASSIFICATION -> shape.classes().size();
		};
	}

	/** What an output should be for a class that is not the sample's. */
	public double low() {
		return loss.low(activation);
	}

	/** The output above which a single unit says the second class. */
	public double threshold() {
		return (low() + 1) / 2;
	}

	public Metric metric() {
		if (task == Task.REGRESSION) {
			return new RSquared();
		}
		return (units == 1) ? new BinaryAccuracy(threshold()) : new CategoricalAccuracy();
	}

}
