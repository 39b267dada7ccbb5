package dev.descent.training;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

import dev.descent.engine.analysis.Agreement;
import dev.descent.engine.analysis.CheckedDerivative;
import dev.descent.engine.analysis.GradientCheck;
import dev.descent.engine.kernel.Kernels;
import dev.descent.engine.network.Network;
import dev.descent.engine.training.Penalties;
import dev.descent.engine.training.TrainingState;
import org.jspecify.annotations.Nullable;

/**
 * Whether backpropagation was right at the end of a job, in short: the derivative in one
 * random direction of each layer against a central difference.
 *
 * @param samples of the training samples, the first ones
 * @param layers one for each layer
 */
public record BackpropagationCheck(int samples, List<CheckedDerivative> layers) {

	private static final int MOST_SAMPLES = 32;

	/** The share of the training that it may take. */
	private static final double SHARE = 0.01;

	/** Samples times parameters that are nothing, in forward passes. */
	private static final double NOTHING = 10_000;

	/** A gradient in forward passes. */
	private static final int GRADIENT = 3;

	/** Of the parameters to use; null if the objective is not finite around them. */
	static @Nullable BackpropagationCheck of(Experiment experiment, TrainingState state, Kernels kernels) {
		var plan = experiment.plan();
		int[] training = experiment.split().training();
		int[] rows = Arrays.copyOf(training, Math.min(training.length, samples(experiment, state)));
		var check = GradientCheck.ofLayers(new Network(plan.architecture(), kernels), plan.loss(),
				new Penalties(plan.penalties(), plan.architecture()), experiment.samples(rows), state.parameters(),
				plan.seed());
		while (!check.finished()) {
			check.advance();
		}
		return check.isFinite() ? new BackpropagationCheck(rows.length, check.result()) : null;
	}

	/** So few that the training took far longer. */
	private static int samples(Experiment experiment, TrainingState state) {
		int passes = GradientCheck.MOST_EVALUATIONS * experiment.architecture().depth() + 1 + GRADIENT;
		double free = NOTHING / experiment.architecture().parameterCount();
		double share = SHARE * GRADIENT * state.cost().gradients();
		return (int) Math.clamp(Math.max(free, share) / passes, 1, MOST_SAMPLES);
	}

	/** Whether no derivative is wrong. */
	public boolean agrees() {
		return brokenFrom() == null;
	}

	/**
	 * The last layer with a wrong derivative: errors are handed back from there towards
	 * the inputs. Null if there is none.
	 */
	public @Nullable Integer brokenFrom() {
		return IntStream.range(0, layers.size())
			.boxed()
			.filter((layer) -> layers.get(layer).agreement() == Agreement.WRONG)
			.reduce((_, last) -> last)
			.orElse(null);
	}

}
