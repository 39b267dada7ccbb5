package dev.descent.training.specification;

import dev.descent.dataset.DatasetShape;
import dev.descent.dataset.Task;
import dev.descent.engine.training.BinaryAccuracy;
import dev.descent.engine.training.CategoricalAccuracy;
import dev.descent.engine.training.Metric;
import dev.descent.engine.training.RSquared;
import dev.descent.problem.Faults;
import dev.descent.training.specification.LossSpecification.BinaryCrossEntropySpecification;
import dev.descent.training.specification.LossSpecification.CategoricalCrossEntropySpecification;
import dev.descent.training.specification.LossSpecification.MeanSquaredErrorSpecification;
import org.jspecify.annotations.Nullable;

/**
 * How a network ends: the activation and the loss, which must fit each other and the
 * task, and what follows from them.
 *
 * @param units number of outputs
 */
public record OutputLayer(Task task, int units, ActivationType activation, LossSpecification loss) {

	/**
	 * Fills in what is not given and checks that the parts fit.
	 * @param activation what was asked for, if anything
	 * @param loss what was asked for, if anything
	 * @param faults of the whole job
	 */
	public static OutputLayer decide(DatasetShape shape, @Nullable ActivationType activation,
			@Nullable LossSpecification loss, Faults faults) {
		var task = shape.task();
		var decidedActivation = (activation != null) ? activation : activationFor(task, loss);
		var decidedLoss = (loss != null) ? loss : lossFor(task, decidedActivation);
		checkActivation(task, decidedActivation, faults.at("network").at("outputActivation"));
		checkLoss(task, decidedActivation, decidedLoss, faults.at("loss"));
		return new OutputLayer(task, units(shape, decidedActivation), decidedActivation, decidedLoss);
	}

	private static ActivationType activationFor(Task task, @Nullable LossSpecification loss) {
		return switch (loss) {
			case BinaryCrossEntropySpecification _ -> ActivationType.SIGMOID;
			case CategoricalCrossEntropySpecification _ -> ActivationType.SOFTMAX;
			case MeanSquaredErrorSpecification _ -> usualActivation(task);
			case null -> usualActivation(task);
		};
	}

	private static ActivationType usualActivation(Task task) {
		return switch (task) {
			case BINARY_CLASSIFICATION -> ActivationType.SIGMOID;
			case MULTICLASS_CLASSIFICATION -> ActivationType.SOFTMAX;
			case REGRESSION -> ActivationType.IDENTITY;
		};
	}

	private static LossSpecification lossFor(Task task, ActivationType activation) {
		if (task == Task.BINARY_CLASSIFICATION && activation == ActivationType.SIGMOID) {
			return new BinaryCrossEntropySpecification();
		}
		if (activation == ActivationType.SOFTMAX && task != Task.REGRESSION) {
			return new CategoricalCrossEntropySpecification();
		}
		return new MeanSquaredErrorSpecification();
	}

	private static void checkActivation(Task task, ActivationType activation, Faults faults) {
		faults.require(task != Task.REGRESSION || activation != ActivationType.SOFTMAX,
				"must not be softmax for a regression, whose one output would always be 1");
	}

	private static void checkLoss(Task task, ActivationType activation, LossSpecification loss, Faults faults) {
		switch (loss) {
			case BinaryCrossEntropySpecification _ -> {
				faults.require(task == Task.BINARY_CLASSIFICATION, "binary_cross_entropy needs two classes; "
						+ ((task == Task.REGRESSION) ? "use mse for a regression" : "use categorical_cross_entropy"));
				faults.require(activation == ActivationType.SIGMOID,
						"binary_cross_entropy needs a sigmoid output; set network.outputActivation to sigmoid or use mse");
			}
			case CategoricalCrossEntropySpecification _ -> {
				faults.require(task != Task.REGRESSION,
						"categorical_cross_entropy needs classes; use mse for a regression");
				faults.require(activation == ActivationType.SOFTMAX,
						"categorical_cross_entropy needs a softmax output; set network.outputActivation to softmax or use mse");
			}
			case MeanSquaredErrorSpecification _ -> {
				// fits every output
			}
		}
	}

	private static int units(DatasetShape shape, ActivationType activation) {
		return switch (shape.task()) {
			case REGRESSION -> 1;
			case BINARY_CLASSIFICATION -> (activation == ActivationType.SOFTMAX) ? 2 : 1;
			case MULTICLASS_CLASSIFICATION -> shape.classes().size();
		};
	}

	/** What an output should be for a class that is not the sample's. */
	public double low() {
		return (activation == ActivationType.TANH) ? -1 : 0;
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
