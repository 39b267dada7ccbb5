package dev.descent.engine.activation;

import dev.descent.engine.kernel.Matrix;

/** An activation that treats each pre-activation by itself. */
public interface Elementwise extends Activation {

	/**
	 * The second derivative at one pre-activation; where there is none, that of one side.
	 * @param z the pre-activation
	 * @param a the activation there
	 */
	double secondDerivative(double z, double a);

	@Override
	default void addCurvature(Matrix z, Matrix a, Matrix upstream, Matrix tangentZ, Matrix tangentA,
			Matrix tangentDelta) {
		double[] sum = tangentDelta.values();
		for (int i = 0; i < sum.length; i++) {
			sum[i] += secondDerivative(z.values()[i], a.values()[i]) * tangentZ.values()[i] * upstream.values()[i];
		}
	}

}
