package dev.descent.engine.activation;

import dev.descent.engine.formula.Derivation;
import dev.descent.engine.kernel.Kernels;
import dev.descent.engine.kernel.Matrix;

/** {@code f(z) = z}: a linear layer, the usual output of a regression. */
public record Identity() implements Elementwise {

	@Override
	public void forward(Kernels kernels, Matrix z, Matrix a) {
		System.arraycopy(z.values(), 0, a.values(), 0, z.values().length);
	}

	@Override
	public void backward(Kernels kernels, Matrix z, Matrix a, Matrix delta) {
		// f' = 1
	}

	@Override
	public void derive(Derivation derivation) {
		derive(derivation, "z", "1");
	}

	@Override
	public double secondDerivative(double z, double a) {
		return 0;
	}

}
