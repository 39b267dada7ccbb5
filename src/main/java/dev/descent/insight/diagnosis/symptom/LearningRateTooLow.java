package dev.descent.insight.diagnosis.symptom;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.springframework.stereotype.Component;

/** The loss falls steadily, and would have had far to fall yet. */
@Component
final class LearningRateTooLow implements Symptom {

	/** How many stretches of equal length are looked at. */
	private static final int STRETCHES = 10;

	/**
	 * What the second half of the run gained, as a share of the first half's gain. A run
	 * that comes to rest slows down; one at constant speed has hardly left.
	 */
	private static final double STEADY = 0.65;

	/** A loss that fell to this share of its start's has come far enough. */
	private static final double FAR_ENOUGH = 0.5;

	/** A loss that falls by less than this share stands still. */
	private static final double FALLS = 0.02;

	/** Where it stands still although it is as steep as this, the steps are at fault. */
	static final double STEEP = 0.3;

	/**
	 * The rate is raised so that the same run would fall all the way, at least so far.
	 */
	private static final double FEWEST_TIMES = 10;

	private static final double MOST_TIMES = 1000;

	@Override
	public String name() {
		return "learning_rate_too_low";
	}

	@Override
	public Explanation explanation() {
		return new Explanation(
				"""
						The steps are so short that the run ended before it had come anywhere: the loss was still falling as fast \
						as at the beginning. Longer steps get there in the same time.""",
				"""
						The error along an eigenvector of the Hessian shrinks by 1 - rate lambda at each step. With a rate far \
						below 1 / lambda-max the loss falls at a nearly constant speed, gradients stay as long as they \
						were, and the budget of updates ends first.""",
				"LeCun, Bottou, Orr and Mueller, 1998, Efficient backprop; Smith, 2017, Cyclical learning rates for training neural networks");
	}

	@Override
	public Optional<Sign> in(Examination examination) {
		var curve = examination.curve();
		if (curve.size() <= STRETCHES) {
			return Optional.empty();
		}
		double[] losses = IntStream.rangeClosed(0, STRETCHES)
			.mapToDouble((i) -> curve.training()[curve.at(i / (double) STRETCHES)])
			.toArray();
		boolean falls = IntStream.range(0, STRETCHES).allMatch((i) -> losses[i + 1] < losses[i]);
		double first = losses[0] - losses[STRETCHES / 2];
		double second = losses[STRETCHES / 2] - losses[STRETCHES];
		double left = losses[STRETCHES] / losses[0];
		boolean moves = 1 - left >= FALLS || examination.steepness() > STEEP;
		if (!falls || second < STEADY * first || left < FAR_ENOUGH || !moves) {
			return Optional.empty();
		}
		return Optional.of(Sign.of(examination.unlessLearnt(Severity.MODERATE), Confidence.LIKELY, String.format(
				Locale.ROOT,
				"The training loss fell without pause, by %.3g in the first half of the run and %.3g in the second, and is still %.0f %% of the start's.",
				first, second, 100 * left),
				List.of(Evidence
					.above("fall of the training loss in the second half, as a share of that in the first",
							second / first, STEADY)
					.over(curve.epochs(), curve.training()),
						Evidence.above("training loss at the end, as a share of the start's", left, FAR_ENOUGH)),
				Stream.concat(
						Remedy.rate(examination.specification(), Math.clamp(1 / (1 - left), FEWEST_TIMES, MOST_TIMES)),
						Stream.of(Remedy.adam()))));
	}

}
