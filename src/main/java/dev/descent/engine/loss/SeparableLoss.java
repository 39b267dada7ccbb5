package dev.descent.engine.loss;

import java.util.Arrays;

import dev.descent.engine.kernel.Matrix;

/** A loss that is a sum over the outputs, so that its Hessian is diagonal. */
public interface SeparableLoss extends SmoothLoss {

	/**
	 * The second derivative with respect to one output.
	 * @param z its pre-activation
	 * @param a its activation
	 * @param outputs how many there are
	 */
	double secondDerivative(double z, double a, double target, int outputs);

	@Override
	default void hessianVector(Matrix z, Matrix a, Matrix targets, Matrix direction, Matrix product) {
		for (int i = 0; i < product.values().length; i++) {
			product.values()[i] = direction.values()[i]
					* secondDerivative(z.values()[i], a.values()[i], targets.values()[i], z.rows());
		}
	}

	@Override
	default void curvatureColumn(int k, Matrix z, Matrix a, Matrix targets, Matrix column) {
		Arrays.fill(column.values(), 0);
		for (int i = k * z.columns(); i < (k + 1) * z.columns(); i++) {
			column.values()[i] = Math
				.sqrt(secondDerivative(z.values()[i], a.values()[i], targets.values()[i], z.rows()));
		}
	}

}
