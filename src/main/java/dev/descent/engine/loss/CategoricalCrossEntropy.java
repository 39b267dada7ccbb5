package dev.descent.engine.loss;

import dev.descent.engine.kernel.Elementary;
import dev.descent.engine.kernel.Kernels;
import dev.descent.engine.kernel.Matrix;

/**
 * {@code log sum_j e^z_j - sum_j target_j z_j} for a softmax output and one-hot targets,
 * the negative log-likelihood of the class; its derivative with respect to z is
 * {@code a - target}.
 */
public record CategoricalCrossEntropy() implements Loss {

	@Override
	public boolean fromLogits() {
		return true;
	}

	@Override
	public double addTo(double total, Kernels kernels, Matrix z, Matrix a, Matrix targets, Matrix scratch) {
		int batch = z.columns();
		double[] x = z.values();
		double[] t = targets.values();
		double[] shifted = scratch.values();
		for (int s = 0; s < batch; s++) {
			double max = max(x, s, batch);
			for (int i = s; i < x.length; i += batch) {
				shifted[i] = x[i] - max;
			}
		}
		kernels.exp(shifted, shifted);
		for (int s = 0; s < batch; s++) {
			double sum = 0;
			double wanted = 0;
			for (int i = s; i < x.length; i += batch) {
				sum += shifted[i];
				wanted += t[i] * x[i];
			}
			total += max(x, s, batch) + Elementary.log(sum) - wanted;
		}
		return total;
	}

	private static double max(double[] x, int sample, int batch) {
		double max = x[sample];
		for (int i = sample + batch; i < x.length; i += batch) {
			max = Math.max(max, x[i]);
		}
		return max;
	}

	@Override
	public void gradient(Matrix z, Matrix a, Matrix targets, Matrix delta) {
		double[] f = a.values();
		double[] t = targets.values();
		double[] d = delta.values();
		double scale = 1.0 / a.columns();
		for (int i = 0; i < f.length; i++) {
			d[i] = scale * (f[i] - t[i]);
		}
	}

}
