package dev.descent.insight.diagnosis.symptom;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

import dev.descent.dataset.preparation.Scaling;
import org.springframework.stereotype.Component;

/** Units that sit on the flat ends of their activation from the start on. */
@Component
final class Saturation implements Symptom {

	/**
	 * A trained network saturates where it is sure; at the start, where it knows nothing,
	 * half of the units doing so is no knowledge.
	 */
	private static final double AT_THE_START = 0.5;

	/** Those that have not come back. */
	private static final double AT_THE_END = 0.3;

	@Override
	public String name() {
		return "saturation";
	}

	@Override
	public Explanation explanation() {
		return new Explanation("""
				The units begin at their upper or lower end, where a small change of a weight changes nothing, so they \
				learn very slowly. Smaller weights, or inputs of a common scale, put them where they are sensitive.""",
				"""
						The gradient of a unit is multiplied by f'(z), which falls off exponentially with |z| for sigmoid and tanh. \
						The variance of z is the fan-in times those of weights and inputs; initializers that divide by \
						the fan-in keep it near 1.""",
				"Glorot and Bengio, 2010, Understanding the difficulty of training deep feedforward neural networks");
	}

	/** Saturated units are features at random, by which samples are learnt by heart. */
	@Override
	public Judge judge() {
		return Judge.VALIDATION_LOSS;
	}

	@Override
	public Optional<Sign> in(Examination examination) {
		int worst = -1;
		var evidence = new ArrayList<Evidence>();
		for (int l = 0; l < examination.hiddenLayers().size(); l++) {
			int layer = l;
			double start = saturated(examination.start(), layer);
			if (start >= AT_THE_START && saturated(examination.end(), layer) >= AT_THE_END) {
				evidence.add(Evidence.above("share of saturated units at the start", start, AT_THE_START)
					.ofLayer(layer)
					.over(examination.lookedAt(), Look.series(examination.looks(), (look) -> saturated(look, layer))));
				worst = (worst < 0 || start > saturated(examination.start(), worst)) ? layer : worst;
			}
		}
		if (worst < 0) {
			return Optional.empty();
		}
		var job = examination.specification();
		var initializer = Remedy.initializer(job, "xavier_uniform");
		boolean unscaled = job.scaling() == Scaling.NONE;
		return Optional.of(Sign.of(examination.unlessLearnt(Severity.MODERATE), Confidence.LIKELY,
				String.format(Locale.ROOT,
						"In layer %d, %.0f %% of the activations were saturated at the start and %.0f %% at the end.",
						worst, 100 * saturated(examination.start(), worst), 100 * saturated(examination.end(), worst)),
				evidence, Stream.of(unscaled ? Remedy.scaling().and(initializer) : initializer)));
	}

	private static double saturated(Look look, int layer) {
		return look.layers().get(layer).saturatedShare();
	}

}
