package dev.descent.engine.activation;

import dev.descent.engine.formula.Derivation;
import dev.descent.engine.kernel.Kernels;
import dev.descent.engine.kernel.Matrix;

/**
 * {@code f(z) = sin z}, for signals that repeat (Sitzmann, Martel, Bergman, Lindell and
 * Wetzstein, 2020).
 */
public record Sine() implements Elementwise {

	@Override
	public void forward(Kernels kernels, Matrix z, Matrix a) {
		double[] x = z.values();
		double[] f = a.values();
		for (int i = 0; i < x.length; i++) {
			f[i] = StrictMath.sin(x[i]);
		}
	}

	@Override
	public void backward(Kernels kernels, Matrix z, Matrix a, Matrix delta) {
		double[] x = z.values();
		double[] d = delta.values();
		for (int i = 0; i < d.length; i++) {
			d[i] *= StrictMath.cos(x[i]);
		}
	}

	@Override
	public void derive(Derivation derivation) {
		derive(derivation, "sin(z)", "cos(z)");
	}

	@Override
	public double secondDerivative(double z, double a) {
		return -a;
	}

}
