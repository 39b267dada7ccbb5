package dev.descent.engine.loss;

import dev.descent.engine.kernel.Matrix;

/**
 * A loss with a second derivative, taken where {@link #gradient} is: with respect to z if
 * the loss is computed from the logits, otherwise with respect to a. All are of single
 * samples, not divided by their number.
 */
public interface SmoothLoss extends Loss {

	/**
	 * Writes the Hessian of each sample's loss times the direction into {@code product}.
	 */
	void hessianVector(Matrix z, Matrix a, Matrix targets, Matrix direction, Matrix product);

	/** Whether no sample's Hessian has a negative eigenvalue. */
	default boolean convex() {
		return true;
	}

	/**
	 * Writes one column of a square root of each sample's Hessian: the sum over k of
	 * column times column transposed is the Hessian. Only for convex losses.
	 * @param k from 0 to the number of outputs
	 */
	void curvatureColumn(int k, Matrix z, Matrix a, Matrix targets, Matrix column);

}
