package dev.descent.insight.diagnosis.symptom;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

import org.springframework.stereotype.Component;

/** The loss jumps about, or stays above where it began, in place of falling. */
@Component
final class LearningRateTooHigh implements Symptom {

	/** Fewer evaluations show no pattern. */
	private static final int FEWEST = 10;

	/**
	 * By which share of itself the loss rises at a mean step. Steps of one batch are
	 * noisy by a percent or so; at the edge of stability and beyond, by far more.
	 */
	private static final double ROUGH = 0.05;

	/** A loss that is this small a share of the start's may be as rough as it likes. */
	private static final double MATTERS = 0.1;

	/** Above its start, with room for the noise of the start itself. */
	private static final double ABOVE_THE_START = 1.05;

	@Override
	public String name() {
		return "learning_rate_too_high";
	}

	@Override
	public Explanation explanation() {
		return new Explanation(
				"""
						The steps are so long that they jump over the valley in place of going down into it, to and fro. Shorter \
						steps settle.""",
				"""
						Along directions whose curvature exceeds 2 / rate, gradient descent oscillates; the loss falls only \
						through the flatter ones, or not at all. With mini-batches the same rate also multiplies the \
						noise of the gradient, and the loss hovers at a height proportional to it.""",
				"Cohen, Kaur, Li, Kolter and Talwalkar, 2021, Gradient descent on neural networks typically occurs at the edge of stability; Bottou, Curtis and Nocedal, 2018, Optimization methods for large-scale machine learning");
	}

	@Override
	public Set<String> causes() {
		return Set.of("diverging");
	}

	@Override
	public Optional<Sign> in(Examination examination) {
		var curve = examination.curve();
		int middle = (curve.size() > 0) ? curve.at(0.5) : 0;
		if (curve.size() - middle < FEWEST) {
			return Optional.empty();
		}
		double level = curve.median(middle, curve.size());
		double roughness = roughness(curve, middle) / level;
		var job = examination.specification();
		if (level > ABOVE_THE_START * curve.first()) {
			return Optional.of(Sign.of(Severity.SEVERE, Confidence.LIKELY,
					String.format(Locale.ROOT,
							"In the second half of the run the training loss lay at %.3g, above the %.3g of the start.",
							level, curve.first()),
					List.of(Evidence
						.above("training loss of the second half (median)", level, ABOVE_THE_START * curve.first())
						.over(curve.epochs(), curve.training())),
					Stream.concat(Remedy.rate(job, 0.1), Stream.of(Remedy.adam()))));
		}
		if (roughness > ROUGH && level > MATTERS * curve.first()) {
			return Optional.of(Sign.of(examination.unlessLearnt(Severity.MODERATE), Confidence.LIKELY, String.format(
					Locale.ROOT,
					"In the second half of the run the training loss rose by %.1f %% of itself at a mean evaluation.",
					100 * roughness),
					List.of(Evidence.above("mean rise of the training loss, as a share of it", roughness, ROUGH)
						.over(curve.epochs(), curve.training())),
					Stream.concat(Remedy.rate(job, 0.1), Stream.of(Remedy.adam()))));
		}
		return Optional.empty();
	}

	/** The mean rise from one evaluation to the next; a fall is none. */
	private static double roughness(Curve curve, int from) {
		double rises = 0;
		for (int i = from + 1; i < curve.size(); i++) {
			rises += Math.max(0, curve.training()[i] - curve.training()[i - 1]);
		}
		return rises / (curve.size() - 1 - from);
	}

}
