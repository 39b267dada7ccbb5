package dev.descent.engine.loss;

import dev.descent.engine.formula.Derivation;
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

	/**
	 * Writes down how the part of one output in a sample's {@code loss} follows from its
	 * {@code z}, {@code a} and target {@code y}, of so many {@code outputs}, and the
	 * derivative {@code dLoss} of the mean over so many samples as {@code batch}.
	 */
	void derive(Derivation derivation, LossPoint at);

	/** Writes down both as formulas. */
	default void derive(Derivation derivation, String loss, String slope) {
		derivation.let("loss", "part of the output in the loss of the sample", loss)
			.let("dLoss", "derivative of the mean loss with respect to " + (fromLogits() ? "z" : "a"), slope);
	}

}
