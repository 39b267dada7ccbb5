package dev.descent.engine.activation;

import dev.descent.engine.formula.Derivation;
import dev.descent.engine.kernel.Elementary;
import dev.descent.engine.kernel.Kernels;
import dev.descent.engine.kernel.Matrix;

/**
 * {@code f(z) = z sigmoid(z)}, also called swish (Elfwing, Uchibe and Doya, 2018;
 * Ramachandran, Zoph and Le, 2017).
 */
public record Silu() implements Elementwise {

	@Override
	public void forward(Kernels kernels, Matrix z, Matrix a) {
		double[] x = z.values();
		double[] f = a.values();
		kernels.sigmoid(x, f);
		for (int i = 0; i < x.length; i++) {
			f[i] = x[i] * f[i];
		}
	}

	@Override
	public void backward(Kernels kernels, Matrix z, Matrix a, Matrix delta) {
		double[] x = z.values();
		double[] d = delta.values();
		for (int i = 0; i < d.length; i++) {
			double s = Elementary.sigmoid(x[i]);
			d[i] *= s * (1 + x[i] * (1 - s));
		}
	}

	@Override
	public void derive(Derivation derivation) {
		derive(derivation, "z / (1 + exp(-z))", "(1 + exp(-z) + z * exp(-z)) / (1 + exp(-z))^2");
	}

	@Override
	public double secondDerivative(double z, double a) {
		double s = Elementary.sigmoid(z);
		return s * (1 - s) * (2 + z * (1 - 2 * s));
	}

}
