package dev.descent.engine.activation;

import dev.descent.engine.formula.Derivation;
import dev.descent.engine.kernel.Kernels;
import dev.descent.engine.kernel.Matrix;

/**
 * {@code f(z) = max(0, z)}; the derivative at 0 is taken as 0. A unit whose
 * pre-activations are all negative passes no gradient and is called dead.
 */
public record Relu() implements Elementwise {

	@Override
	public void forward(Kernels kernels, Matrix z, Matrix a) {
		double[] x = z.values();
		double[] f = a.values();
		for (int i = 0; i < x.length; i++) {
			f[i] = Math.max(0, x[i]);
		}
	}

	@Override
	public void backward(Kernels kernels, Matrix z, Matrix a, Matrix delta) {
		double[] f = a.values();
		double[] d = delta.values();
		for (int i = 0; i < d.length; i++) {
			d[i] *= Math.signum(f[i]);
		}
	}

	@Override
	public void derive(Derivation derivation) {
		derive(derivation, "max(0, z)", "if(z > 0, 1, 0)");
	}

	@Override
	public double secondDerivative(double z, double a) {
		return 0;
	}

	@Override
	public boolean hasCorners() {
		return true;
	}

}
