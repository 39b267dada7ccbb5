package dev.descent.insight.diagnosis.symptom;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

import dev.descent.training.specification.activation.RectifyingActivation.ReluActivation;
import org.springframework.stereotype.Component;

/** Hardly anything of the loss gets back to the first layer. */
@Component
final class VanishingGradients implements Symptom {

	/**
	 * What comes back to a unit of the first layer, as a share of what a unit of the
	 * output layer gets, in the first half of the run. In a network that learns well it
	 * is a tenth or more.
	 */
	private static final double SHARE = 0.01;

	/** Below so many hidden layers there is no product of many factors. */
	private static final int SHALLOWEST = 3;

	@Override
	public String name() {
		return "vanishing_gradients";
	}

	@Override
	public Explanation explanation() {
		return new Explanation("""
				The message of what went wrong gets fainter with each layer on its way back, and the first layers hear \
				nothing of it. They stay as they began, and the layers after them learn from noise.""", """
				dL/dz of a layer is W'dL/dz of the next, times f'(z). For a sigmoid f' is at most 1/4, so that the \
				gradient shrinks by about that factor a layer. relu has f' = 1 where it is active, and he_normal \
				keeps the variance of what flows through.""",
				"Hochreiter, 1991, Untersuchungen zu dynamischen neuronalen Netzen; Glorot and Bengio, 2010, Understanding the difficulty of training deep feedforward neural networks; He, Zhang, Ren and Sun, 2015, Delving deep into rectifiers");
	}

	@Override
	public Set<String> causes() {
		return Set.of("dead_relus", "saturation", "symmetric_start");
	}

	@Override
	public Optional<Sign> in(Examination examination) {
		if (examination.hiddenLayers().size() < SHALLOWEST) {
			return Optional.empty();
		}
		double[] shares = Look.series(examination.looks(), Look::comesBack);
		double[] first = Arrays.stream(shares).limit(Math.ceilDiv(shares.length, 2)).sorted().toArray();
		double share = first[first.length / 2];
		if (!(share < SHARE)) {
			return Optional.empty();
		}
		var job = examination.specification();
		var layers = Remedy.changed(job.network().hiddenLayers(), (layer) -> layer.with(new ReluActivation()));
		var relus = Remedy.hiddenLayers("Use relu in the hidden layers.", layers)
			.and(Remedy.initializer(job, "he_normal"));
		return Optional
			.of(Sign.of(examination.unlessLearnt(Severity.SEVERE), Confidence.LIKELY, String.format(Locale.ROOT,
					"A unit of the first layer got %.2g of the gradient that a unit of the output layer got.", share),
					List.of(Evidence
						.below("dL/dz of the first layer, as a share of the output layer's (root mean squares)", share,
								SHARE)
						.ofLayer(0)
						.over(examination.lookedAt(), shares)),
					Stream.of(relus.and(Remedy.clipping()).and(Remedy.adam()), relus.and(Remedy.adam()), relus)));
	}

}
