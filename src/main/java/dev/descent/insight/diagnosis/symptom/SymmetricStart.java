package dev.descent.insight.diagnosis.symptom;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import org.springframework.stereotype.Component;

/** All units of a layer began alike and so have stayed. */
@Component
final class SymmetricStart implements Symptom {

	/** A layer needs at least two kinds of units to be more than one unit. */
	private static final int KINDS = 2;

	@Override
	public String name() {
		return "symmetric_start";
	}

	@Override
	public Explanation explanation() {
		return new Explanation("""
				All units of a layer began with the same weights, so they get the same corrections and stay the same: \
				however many there are, they do the work of one. Random weights make them different.""", """
				Units with equal weights in and out have equal activations and equal gradients, so any update that \
				looks at each parameter alike keeps them equal: the run never leaves the subspace of symmetric \
				networks. Random weights break the symmetry.""",
				"Rumelhart, Hinton and Williams, 1986, Learning internal representations by error propagation");
	}

	@Override
	public Optional<Sign> in(Examination examination) {
		var evidence = new ArrayList<Evidence>();
		for (int l = 0; l < examination.hiddenLayers().size(); l++) {
			int layer = l;
			if (examination.hiddenLayers().get(layer).units() > 1 && examination.end().kinds()[layer] < KINDS) {
				evidence.add(Evidence.below("units that differ from each other", 1, KINDS)
					.ofLayer(layer)
					.over(examination.lookedAt(), Look.series(examination.looks(), (look) -> look.kinds()[layer])));
			}
		}
		if (evidence.isEmpty()) {
			return Optional.empty();
		}
		var job = examination.specification();
		Integer layer = evidence.getFirst().layer();
		return Optional.of(Sign.of(Severity.SEVERE, Confidence.CERTAIN,
				"The %d units of layer %d are all alike."
					.formatted(examination.hiddenLayers().get((layer != null) ? layer : 0).units(), layer),
				evidence, Stream.of(Remedy.initializer(job, examination.soundInitializer()))));
	}

}
