package dev.descent.engine.training;

import dev.descent.engine.kernel.Matrix;

/**
 * The share of samples whose one output is on the same side of a threshold as its target.
 *
 * @param threshold 0.5 for targets 0 and 1, 0 for targets -1 and 1
 */
public record BinaryAccuracy(double threshold) implements Metric {

	@Override
	public double addTo(double total, Matrix outputs, Matrix targets) {
		double[] a = outputs.values();
		double[] t = targets.values();
		for (int s = 0; s < a.length; s++) {
			total += ((a[s] > threshold) == (t[s] > threshold)) ? 1 : 0;
		}
		return total;
	}

	@Override
	public double value(double total, Samples samples) {
		return total / samples.count();
	}

}
