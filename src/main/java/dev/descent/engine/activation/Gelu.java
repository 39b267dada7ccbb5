package dev.descent.engine.activation;

import dev.descent.engine.formula.Derivation;
import dev.descent.engine.kernel.Elementary;
import dev.descent.engine.kernel.Kernels;
import dev.descent.engine.kernel.Matrix;

/**
 * {@code f(z) = z Phi(z)} with the normal distribution function (Hendrycks and Gimpel,
 * 2016).
 */
public record Gelu() implements Elementwise {

	private static final double ROOT_HALF = 0.7071067811865476;

	private static final double ROOT_2PI_INVERSE = 0.3989422804014327;

	@Override
	public void forward(Kernels kernels, Matrix z, Matrix a) {
		double[] x = z.values();
		double[] f = a.values();
		for (int i = 0; i < x.length; i++) {
			f[i] = x[i] * normal(x[i]);
		}
	}

	@Override
	public void backward(Kernels kernels, Matrix z, Matrix a, Matrix delta) {
		double[] x = z.values();
		double[] d = delta.values();
		for (int i = 0; i < d.length; i++) {
			d[i] *= normal(x[i]) + x[i] * density(x[i]);
		}
	}

	@Override
	public void derive(Derivation derivation) {
		derivation.given("pi", Math.PI);
		derive(derivation, "z * Phi(z)", "Phi(z) + z * exp(-z^2 / 2) / sqrt(2 * pi)");
	}

	@Override
	public double secondDerivative(double z, double a) {
		return density(z) * (2 - z * z);
	}

	private static double normal(double z) {
		return 0.5 * Elementary.erfc(-z * ROOT_HALF);
	}

	private static double density(double z) {
		return ROOT_2PI_INVERSE * Elementary.exp(-0.5 * z * z);
	}

}
