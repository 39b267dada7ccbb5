package dev.descent.insight.diagnosis.symptom;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

import dev.descent.training.specification.TrainingJobSpecification;
import org.springframework.stereotype.Component;

/** The validation loss rises while the training loss still falls. */
@Component
final class Overfitting implements Symptom {

	/**
	 * The result's validation loss over the best one; less is the noise of few samples.
	 */
	private static final double ABOVE_THE_BEST = 1.2;

	/** How far it rose, as a share of the start's; less is too little to matter. */
	private static final double MATTERS = 0.05;

	/** The training loss now over that at the best epoch: learning went on. */
	private static final double STILL_LEARNING = 0.9;

	/** A loss this many times as high matters, even if no more samples are mistaken. */
	private static final double FAR = 2;

	/**
	 * What is lost in accuracy or R2 matters from here on; a sample or two are no sign.
	 */
	private static final double COSTS = 0.03;

	/** Of so few validation samples, one or two outliers make the loss. */
	private static final int FEW = 50;

	@Override
	public String name() {
		return "overfitting";
	}

	@Override
	public Explanation explanation() {
		return new Explanation(
				"""
						The network has begun to learn the training samples by heart, their accidents included, and gets worse on \
						samples that it has not seen. Stopping when those are best keeps what holds for all.""",
				"""
						The excess risk has a part that falls with training (bias) and one that grows with the distance from \
						the start (variance). Stopping at the minimum of the validation loss balances them; for gradient \
						descent near a minimum it acts as an L2 penalty of about 1 / (rate steps).""",
				"Prechelt, 1998, Early stopping: but when?; Bishop, 1995, Regularization and complexity control in feed-forward networks");
	}

	@Override
	public Judge judge() {
		return Judge.VALIDATION_LOSS;
	}

	@Override
	public Optional<Sign> in(Examination examination) {
		var curve = examination.curve();
		var figures = examination.result().figures();
		int best = best(curve);
		if (best < 0 || !Double.isFinite(figures.validationLoss())) {
			return Optional.empty();
		}
		double lowest = curve.validation()[best];
		double ratio = figures.validationLoss() / lowest;
		boolean rose = figures.validationLoss() - lowest > MATTERS * curve.validation()[0];
		boolean learning = figures.trainLoss() < STILL_LEARNING * curve.training()[best];
		if (!(ratio > ABOVE_THE_BEST) || !rose || !learning) {
			return Optional.empty();
		}
		boolean costs = figures.validationMetric() < curve.validationMetric()[best] - COSTS;
		boolean few = examination.experiment().split().validation().length < FEW;
		boolean far = !few && ratio > FAR;
		return Optional.of(Sign.of((costs || far) ? Severity.MODERATE : Severity.HINT,
				few ? Confidence.POSSIBLE : Confidence.LIKELY,
				String.format(Locale.ROOT,
						"The validation loss was lowest, %.3g, after epoch %.0f and is %.3g now; the training loss went on falling, from %.3g to %.3g.",
						lowest, curve.epochs()[best], figures.validationLoss(), curve.training()[best],
						figures.trainLoss()),
				List.of(Evidence.above("validation loss, times its lowest", ratio, ABOVE_THE_BEST)
					.over(curve.epochs(), times(curve.validation(), lowest))),
				Stream.of(stopping(examination.specification()))));
	}

	/** The evaluation with the lowest validation loss; -1 without any. */
	private static int best(Curve curve) {
		int best = -1;
		for (int i = 0; i < curve.size(); i++) {
			if (Double.isFinite(curve.validation()[i])
					&& (best < 0 || curve.validation()[i] < curve.validation()[best])) {
				best = i;
			}
		}
		return best;
	}

	private static double[] times(double[] losses, double lowest) {
		return Arrays.stream(losses).map((loss) -> loss / lowest).toArray();
	}

	private static Remedy stopping(TrainingJobSpecification job) {
		int patience = Math.max(10, job.training().epochs() / 20);
		return new Remedy(
				"Stop when the validation loss has not improved for %d epochs, and keep the best.".formatted(patience),
				Map.of("training", Map.of("earlyStopping", Map.of("patience", patience, "restoreBest", true))));
	}

}
