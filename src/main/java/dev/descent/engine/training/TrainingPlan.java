package dev.descent.engine.training;

import java.util.List;

import dev.descent.engine.loss.Loss;
import dev.descent.engine.network.Architecture;
import dev.descent.engine.regularization.Penalty;
import dev.descent.engine.schedule.Schedule;
import org.jspecify.annotations.Nullable;

/**
 * Everything that decides how a run goes, apart from the data and the start. Two runs of
 * one plan, data and start are identical to the last bit.
 *
 * @param batchSize samples an update; at or above the number of samples it is the full
 * batch, which is never shuffled
 * @param shuffle whether each epoch takes the samples in a new random order
 * @param seed of the order
 * @param evaluateEvery epochs between two evaluations over all samples; the last epoch is
 * always evaluated
 * @param targetLoss training loss at which to stop, if any
 */
public record TrainingPlan(Architecture architecture, Loss loss, List<Penalty> penalties, Metric metric,
		Optimization optimization, int epochs, int batchSize, boolean shuffle, long seed, int evaluateEvery,
		@Nullable EarlyStopping earlyStopping, @Nullable Double targetLoss) {

	public TrainingPlan {
		penalties = List.copyOf(penalties);
		if (epochs < 0 || batchSize < 1 || evaluateEvery < 1) {
			throw new IllegalArgumentException("epochs %d, batchSize %d or evaluateEvery %d is too small"
				.formatted(epochs, batchSize, evaluateEvery));
		}
	}

	/** Whether loss and metric are worked out after an epoch. */
	boolean evaluatesAfter(int epoch) {
		return isRegular(epoch) || epoch == epochs;
	}

	/** Whether an epoch is evaluated wherever the run ends. */
	boolean isRegular(int epoch) {
		return epoch % evaluateEvery == 0;
	}

	/** The same plan with at least so many epochs. */
	TrainingPlan lastingAtLeast(int epochs) {
		return (epochs <= this.epochs) ? this : new TrainingPlan(architecture, loss, penalties, metric, optimization,
				epochs, batchSize, shuffle, seed, evaluateEvery, earlyStopping, targetLoss);
	}

	/**
	 * The same descent at other learning rates, one an update, for as long as it is
	 * advanced: nothing but the start is evaluated, and nothing but divergence ends it.
	 * @param rates of the base 1
	 */
	public TrainingPlan swept(Schedule rates) {
		var sweep = new Optimization(optimization.optimizer(), 1, rates, true, optimization.gradientRules());
		return new TrainingPlan(architecture, loss, penalties, metric, sweep, Integer.MAX_VALUE, batchSize, shuffle,
				seed, Integer.MAX_VALUE, null, null);
	}

}
