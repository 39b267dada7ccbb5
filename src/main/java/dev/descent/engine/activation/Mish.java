package dev.descent.engine.activation;

import dev.descent.engine.formula.Derivation;
import dev.descent.engine.kernel.Elementary;
import dev.descent.engine.kernel.Kernels;
import dev.descent.engine.kernel.Matrix;

/**
 * {@code f(z) = z tanh(softplus(z))} (Misra, 2020).
 */
public record Mish() implements Elementwise {

	@Override
	public void forward(Kernels kernels, Matrix z, Matrix a) {
		double[] x = z.values();
		double[] f = a.values();
		kernels.softplus(x, f);
		for (int i = 0; i < x.length; i++) {
			f[i] = x[i] * Elementary.tanh(f[i]);
		}
	}

	@Override
	public void backward(Kernels kernels, Matrix z, Matrix a, Matrix delta) {
		double[] x = z.values();
		double[] d = delta.values();
		for (int i = 0; i < d.length; i++) {
			double t = Elementary.tanh(Elementary.softplus(x[i]));
			d[i] *= t + x[i] * (1 - t * t) * Elementary.sigmoid(x[i]);
		}
	}

	@Override
	public void derive(Derivation derivation) {
		derivation.let("t", "the tanh in it", "tanh(max(0, z) + ln(1 + exp(-abs(z))))");
		derive(derivation, "z * t", "t + z * (1 - t^2) / (1 + exp(-z))");
	}

	@Override
	public double secondDerivative(double z, double a) {
		double t = Elementary.tanh(Elementary.softplus(z));
		double s = Elementary.sigmoid(z);
		double u = 1 - t * t;
		return u * s * (2 + z * (1 - s - 2 * t * s));
	}

}
