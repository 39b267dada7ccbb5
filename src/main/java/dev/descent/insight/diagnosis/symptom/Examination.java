package dev.descent.insight.diagnosis.symptom;

import java.util.List;

import dev.descent.engine.kernel.Kernels;
import dev.descent.engine.training.StopReason;
import dev.descent.training.Checkpoint;
import dev.descent.training.Experiment;
import dev.descent.training.specification.HiddenLayerSpecification;
import dev.descent.training.specification.TrainingJobSpecification;
import dev.descent.training.specification.activation.RectifyingActivation;
import org.jspecify.annotations.Nullable;

/**
 * What there is to see of a run.
 *
 * @param specification in force
 * @param stopReason why the run ended; null if it goes on
 * @param looks at moments that were kept, in the order of time, at least one
 * @param origin the first of these moments
 * @param result the parameters that count, with their figures
 * @param recalls over the training samples; null for a regression
 * @param learnable the metric that a sample's nearest neighbours reach; NaN where it is
 * undefined
 */
public record Examination(TrainingJobSpecification specification, @Nullable StopReason stopReason, Curve curve,
		List<Look> looks, Checkpoint origin, Checkpoint result, @Nullable Recalls recalls, Inputs inputs,
		double learnable, Kernels kernels) {

	/** A result as good as this is one that few would complain of. */
	private static final double GOOD = 0.95;

	public Experiment experiment() {
		return result.experiment();
	}

	List<HiddenLayerSpecification> hiddenLayers() {
		return specification.network().hiddenLayers();
	}

	/**
	 * Accuracy, each class counting alike, or R2 over the training samples; NaN where it
	 * is undefined.
	 */
	double metric() {
		return (recalls != null) ? recalls.balanced() : result.figures().trainMetric();
	}

	/**
	 * By which share of itself the loss falls at first if all parameters change by as
	 * much as they are long, down the gradient: how steep it is, whatever the units.
	 */
	double steepness() {
		return end().gradientNorm() * end().parameterNorm() / curve.last();
	}

	/** The initializer that suits the hidden layers (He et al., 2015; Glorot, 2010). */
	String soundInitializer() {
		return hiddenLayers().stream().allMatch((layer) -> layer.activation() instanceof RectifyingActivation)
				? "he_normal" : "xavier_uniform";
	}

	String metricName() {
		return (recalls == null) ? "R2" : "balanced accuracy";
	}

	/** Whether the training samples were learnt. */
	boolean learnt() {
		return metric() >= GOOD;
	}

	/** How bad something is that only matters if the training samples are not learnt. */
	Severity unlessLearnt(Severity severity) {
		return learnt() ? Severity.HINT : severity;
	}

	Look start() {
		return looks.getFirst();
	}

	Look end() {
		return looks.getLast();
	}

	double[] lookedAt() {
		return Look.epochs(looks);
	}

}
