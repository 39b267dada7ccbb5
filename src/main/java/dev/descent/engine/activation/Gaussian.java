package dev.descent.engine.activation;

import dev.descent.engine.formula.Derivation;
import dev.descent.engine.kernel.Elementary;
import dev.descent.engine.kernel.Kernels;
import dev.descent.engine.kernel.Matrix;

/**
 * {@code f(z) = e^(-z^2)}: a unit that answers near one hyperplane, as in compositional
 * pattern producing networks (Stanley, 2007).
 */
public record Gaussian() implements Elementwise {

	/** sqrt(2 / e), at z = sqrt(1/2). */
	private static final double STEEPEST = 0.8577638849607068;

	@Override
	public void forward(Kernels kernels, Matrix z, Matrix a) {
		double[] x = z.values();
		double[] f = a.values();
		for (int i = 0; i < x.length; i++) {
			f[i] = Elementary.exp(-x[i] * x[i]);
		}
	}

	@Override
	public void backward(Kernels kernels, Matrix z, Matrix a, Matrix delta) {
		double[] x = z.values();
		double[] f = a.values();
		double[] d = delta.values();
		for (int i = 0; i < d.length; i++) {
			d[i] *= -2 * x[i] * f[i];
		}
	}

	@Override
	public void derive(Derivation derivation) {
		derive(derivation, "exp(-(z^2))", "-2 * z * a");
	}

	@Override
	public double secondDerivative(double z, double a) {
		return (4 * z * z - 2) * a;
	}

	@Override
	public double steepestSlope() {
		return STEEPEST;
	}

}
