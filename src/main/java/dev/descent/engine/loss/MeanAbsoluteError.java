package dev.descent.engine.loss;

import dev.descent.engine.kernel.Kernels;
import dev.descent.engine.kernel.Matrix;

/**
 * The mean over samples and outputs of {@code |a - target|}; the derivative at 0 is taken
 * as 0.
 */
public record MeanAbsoluteError() implements Loss {

	@Override
	public boolean fromLogits() {
		return false;
	}

	@Override
	public double addTo(double total, Kernels kernels, Matrix z, Matrix a, Matrix targets, Matrix scratch) {
		int outputs = a.rows();
		int batch = a.columns();
		double[] f = a.values();
		double[] t = targets.values();
		for (int s = 0; s < batch; s++) {
			double sum = 0;
			for (int i = s; i < f.length; i += batch) {
				sum += value(f[i] - t[i]);
			}
			total += sum / outputs;
		}
		return total;
	}

	@Override
	public void gradient(Matrix z, Matrix a, Matrix targets, Matrix delta) {
		double[] f = a.values();
		double[] t = targets.values();
		double[] d = delta.values();
		double scale = 1.0 / f.length;
		for (int i = 0; i < f.length; i++) {
			d[i] = scale * slope(f[i] - t[i]);
		}
	}

	private static double value(double error) {
		return Math.abs(error);
	}

	private static double slope(double error) {
		return Math.signum(error);
	}

}
