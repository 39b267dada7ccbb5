package dev.descent.training;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

import dev.descent.engine.training.TrainingRun;
import dev.descent.training.LossHistory.Column;
import dev.descent.training.breakpoint.Condition;
import dev.descent.training.breakpoint.Values;
import dev.descent.training.breakpoint.Variable;
import dev.descent.training.specification.BreakpointSpecification;
import org.jspecify.annotations.Nullable;

/**
 * The breakpoints of a job. One hits where its condition comes to hold, and again only
 * after it has not held meanwhile. Touched by one thread at a time.
 */
final class Breakpoints {

	private static final long NEVER = -1;

	private final List<Breakpoint> breakpoints = new ArrayList<>();

	private double minLoss = Double.NaN;

	private double minValidationLoss = Double.NaN;

	/** The update after which it was looked last. */
	private long looked = NEVER;

	private static final class Breakpoint {

		private final String when;

		private final Condition condition;

		private boolean holds;

		Breakpoint(BreakpointSpecification specification) {
			this.when = specification.when();
			this.condition = specification.condition();
		}

	}

	/**
	 * @param history up to where the run begins
	 */
	static Breakpoints of(List<BreakpointSpecification> specifications, LossHistory history) {
		var breakpoints = new Breakpoints();
		if (!specifications.isEmpty()) {
			specifications.forEach((specification) -> breakpoints.breakpoints.add(new Breakpoint(specification)));
			var curve = history.curve();
			breakpoints.minLoss = min(curve.column(Column.TRAIN_LOSS));
			breakpoints.minValidationLoss = min(curve.column(Column.VALIDATION_LOSS));
		}
		return breakpoints;
	}

	private static double min(double[] losses) {
		return Arrays.stream(losses).min().orElse(Double.NaN);
	}

	/** Notes the losses of an evaluation. */
	void evaluated(TrainingRun run) {
		minLoss = smaller(minLoss, run.figures().trainLoss());
		minValidationLoss = smaller(minValidationLoss, run.figures().validationLoss());
	}

	private static double smaller(double least, double loss) {
		return (least <= loss) ? least : loss;
	}

	/** The condition that has come to hold before the next update; null if none has. */
	@Nullable String hitBy(TrainingRun run) {
		var state = run.state();
		if (breakpoints.isEmpty() || state.evaluationDue() || state.step() == looked) {
			return null;
		}
		looked = state.step();
		String hit = null;
		Values values = (variable) -> value(variable, run);
		for (var breakpoint : breakpoints) {
			if (mayHaveChanged(breakpoint.condition, run)) {
				boolean held = breakpoint.holds;
				breakpoint.holds = breakpoint.condition.holds(values);
				if (breakpoint.holds && !held && hit == null) {
					hit = breakpoint.when;
				}
			}
		}
		return hit;
	}

	private static boolean mayHaveChanged(Condition condition, TrainingRun run) {
		return switch (condition.moment()) {
			case UPDATE -> true;
			case EPOCH -> run.state().betweenEpochs();
			case EVALUATION -> run.state().figuresAreCurrent();
		};
	}

	private double value(Variable variable, TrainingRun run) {
		var figures = run.figures();
		return switch (variable) {
			case EPOCH -> run.state().epoch();
			case STEP -> run.state().step();
			case LOSS -> figures.trainLoss();
			case MIN_LOSS -> minLoss;
			case VALIDATION_LOSS -> figures.validationLoss();
			case MIN_VALIDATION_LOSS -> minValidationLoss;
			case METRIC -> figures.trainMetric();
			case VALIDATION_METRIC -> figures.validationMetric();
			case LEARNING_RATE -> run.state().learningRate();
			case DEAD_UNITS -> run.deadUnits();
		};
	}

}
