package dev.descent.engine.activation;

import dev.descent.engine.formula.Derivation;
import dev.descent.engine.kernel.Elementary;
import dev.descent.engine.kernel.Kernels;
import dev.descent.engine.kernel.Matrix;

/**
 * {@code f(z) = z} for positive z, {@code alpha (e^z - 1)} otherwise (Clevert,
 * Unterthiner and Hochreiter, 2016).
 *
 * @param alpha positive; minus the limit for very negative z
 */
public record Elu(double alpha) implements Elementwise {

	public Elu {
		if (!(alpha > 0)) {
			throw new IllegalArgumentException("alpha must be positive but was " + alpha);
		}
	}

	@Override
	public void forward(Kernels kernels, Matrix z, Matrix a) {
		double[] x = z.values();
		double[] f = a.values();
		for (int i = 0; i < x.length; i++) {
			f[i] = (x[i] > 0) ? x[i] : alpha * (Elementary.exp(x[i]) - 1);
		}
	}

	@Override
	public void backward(Kernels kernels, Matrix z, Matrix a, Matrix delta) {
		double[] x = z.values();
		double[] f = a.values();
		double[] d = delta.values();
		for (int i = 0; i < d.length; i++) {
			d[i] *= (x[i] > 0) ? 1 : f[i] + alpha;
		}
	}

	@Override
	public void derive(Derivation derivation) {
		derivation.given("alpha", alpha);
		derive(derivation, "if(z > 0, z, alpha * (exp(z) - 1))", "if(z > 0, 1, a + alpha)");
	}

	@Override
	public double secondDerivative(double z, double a) {
		return (z > 0) ? 0 : a + alpha;
	}

	@Override
	public boolean hasCorners() {
		return alpha != 1;
	}

}
