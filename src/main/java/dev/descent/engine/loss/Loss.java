package dev.descent.engine.loss;

import dev.descent.engine.kernel.Kernels;
import dev.descent.engine.kernel.Matrix;

/**
 * What training minimises: the mean over the samples of a batch of each sample's loss.
 * All matrices have the shape [outputs, batch] and own their arrays.
 */
public interface Loss {

	/**
	 * Whether the loss is computed from the output layer's pre-activations, which is
	 * stable where a logarithm of a saturated output would not be. {@link #gradient} is
	 * then with respect to z, otherwise with respect to a.
	 */
	boolean fromLogits();

	/**
	 * Adds the loss of each sample, in order, to a running total.
	 * @param z the output layer's pre-activations
	 * @param a its activations
	 * @param scratch overwritten
	 * @return the new total; the mean is this divided by the number of samples
	 */
	double addTo(double total, Kernels kernels, Matrix z, Matrix a, Matrix targets, Matrix scratch);

	/** Writes the derivative of the batch's mean loss into {@code delta}. */
	void gradient(Matrix z, Matrix a, Matrix targets, Matrix delta);

}
