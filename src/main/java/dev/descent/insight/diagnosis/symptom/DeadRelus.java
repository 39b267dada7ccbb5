package dev.descent.insight.diagnosis.symptom;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

import dev.descent.training.specification.TrainingJobSpecification;
import dev.descent.training.specification.activation.RectifyingActivation.LeakyReluActivation;
import dev.descent.training.specification.activation.RectifyingActivation.ReluActivation;
import dev.descent.training.specification.initializer.FixedInitializer;
import org.springframework.stereotype.Component;

/** Units that say 0 whatever the sample, and learn nothing. */
@Component
final class DeadRelus implements Symptom {

	/** Some dead units are usual and harmless; more than half a layer is a loss. */
	private static final double SHARE = 0.5;

	/** Of a leaky ReLU below 0, as Maas et al. have it. */
	private static final double SLOPE = 0.01;

	@Override
	public String name() {
		return "dead_relus";
	}

	@Override
	public Explanation explanation() {
		return new Explanation(
				"""
						Some units answer 0 to every sample. Where a unit is flat, nothing tells it in which direction to change, \
						so it stays dead. A leaky ReLU is never quite flat.""",
				"""
						For z < 0 the derivative of a ReLU is 0, so a unit whose pre-activation is negative for all samples gets \
						no gradient and never comes back. A step that is too long, or biases and inputs that are off \
						centre, push it there. leaky_relu keeps a slope below 0.""",
				"Maas, Hannun and Ng, 2013, Rectifier nonlinearities improve neural network acoustic models; Lu, Shin, Su and Karniadakis, 2020, Dying ReLU and initialization");
	}

	@Override
	public Set<String> causes() {
		return Set.of("diverging");
	}

	@Override
	public Optional<Sign> in(Examination examination) {
		int worst = -1;
		var evidence = new ArrayList<Evidence>();
		for (int l = 0; l < examination.hiddenLayers().size(); l++) {
			int layer = l;
			double share = dead(examination.end(), layer);
			boolean rectifies = examination.hiddenLayers().get(layer).activation() instanceof ReluActivation;
			if (rectifies && share > SHARE) {
				evidence.add(Evidence.above("share of dead units", share, SHARE)
					.ofLayer(layer)
					.over(examination.lookedAt(), Look.series(examination.looks(), (look) -> dead(look, layer))));
				worst = (worst < 0 || share > dead(examination.end(), worst)) ? layer : worst;
			}
		}
		if (worst < 0) {
			return Optional.empty();
		}
		double share = dead(examination.end(), worst);
		return Optional.of(Sign.of(examination.unlessLearnt((share == 1) ? Severity.SEVERE : Severity.MODERATE),
				Confidence.CERTAIN, String.format(Locale.ROOT,
						"In layer %d, %.0f %% of the units are 0 for every training sample.", worst, 100 * share),
				evidence, Stream.of(leaky(examination.specification()))));
	}

	private static double dead(Look look, int layer) {
		return look.layers().get(layer).deadShare();
	}

	private static Remedy leaky(TrainingJobSpecification job) {
		var layers = Remedy.changed(job.network().hiddenLayers(),
				(layer) -> (layer.activation() instanceof ReluActivation) ? layer.with(new LeakyReluActivation(SLOPE))
						: layer);
		var leaky = Remedy.hiddenLayers("Use leaky_relu in place of relu.", layers);
		boolean unscaled = job.network().initialParameters() != null
				|| job.network().initializer() instanceof FixedInitializer;
		return unscaled ? leaky.and(Remedy.initializer(job, "he_normal")) : leaky;
	}

}
