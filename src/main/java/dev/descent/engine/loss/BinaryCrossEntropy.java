package dev.descent.engine.loss;

import dev.descent.engine.kernel.Kernels;
import dev.descent.engine.kernel.Matrix;

/**
 * {@code softplus(z) - target z} for one sigmoid output and targets 0 and 1, the negative
 * log-likelihood of the label; its derivative with respect to z is {@code a - target}.
 */
public record BinaryCrossEntropy() implements Loss {

	@Override
	public boolean fromLogits() {
		return true;
	}

	@Override
	public double addTo(double total, Kernels kernels, Matrix z, Matrix a, Matrix targets, Matrix scratch) {
		double[] x = z.values();
		double[] t = targets.values();
		double[] softplus = scratch.values();
		kernels.softplus(x, softplus);
		for (int s = 0; s < x.length; s++) {
			total += softplus[s] - t[s] * x[s];
		}
		return total;
	}

	@Override
	public void gradient(Matrix z, Matrix a, Matrix targets, Matrix delta) {
		double[] f = a.values();
		double[] t = targets.values();
		double[] d = delta.values();
		double scale = 1.0 / a.columns();
		for (int s = 0; s < f.length; s++) {
			d[s] = scale * (f[s] - t[s]);
		}
	}

}
