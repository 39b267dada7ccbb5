package dev.descent.insight;

import dev.descent.engine.kernel.Matrix;
import dev.descent.engine.training.Metric;
import dev.descent.engine.training.Samples;

/** A metric that also keeps the outputs it is shown, in the order of the samples. */
final class RecordingMetric implements Metric {

	private final Metric metric;

	private final double[] outputs;

	private int recorded;

	/**
	 * @param count outputs of all samples together
	 */
	RecordingMetric(Metric metric, int count) {
		this.metric = metric;
		this.outputs = new double[count];
	}

	@Override
	public double addTo(double total, Matrix batch, Matrix targets) {
		for (int s = 0; s < batch.columns(); s++) {
			for (int unit = 0; unit < batch.rows(); unit++) {
				outputs[recorded++] = batch.values()[unit * batch.columns() + s];
			}
		}
		return metric.addTo(total, batch, targets);
	}

	@Override
	public double value(double total, Samples samples) {
		return metric.value(total, samples);
	}

	/** Shape [samples, units]; not a copy. */
	double[] outputs() {
		return outputs;
	}

}
