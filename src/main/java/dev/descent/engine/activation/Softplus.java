package dev.descent.engine.activation;

import dev.descent.engine.formula.Derivation;
import dev.descent.engine.kernel.Elementary;
import dev.descent.engine.kernel.Kernels;
import dev.descent.engine.kernel.Matrix;

/**
 * {@code f(z) = log(1 + e^z)}, a smooth ReLU whose derivative is the sigmoid (Dugas et
 * al., 2001).
 */
public record Softplus() implements Elementwise {

	@Override
	public void forward(Kernels kernels, Matrix z, Matrix a) {
		kernels.softplus(z.values(), a.values());
	}

	@Override
	public void backward(Kernels kernels, Matrix z, Matrix a, Matrix delta) {
		double[] x = z.values();
		double[] d = delta.values();
		for (int i = 0; i < d.length; i++) {
			d[i] *= Elementary.sigmoid(x[i]);
		}
	}

	@Override
	public void derive(Derivation derivation) {
		derive(derivation, "max(0, z) + ln(1 + exp(-abs(z)))", "1 / (1 + exp(-z))");
	}

	@Override
	public double secondDerivative(double z, double a) {
		double s = Elementary.sigmoid(z);
		return s * (1 - s);
	}

}
