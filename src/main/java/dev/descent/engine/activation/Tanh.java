package dev.descent.engine.activation;

import dev.descent.engine.formula.Derivation;
import dev.descent.engine.kernel.Kernels;
import dev.descent.engine.kernel.Matrix;

/** {@code f(z) = tanh z}, in (-1, 1) and centred at 0, with {@code f' = 1 - f^2}. */
public record Tanh() implements Elementwise {

	@Override
	public void forward(Kernels kernels, Matrix z, Matrix a) {
		kernels.tanh(z.values(), a.values());
	}

	@Override
	public void backward(Kernels kernels, Matrix z, Matrix a, Matrix delta) {
		double[] f = a.values();
		double[] d = delta.values();
		for (int i = 0; i < d.length; i++) {
			d[i] *= 1 - f[i] * f[i];
		}
	}

	@Override
	public void derive(Derivation derivation) {
		derive(derivation, "tanh(z)", "1 - a^2");
	}

	@Override
	public double secondDerivative(double z, double a) {
		return -2 * a * (1 - a * a);
	}

	@Override
	public double steepestSlope() {
		return 1;
	}

}
