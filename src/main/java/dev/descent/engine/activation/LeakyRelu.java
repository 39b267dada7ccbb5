package dev.descent.engine.activation;

import dev.descent.engine.formula.Derivation;
import dev.descent.engine.kernel.Kernels;
import dev.descent.engine.kernel.Matrix;

/**
 * {@code f(z) = z} for positive z, {@code negativeSlope * z} otherwise, so that no unit
 * dies (Maas, Hannun and Ng, 2013). The derivative at 0 is the negative slope.
 *
 * @param negativeSlope in (0, 1)
 */
public record LeakyRelu(double negativeSlope) implements Elementwise {

	/** The slope of the paper and of most libraries. */
	public static final double STANDARD_SLOPE = 0.01;

	public LeakyRelu {
		if (!(negativeSlope > 0 && negativeSlope < 1)) {
			throw new IllegalArgumentException("negativeSlope must be in (0, 1) but was " + negativeSlope);
		}
	}

	@Override
	public void forward(Kernels kernels, Matrix z, Matrix a) {
		double[] x = z.values();
		double[] f = a.values();
		for (int i = 0; i < x.length; i++) {
			f[i] = (x[i] > 0) ? x[i] : negativeSlope * x[i];
		}
	}

	@Override
	public void backward(Kernels kernels, Matrix z, Matrix a, Matrix delta) {
		double[] x = z.values();
		double[] d = delta.values();
		for (int i = 0; i < d.length; i++) {
			d[i] = (x[i] > 0) ? d[i] : negativeSlope * d[i];
		}
	}

	@Override
	public void derive(Derivation derivation) {
		derivation.given("negativeSlope", negativeSlope);
		derive(derivation, "if(z > 0, z, negativeSlope * z)", "if(z > 0, 1, negativeSlope)");
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
