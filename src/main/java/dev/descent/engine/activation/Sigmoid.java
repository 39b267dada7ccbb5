package dev.descent.engine.activation;

import dev.descent.engine.formula.Derivation;
import dev.descent.engine.kernel.Kernels;
import dev.descent.engine.kernel.Matrix;

/**
 * {@code f(z) = 1 / (1 + e^-z)}, in (0, 1), with {@code f' = f (1 - f)}. Saturates for
 * large |z|, where almost no gradient passes.
 */
public record Sigmoid() implements Elementwise {

	@Override
	public void forward(Kernels kernels, Matrix z, Matrix a) {
		kernels.sigmoid(z.values(), a.values());
	}

	@Override
	public void backward(Kernels kernels, Matrix z, Matrix a, Matrix delta) {
		double[] f = a.values();
		double[] d = delta.values();
		for (int i = 0; i < d.length; i++) {
			d[i] *= f[i] * (1 - f[i]);
		}
	}

	@Override
	public void derive(Derivation derivation) {
		derive(derivation, "1 / (1 + exp(-z))", "a * (1 - a)");
	}

	@Override
	public double secondDerivative(double z, double a) {
		return a * (1 - a) * (1 - 2 * a);
	}

	@Override
	public double steepestSlope() {
		return 0.25;
	}

}
