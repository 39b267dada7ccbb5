package dev.descent.engine.training;

import dev.descent.engine.kernel.Matrix;

/**
 * The share of the targets' variation that the outputs explain: 1 for perfect outputs, 0
 * for the mean as output, undefined for constant targets.
 */
public record RSquared() implements Metric {

	@Override
	public double addTo(double total, Matrix outputs, Matrix targets) {
		double[] a = outputs.values();
		double[] t = targets.values();
		for (int i = 0; i < a.length; i++) {
			total += (a[i] - t[i]) * (a[i] - t[i]);
		}
		return total;
	}

	@Override
	public double value(double total, Samples samples) {
		double variation = samples.targetVariation();
		return (variation > 0) ? 1 - total / variation : Double.NaN;
	}

}
