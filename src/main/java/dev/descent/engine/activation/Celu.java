package dev.descent.engine.activation;

import dev.descent.engine.formula.Derivation;
import dev.descent.engine.kernel.Elementary;
import dev.descent.engine.kernel.Kernels;
import dev.descent.engine.kernel.Matrix;

/**
 * {@code f(z) = z} for positive z, {@code alpha (e^(z / alpha) - 1)} otherwise: an ELU
 * whose derivative is continuous for every alpha (Barron, 2017).
 *
 * @param alpha positive
 */
public record Celu(double alpha) implements Elementwise {

	public Celu {
		if (!(alpha > 0)) {
			throw new IllegalArgumentException("alpha must be positive but was " + alpha);
		}
	}

	@Override
	public void forward(Kernels kernels, Matrix z, Matrix a) {
		double[] x = z.values();
		double[] f = a.values();
		for (int i = 0; i < x.length; i++) {
			f[i] = (x[i] > 0) ? x[i] : alpha * (Elementary.exp(x[i] / alpha) - 1);
		}
	}

	@Override
	public void backward(Kernels kernels, Matrix z, Matrix a, Matrix delta) {
		double[] x = z.values();
		double[] f = a.values();
		double[] d = delta.values();
		for (int i = 0; i < d.length; i++) {
			d[i] *= (x[i] > 0) ? 1 : f[i] / alpha + 1;
		}
	}

	@Override
	public void derive(Derivation derivation) {
		derivation.given("alpha", alpha);
		derive(derivation, "if(z > 0, z, alpha * (exp(z / alpha) - 1))", "if(z > 0, 1, a / alpha + 1)");
	}

	@Override
	public double secondDerivative(double z, double a) {
		return (z > 0) ? 0 : (a / alpha + 1) / alpha;
	}

}
