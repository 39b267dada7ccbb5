package dev.descent.engine.activation;

import dev.descent.engine.formula.Derivation;
import dev.descent.engine.kernel.Kernels;
import dev.descent.engine.kernel.Matrix;

/**
 * {@code f(z)} is {@code z / 6 + 1/2} cut to [0, 1], as MobileNetV3 has it; the
 * derivative is 0 at the ends (Courbariaux, Bengio and David, 2015; Howard et al., 2019).
 */
public record HardSigmoid() implements Elementwise {

	@Override
	public void forward(Kernels kernels, Matrix z, Matrix a) {
		double[] x = z.values();
		double[] f = a.values();
		for (int i = 0; i < x.length; i++) {
			f[i] = Math.max(0, Math.min(1, x[i] / 6 + 0.5));
		}
	}

	@Override
	public void backward(Kernels kernels, Matrix z, Matrix a, Matrix delta) {
		double[] x = z.values();
		double[] d = delta.values();
		for (int i = 0; i < d.length; i++) {
			d[i] = (Math.abs(x[i]) < 3) ? d[i] / 6 : 0;
		}
	}

	@Override
	public void derive(Derivation derivation) {
		derive(derivation, "max(0, min(1, z / 6 + 0.5))", "if(3 > abs(z), 1 / 6, 0)");
	}

	@Override
	public double secondDerivative(double z, double a) {
		return 0;
	}

	@Override
	public double steepestSlope() {
		return 1.0 / 6;
	}

	@Override
	public boolean hasCorners() {
		return true;
	}

}
