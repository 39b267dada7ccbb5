package dev.descent.engine.activation;

import dev.descent.engine.formula.Derivation;
import dev.descent.engine.kernel.Elementary;
import dev.descent.engine.kernel.Kernels;
import dev.descent.engine.kernel.Matrix;

/**
 * {@code f(z) = scale z} for positive z, {@code scale alpha (e^z - 1)} otherwise, with
 * constants that keep mean 0 and variance 1 from layer to layer (Klambauer, Unterthiner,
 * Mayr and Hochreiter, 2017).
 */
public record Selu() implements Elementwise {

	private static final double SCALE = 1.0507009873554805;

	private static final double ALPHA = 1.6732632423543772;

	@Override
	public void forward(Kernels kernels, Matrix z, Matrix a) {
		double[] x = z.values();
		double[] f = a.values();
		for (int i = 0; i < x.length; i++) {
			f[i] = (x[i] > 0) ? SCALE * x[i] : SCALE * ALPHA * (Elementary.exp(x[i]) - 1);
		}
	}

	@Override
	public void backward(Kernels kernels, Matrix z, Matrix a, Matrix delta) {
		double[] x = z.values();
		double[] f = a.values();
		double[] d = delta.values();
		for (int i = 0; i < d.length; i++) {
			d[i] *= (x[i] > 0) ? SCALE : f[i] + SCALE * ALPHA;
		}
	}

	@Override
	public void derive(Derivation derivation) {
		derivation.given("scale", SCALE).given("alpha", ALPHA);
		derive(derivation, "if(z > 0, scale * z, scale * alpha * (exp(z) - 1))", "if(z > 0, scale, a + scale * alpha)");
	}

	@Override
	public double secondDerivative(double z, double a) {
		return (z > 0) ? 0 : a + SCALE * ALPHA;
	}

	@Override
	public boolean hasCorners() {
		return true;
	}

}
