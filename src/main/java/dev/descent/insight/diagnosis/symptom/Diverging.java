package dev.descent.insight.diagnosis.symptom;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

import dev.descent.engine.training.StopReason;
import org.springframework.stereotype.Component;

/** The loss grows without bound. */
@Component
final class Diverging implements Symptom {

	/**
	 * The start guesses; ten times worse than guessing is no noise, whatever the loss.
	 */
	private static final double TIMES_THE_START = 10;

	@Override
	public String name() {
		return "diverging";
	}

	@Override
	public Explanation explanation() {
		return new Explanation(
				"""
						Each step lands higher up on the other side of the valley than where it began, so the loss grows until it \
						is no number any more. Shorter steps go down.""",
				"""
						Where the rate exceeds 2 / lambda-max of the Hessian, the error along that direction is multiplied by a \
						factor below -1 at each step; gradients grow with the error, so nothing brings it back. A lower rate, \
						or a bound on the length of the gradient, keeps the factor within (-1, 1).""",
				"LeCun, Bottou, Orr and Mueller, 1998, Efficient backprop; Pascanu, Mikolov and Bengio, 2013, On the difficulty of training recurrent neural networks");
	}

	@Override
	public Optional<Sign> in(Examination examination) {
		var curve = examination.curve();
		boolean overflowed = examination.stopReason() == StopReason.DIVERGED;
		double times = (curve.size() > 0) ? curve.last() / curve.first() : Double.NaN;
		if (!overflowed && !(times > TIMES_THE_START)) {
			return Optional.empty();
		}
		String statement = overflowed
				? String.format(Locale.ROOT, "After epoch %.0f the numbers became infinite.",
						(curve.size() > 0) ? curve.epochs()[curve.size() - 1] : 0)
				: String.format(Locale.ROOT, "The training loss is %.3g times that of the start.", times);
		var job = examination.specification();
		return Optional.of(Sign.of(Severity.SEVERE, overflowed ? Confidence.CERTAIN : Confidence.LIKELY, statement,
				List.of(Evidence
					.above("training loss, times that of the start", overflowed ? Double.POSITIVE_INFINITY : times,
							TIMES_THE_START)
					.over(curve.epochs(), scaled(curve))),
				Stream.of(Remedy.rate(job, 0.1).map((rate) -> rate.and(Remedy.clipping())), Remedy.rate(job, 0.1),
						Stream.of(Remedy.clipping(), Remedy.adam()))
					.flatMap(Function.identity())));
	}

	private static double[] scaled(Curve curve) {
		return Arrays.stream(curve.training()).map((loss) -> loss / curve.first()).toArray();
	}

}
