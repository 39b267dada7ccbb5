package dev.descent.engine.loss;

import dev.descent.engine.kernel.Elementary;
import dev.descent.engine.kernel.Kernels;
import dev.descent.engine.kernel.Matrix;

/**
 * The mean over samples and outputs of {@code log(cosh(a - target))}: like half the
 * square for small errors, like the magnitude for large ones, and smooth.
 */
public record LogCosh() implements SeparableLoss {

	private static final double LN2 = 0.6931471805599453;

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

	@Override
	public double secondDerivative(double z, double a, double target, int outputs) {
		double t = Elementary.tanh(a - target);
		return (1 - t * t) / outputs;
	}

	private static double value(double error) {
		double size = Math.abs(error);
		return size + Elementary.softplus(-2 * size) - LN2;
	}

	private static double slope(double error) {
		return Elementary.tanh(error);
	}

}
