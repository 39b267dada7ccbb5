package dev.descent.insight.diagnosis.symptom;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

import org.springframework.stereotype.Component;

/** Inputs of very different sizes, or far from 1. */
@Component
final class UnscaledInputs implements Symptom {

	/** Initializers and usual rates are made for inputs of a magnitude near 1. */
	private static final double LARGE = 10;

	/** The largest deviation over the smallest; the curvature goes with its square. */
	private static final double UNLIKE = 30;

	@Override
	public String name() {
		return "unscaled_inputs";
	}

	@Override
	public Explanation explanation() {
		return new Explanation(
				"""
						Some inputs are numbers of another size than the others. A step that suits the large ones is nothing for \
						the small ones, and one that suits the small ones is too long for the large ones. Scaled inputs share a step.""",
				"""
						The curvature along the weights of an input goes with its mean square, so inputs of unlike scale make \
						the Hessian ill-conditioned, and inputs that are large or off centre saturate the first layer. Mean 0 \
						and deviation 1 make it as round as can be without looking at correlations.""",
				"LeCun, Bottou, Orr and Mueller, 1998, Efficient backprop");
	}

	@Override
	public Optional<Sign> in(Examination examination) {
		var inputs = examination.inputs();
		int largest = 0;
		double widest = 0;
		double narrowest = Double.POSITIVE_INFINITY;
		for (int column = 0; column < inputs.width(); column++) {
			largest = (inputs.magnitude(column) > inputs.magnitude(largest)) ? column : largest;
			double deviation = inputs.deviation(column);
			widest = Math.max(widest, deviation);
			narrowest = (deviation > 0) ? Math.min(narrowest, deviation) : narrowest;
		}
		double magnitude = inputs.magnitude(largest);
		double ratio = (widest > 0) ? widest / narrowest : 1;
		var evidence = new ArrayList<Evidence>();
		if (magnitude > LARGE) {
			evidence.add(Evidence.above("root mean square of input " + inputs.name(largest), magnitude, LARGE));
		}
		if (ratio > UNLIKE) {
			evidence.add(Evidence.above("largest over smallest deviation of the inputs", ratio, UNLIKE));
		}
		if (evidence.isEmpty()) {
			return Optional.empty();
		}
		return Optional
			.of(Sign.of(examination.unlessLearnt(Severity.MODERATE), Confidence.CERTAIN, String.format(Locale.ROOT,
					"Input %s has a root mean square of %.3g; the deviations of the inputs differ by a factor of %.3g.",
					inputs.name(largest), magnitude, ratio), evidence, Stream.of(Remedy.scaling())));
	}

}
