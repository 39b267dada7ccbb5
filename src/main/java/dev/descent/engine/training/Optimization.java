package dev.descent.engine.training;

import java.util.List;

import dev.descent.engine.optimizer.GradientRule;
import dev.descent.engine.optimizer.Optimizer;
import dev.descent.engine.schedule.Constant;
import dev.descent.engine.schedule.Schedule;

/**
 * How a run descends.
 *
 * @param learningRate that the schedule starts from
 * @param perUpdate whether the schedule counts updates rather than epochs
 * @param gradientRules what is done to each gradient of the objective, in this order
 */
public record Optimization(Optimizer optimizer, double learningRate, Schedule schedule, boolean perUpdate,
		List<GradientRule> gradientRules) {

	public Optimization {
		gradientRules = List.copyOf(gradientRules);
	}

	/** What the schedule counts, after so many epochs and updates. */
	public long time(int epoch, long step) {
		return perUpdate ? step : epoch;
	}

	/** Descends at a constant rate. */
	public static Optimization of(Optimizer optimizer, double learningRate) {
		return new Optimization(optimizer, learningRate, new Constant(), false, List.of());
	}

}
