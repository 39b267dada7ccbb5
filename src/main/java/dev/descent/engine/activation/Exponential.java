package dev.descent.engine.activation;

import dev.descent.engine.formula.Derivation;
import dev.descent.engine.kernel.Kernels;
import dev.descent.engine.kernel.Matrix;

/** {@code f(z) = e^z}: a positive output, the mean of a Poisson distribution, say. */
public record Exponential() implements Elementwise {

	@Override
	public void forward(Kernels kernels, Matrix z, Matrix a) {
		kernels.exp(z.values(), a.values());
	}

	@Override
	public void backward(Kernels kernels, Matrix z, Matrix a, Matrix delta) {
		double[] f = a.values();
		double[] d = delta.values();
		for (int i = 0; i < d.length; i++) {
			d[i] *= f[i];
		}
	}

	@Override
	public void derive(Derivation derivation) {
		derive(derivation, "exp(z)", "a");
	}

	@Override
	public double secondDerivative(double z, double a) {
		return a;
	}

}
