package dev.descent.engine.activation;

import dev.descent.engine.formula.Derivation;
import dev.descent.engine.kernel.Elementary;
import dev.descent.engine.kernel.Kernels;
import dev.descent.engine.kernel.Matrix;

/**
 * {@code f(z) = z/2 (1 + tanh(sqrt(2/pi) (z + 0.044715 z^3)))}, the approximation of the
 * GELU that its authors give (Hendrycks and Gimpel, 2016).
 */
public record GeluTanh() implements Elementwise {

	private static final double ROOT_2_OVER_PI = 0.7978845608028654;

	private static final double CUBIC = 0.044715;

	@Override
	public void forward(Kernels kernels, Matrix z, Matrix a) {
		double[] x = z.values();
		double[] f = a.values();
		for (int i = 0; i < x.length; i++) {
			f[i] = 0.5 * x[i] * (1 + Elementary.tanh(inner(x[i])));
		}
	}

	@Override
	public void backward(Kernels kernels, Matrix z, Matrix a, Matrix delta) {
		double[] x = z.values();
		double[] d = delta.values();
		for (int i = 0; i < d.length; i++) {
			double t = Elementary.tanh(inner(x[i]));
			d[i] *= 0.5 * (1 + t) + 0.5 * x[i] * (1 - t * t) * slope(x[i]);
		}
	}

	@Override
	public void derive(Derivation derivation) {
		derivation.given("pi", Math.PI);
		derivation.let("t", "the tanh in it", "tanh(sqrt(2 / pi) * (z + 0.044715 * z^3))");
		derive(derivation, "z / 2 * (1 + t)", "(1 + t) / 2 + z / 2 * (1 - t^2) * sqrt(2 / pi) * (1 + 0.134145 * z^2)");
	}

	@Override
	public double secondDerivative(double z, double a) {
		double t = Elementary.tanh(inner(z));
		double u = slope(z);
		return (1 - t * t) * (u + 0.5 * z * (6 * ROOT_2_OVER_PI * CUBIC * z - 2 * t * u * u));
	}

	private static double inner(double z) {
		return ROOT_2_OVER_PI * (z + CUBIC * z * z * z);
	}

	private static double slope(double z) {
		return ROOT_2_OVER_PI * (1 + 3 * CUBIC * z * z);
	}

}
