package dev.descent.engine.activation;

import dev.descent.engine.formula.Derivation;
import dev.descent.engine.kernel.Kernels;
import dev.descent.engine.kernel.Matrix;

/**
 * {@code f(z)} is z cut to [-1, 1]; the derivative is 0 at the ends (Collobert, 2004).
 */
public record HardTanh() implements Elementwise {

	@Override
	public void forward(Kernels kernels, Matrix z, Matrix a) {
		double[] x = z.values();
		double[] f = a.values();
		for (int i = 0; i < x.length; i++) {
			f[i] = Math.max(-1, Math.min(1, x[i]));
		}
	}

	@Override
	public void backward(Kernels kernels, Matrix z, Matrix a, Matrix delta) {
		double[] x = z.values();
		double[] d = delta.values();
		for (int i = 0; i < d.length; i++) {
			d[i] = (Math.abs(x[i]) < 1) ? d[i] : 0;
		}
	}

	@Override
	public void derive(Derivation derivation) {
		derive(derivation, "max(-1, min(1, z))", "if(1 > abs(z), 1, 0)");
	}

	@Override
	public double secondDerivative(double z, double a) {
		return 0;
	}

	@Override
	public double steepestSlope() {
		return 1;
	}

	@Override
	public boolean hasCorners() {
		return true;
	}

}
