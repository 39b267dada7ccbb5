package dev.descent.insight.diagnosis.symptom;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

import dev.descent.training.specification.HiddenLayerSpecification;
import dev.descent.training.specification.activation.SquashingActivation.TanhActivation;
import org.springframework.stereotype.Component;

/** The loss has come to rest, but the training samples were not learnt. */
@Component
final class Underfitting implements Symptom {

	/** How much better the nearest neighbours do, in accuracy or R2. */
	private static final double BEHIND = 0.1;

	/** From here on it is more than a hint. */
	static final double FAR_BEHIND = 0.2;

	/**
	 * A loss that changed by less than this share in the last quarter has come to rest.
	 */
	private static final double AT_REST = 0.02;

	private static final double LAST_QUARTER = 0.75;

	/** In fewer evaluations a run cannot be seen to come to rest. */
	private static final int FEWEST = 20;

	/** Units of a layer that is added, and the fewest of one that is made larger. */
	private static final int UNITS = 16;

	/** How many times as many units. */
	private static final int TIMES = 4;

	private static final int MOST_UNITS = 512;

	@Override
	public String name() {
		return "underfitting";
	}

	@Override
	public Explanation explanation() {
		return new Explanation("""
				The network is too simple for these data: it has stopped learning and still errs where looking at the \
				neighbours of a sample would do better. More units can draw a more complicated boundary.""",
				"""
						The training loss has converged to the best that this architecture reaches, above what the data allow: a \
						leave-one-out nearest-neighbour rule, whose risk is at most twice the Bayes risk, does better. The \
						gap is bias, so capacity has to grow.""",
				"Cover and Hart, 1967, Nearest neighbor pattern classification; Geman, Bienenstock and Doursat, 1992, Neural networks and the bias/variance dilemma");
	}

	@Override
	public Set<String> causes() {
		return Set.of("diverging", "learning_rate_too_high", "learning_rate_too_low", "dead_relus", "saturation",
				"vanishing_gradients", "exploding_gradients", "symmetric_start", "unscaled_inputs",
				"loss_output_mismatch");
	}

	@Override
	public Optional<Sign> in(Examination examination) {
		var curve = examination.curve();
		double behind = examination.learnable() - examination.metric();
		if (curve.size() < FEWEST || !(behind > BEHIND)) {
			return Optional.empty();
		}
		double changed = Math.abs(1 - curve.last() / curve.training()[curve.at(LAST_QUARTER)]);
		if (changed > AT_REST) {
			return Optional.empty();
		}
		return Optional.of(Sign.of((behind > FAR_BEHIND) ? Severity.MODERATE : Severity.HINT, Confidence.POSSIBLE,
				String.format(Locale.ROOT,
						"The training loss has come to rest at a %s of %.3g; nearest neighbours reach %.3g.",
						examination.metricName(), examination.metric(), examination.learnable()),
				List.of(Evidence.above(examination.metricName() + " of nearest neighbours, less the network's", behind,
						BEHIND),
						Evidence.below("share by which the training loss changed in the last quarter", changed, AT_REST)
							.over(curve.epochs(), curve.training())),
				Stream.of(Remedy.hiddenLayers("Use more units.", larger(examination.hiddenLayers())))));
	}

	private static List<HiddenLayerSpecification> larger(List<HiddenLayerSpecification> layers) {
		return layers.isEmpty() ? List.of(new HiddenLayerSpecification(UNITS, new TanhActivation(), 0.0))
				: Remedy.changed(layers,
						(layer) -> new HiddenLayerSpecification(
								Math.clamp((long) TIMES * layer.units(), UNITS, MOST_UNITS), layer.activation(),
								layer.dropout()));
	}

}
