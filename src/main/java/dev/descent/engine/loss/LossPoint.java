package dev.descent.engine.loss;

/**
 * One output of one sample.
 *
 * @param z pre-activations of all outputs
 * @param a their activations
 * @param y their targets
 * @param output which of them
 */
@SuppressWarnings("ArrayRecordComponent") // handed on, never compared
public record LossPoint(double[] z, double[] a, double[] y, int output) {

	/** The target of this output. */
	double target() {
		return y[output];
	}

}
