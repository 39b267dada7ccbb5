package dev.descent.insight.diagnosis.symptom;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

import org.springframework.stereotype.Component;

/** The gradient grows from layer to layer on its way back. */
@Component
final class ExplodingGradients implements Symptom {

	/**
	 * What comes back to a unit of the first layer, times what a unit of the output layer
	 * gets, at the start. Sound initializers keep it near 1.
	 */
	private static final double TIMES = 10;

	@Override
	public String name() {
		return "exploding_gradients";
	}

	@Override
	public Explanation explanation() {
		return new Explanation(
				"""
						The message of what went wrong gets louder with each layer on its way back, and the first layers are thrown \
						about by it. Smaller weights at the start, and a limit for the gradient, keep it at one loudness.""",
				"""
						Going back through a layer multiplies the gradient by W', so with weights whose variance is well above \
						2 / fan-in its norm grows exponentially with depth. he_normal (for relu) and xavier_uniform bring the \
						factor to 1; clipping bounds the step where the surface has cliffs.""",
				"Pascanu, Mikolov and Bengio, 2013, On the difficulty of training recurrent neural networks; He, Zhang, Ren and Sun, 2015, Delving deep into rectifiers");
	}

	@Override
	public Optional<Sign> in(Examination examination) {
		double times = examination.start().comesBack();
		if (examination.hiddenLayers().isEmpty() || !(times > TIMES)) {
			return Optional.empty();
		}
		var job = examination.specification();
		var start = Remedy.initializer(job, examination.soundInitializer());
		return Optional.of(Sign.of(examination.unlessLearnt(Severity.SEVERE), Confidence.LIKELY, String.format(
				Locale.ROOT,
				"At the start a unit of the first layer got %.3g times the gradient that a unit of the output layer got.",
				times),
				List.of(Evidence
					.above("dL/dz of the first layer, times the output layer's (root mean squares)", times, TIMES)
					.ofLayer(0)
					.over(examination.lookedAt(), Look.series(examination.looks(), Look::comesBack))),
				Stream.of(start.and(Remedy.clipping()), start)));
	}

}
