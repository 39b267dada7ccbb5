package dev.descent.insight.diagnosis.symptom;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

import dev.descent.training.specification.TrainingJobSpecification;
import dev.descent.training.specification.optimizer.DescentSpecification.SgdSpecification;
import org.springframework.stereotype.Component;

/** The loss stands still for long, high up, and has somewhere to go. */
@Component
final class Plateau implements Symptom {

	/** The share of the epochs for which the loss stood still. */
	private static final double LONG = 0.3;

	/** It stands still if it changes by less than this share. */
	private static final double STILL = 0.02;

	/** In fewer evaluations a run cannot be seen to stand still. */
	private static final int FEWEST = 20;

	/** High up is above this share of the start's loss. */
	private static final double HIGH = 0.5;

	/** It went on if it fell by this share afterwards. */
	private static final double WENT_ON = 0.1;

	/** How much better nearest neighbours do where it has not gone on yet. */
	private static final double BEHIND = 0.1;

	@Override
	public String name() {
		return "plateau";
	}

	@Override
	public Explanation explanation() {
		return new Explanation("""
				The loss stood still for a long time, as on a plain where no direction goes down noticeably, although \
				there is lower ground. Momentum, or steps that grow where it is flat, cross the plain sooner.""", """
				Near a saddle point, and where units are still alike, gradients are small in all directions, and plain \
				descent takes of the order of 1 / (rate |lambda-min|) steps to leave. Momentum multiplies the \
				speed by up to 1 / (1 - momentum); Adam divides by the size of the gradient.""",
				"Fukumizu and Amari, 2000, Local minima and plateaus in hierarchical structures of multilayer perceptrons; Dauphin et al., 2014, Identifying and attacking the saddle point problem");
	}

	@Override
	public Set<String> causes() {
		return Set.of("diverging", "learning_rate_too_high", "learning_rate_too_low", "dead_relus", "saturation",
				"vanishing_gradients", "exploding_gradients", "symmetric_start", "unscaled_inputs",
				"loss_output_mismatch", "class_imbalance");
	}

	/** Evaluations between which the loss stood still. */
	private record Stretch(int from, int to) {
	}

	@Override
	public Optional<Sign> in(Examination examination) {
		var curve = examination.curve();
		if (curve.size() < FEWEST || examination.hiddenLayers().isEmpty()) {
			return Optional.empty();
		}
		var stretch = longest(curve);
		double[] epochs = curve.epochs();
		double length = (epochs[stretch.to()] - epochs[stretch.from()]) / (epochs[curve.size() - 1] - epochs[0]);
		double height = curve.training()[stretch.to()];
		double later = 1 - curve.last() / height;
		boolean wentOn = later > WENT_ON;
		double gap = examination.learnable() - examination.metric();
		boolean behind = gap > BEHIND && examination.steepness() < LearningRateTooLow.STEEP;
		if (length < LONG || height < HIGH * curve.first() || !(wentOn || behind)) {
			return Optional.empty();
		}
		return Optional.of(Sign.of((wentOn || gap <= Underfitting.FAR_BEHIND) ? Severity.HINT : Severity.MODERATE,
				wentOn ? Confidence.LIKELY : Confidence.POSSIBLE,
				String.format(Locale.ROOT, "From epoch %.0f to %.0f the training loss stood still at %.3g%s.",
						epochs[stretch.from()], epochs[stretch.to()], height,
						wentOn ? String.format(Locale.ROOT, ", then it fell by %.0f %%", 100 * later) : ""),
				List.of(Evidence.above("share of the epochs for which the training loss stood still", length, LONG)
					.over(epochs, curve.training())),
				remedies(examination.specification())));
	}

	/** The longest stretch over which the loss stays within a share of itself. */
	private static Stretch longest(Curve curve) {
		double[] losses = curve.training();
		var longest = new Stretch(0, 0);
		int from = 0;
		for (int to = 0; to < losses.length; to++) {
			while (Math.abs(losses[from] - losses[to]) > STILL * losses[from]) {
				from++;
			}
			if (curve.epochs()[to] - curve.epochs()[from] > curve.epochs()[longest.to()]
					- curve.epochs()[longest.from()]) {
				longest = new Stretch(from, to);
			}
		}
		return longest;
	}

	private static Stream<Remedy> remedies(TrainingJobSpecification job) {
		var momentum = new Remedy("Use a momentum of 0.9.", Map.of("optimizer", Map.of("momentum", 0.9)));
		boolean lacksMomentum = job.optimizer() instanceof SgdSpecification sgd && sgd.momentum() == 0;
		return lacksMomentum ? Stream.of(momentum, Remedy.adam()) : Stream.of(Remedy.adam());
	}

}
