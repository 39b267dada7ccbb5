package dev.descent.insight.curvature;

import java.util.ArrayList;
import java.util.List;

import dev.descent.training.Checkpoint;
import dev.descent.training.Experiment;
import dev.descent.training.specification.optimizer.DescentSpecification.SgdSpecification;
import dev.descent.training.specification.optimizer.OptimizerSpecification;
import org.jspecify.annotations.Nullable;

/**
 * The largest learning rate at which descent on a parabola as sharp as the objective is
 * stable (Cohen, Kaur, Li, Kolter and Talwalkar, 2021, "Gradient descent on neural
 * networks typically occurs at the edge of stability").
 *
 * @param learningRate of the last update; null for a method without one
 * @param factor what learning rate times sharpness must stay below: 2 for plain descent
 * @param sharpness the largest eigenvalue of the Hessian
 * @param doubts why the bound is but a hint; empty if it holds
 */
public record StepBound(@Nullable Double learningRate, double factor, double sharpness, List<String> doubts) {

	static StepBound of(Checkpoint moment, double sharpness) {
		var experiment = moment.experiment();
		var optimizer = experiment.specification().optimizer();
		Double rate = (optimizer.learningRate() != null) ? moment.state().learningRate() : null;
		return new StepBound(rate, factor(optimizer), sharpness, doubts(experiment));
	}

	/**
	 * What learning rate times curvature must stay below, so that no root of the
	 * recursion on a parabola is beyond -1.
	 */
	static double factor(OptimizerSpecification optimizer) {
		if (!(optimizer instanceof SgdSpecification sgd) || sgd.momentum() == 0) {
			return 2;
		}
		double beta = sgd.momentum();
		return (2 + 2 * beta) / (sgd.nesterov() ? 1 + 2 * beta : 1 - sgd.dampening());
	}

	private static List<String> doubts(Experiment experiment) {
		var job = experiment.specification();
		var doubts = new ArrayList<String>();
		if (!(job.optimizer() instanceof SgdSpecification sgd)) {
			doubts.add("the optimizer is not sgd: what counts for it is the curvature as it scales the parameters");
		}
		else if (sgd.weightDecay() > 0) {
			doubts.add("weight decay is no part of the objective");
		}
		if (experiment.plan().batchSize() < experiment.split().training().length) {
			doubts.add("batches are not the whole: steps that are noisy become unstable earlier");
		}
		if (experiment.architecture().hasDropout()) {
			doubts.add("dropout changes the network from update to update");
		}
		if (job.gradientClipping() != null || job.gradientNoise() != null || job.averaging() != null
				|| job.regularization().maxNorm() != null) {
			doubts.add("clipping, noise, averaging or max-norm change the steps");
		}
		if (!Double.isNaN(experiment.plan().optimization().schedule().momentum(0))) {
			doubts.add("the schedule moves the momentum");
		}
		return doubts;
	}

	/** The largest stable learning rate; null if there is no bound. */
	public @Nullable Double largestStableRate() {
		return (sharpness > 0) ? (Double) (factor / sharpness) : null;
	}

	/** The sharpness at which the learning rate becomes unstable. */
	public @Nullable Double largestStableSharpness() {
		return (learningRate != null && learningRate > 0) ? (Double) (factor / learningRate) : null;
	}

	/** The learning rate as a share of the largest stable one: 1 is the edge. */
	public @Nullable Double ratio() {
		return (learningRate != null) ? (Double) (learningRate * Math.max(0, sharpness) / factor) : null;
	}

}
