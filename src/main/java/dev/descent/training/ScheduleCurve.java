package dev.descent.training;

import java.util.List;
import java.util.Objects;

import dev.descent.training.specification.schedule.SchedulePreviewSpecification;
import dev.descent.training.specification.schedule.ScheduleSpecification;
import org.jspecify.annotations.Nullable;

/** The learning rates of a training that does not take place, at some of its steps. */
public final class ScheduleCurve {

	private final ScheduleSpecification schedule;

	private final long steps;

	private final long[] step;

	private final double[] learningRate;

	private final double[] momentum;

	private ScheduleCurve(ScheduleSpecification schedule, long steps, int points) {
		this.schedule = schedule;
		this.steps = steps;
		this.step = new long[points];
		this.learningRate = new double[points];
		this.momentum = new double[points];
	}

	/** The curve, thinned evenly to the points asked for. */
	public static ScheduleCurve of(SchedulePreviewSpecification preview) {
		var resolved = preview.resolved();
		var rule = resolved.rule();
		long steps = preview.steps();
		var curve = new ScheduleCurve(resolved, steps, (int) Math.min(steps, preview.maxPoints()));
		double own = Objects.requireNonNullElse(preview.momentum(), Double.NaN);
		double[] memory = new double[rule.memory()];
		long time = 0;
		for (int i = 0; i < curve.step.length; i++) {
			long next = curve.timeOf(i);
			if (resolved.watchesLoss()) {
				for (; time < next; time++) {
					rule.evaluated(preview.learningRate(), time + 1, loss(preview.losses(), time), memory);
				}
			}
			curve.step[i] = next + 1;
			curve.learningRate[i] = rule.learningRate(preview.learningRate(), next, memory);
			double moved = rule.momentum(next);
			curve.momentum[i] = Double.isNaN(moved) ? own : moved;
		}
		return curve;
	}

	private long timeOf(int point) {
		return (step.length == 1) ? 0 : Math.round(point * ((steps - 1) / (double) (step.length - 1)));
	}

	private static double loss(@Nullable List<Double> losses, long epoch) {
		return (losses != null) ? losses.get((int) Math.min(epoch, losses.size() - 1)) : 1;
	}

	/** The schedule with every field set. */
	public ScheduleSpecification schedule() {
		return schedule;
	}

	/** How many steps the training has. */
	public long steps() {
		return steps;
	}

	/** The steps that are shown, from 1; not a copy. */
	public long[] step() {
		return step;
	}

	/** The learning rate of each; not a copy. */
	public double[] learningRate() {
		return learningRate;
	}

	/** The momentum of each, NaN where it is not known; not a copy. */
	public double[] momentum() {
		return momentum;
	}

}
