package dev.descent.engine.activation;

import dev.descent.engine.formula.Derivation;
import dev.descent.engine.kernel.Kernels;
import dev.descent.engine.kernel.Matrix;

/**
 * {@code f(z) = z / (1 + |z|)}, in (-1, 1), with {@code f' = 1 / (1 + |z|)^2}: a tanh
 * with slow tails (Elliott, 1993; Bergstra et al., 2009, as softsign).
 */
public record Softsign() implements Elementwise {

	@Override
	public void forward(Kernels kernels, Matrix z, Matrix a) {
		double[] x = z.values();
		double[] f = a.values();
		for (int i = 0; i < x.length; i++) {
			f[i] = x[i] / (1 + Math.abs(x[i]));
		}
	}

	@Override
	public void backward(Kernels kernels, Matrix z, Matrix a, Matrix delta) {
		double[] x = z.values();
		double[] d = delta.values();
		for (int i = 0; i < d.length; i++) {
			double u = 1 + Math.abs(x[i]);
			d[i] /= u * u;
		}
	}

	@Override
	public void derive(Derivation derivation) {
		derive(derivation, "z / (1 + abs(z))", "1 / (1 + abs(z))^2");
	}

	@Override
	public double secondDerivative(double z, double a) {
		double u = 1 + Math.abs(z);
		return -2 * Math.signum(z) / (u * u * u);
	}

	@Override
	public double steepestSlope() {
		return 1;
	}

}
