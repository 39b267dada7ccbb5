package dev.descent.engine.regularization;

/**
 * A function of the weights (never of the biases) that is added to the loss; the sum is
 * the objective. It is not divided by the number of samples, and every batch carries the
 * whole of it.
 */
public interface Penalty {

	/** The penalty of the weights {@code w[from] .. w[to - 1]}. */
	double of(double[] w, int from, int to);

	/** Adds the penalty's derivative to the gradient in the same range. */
	void addGradient(double[] w, double[] gradient, int from, int to);

	/** The second derivative with respect to any one weight; 0 where there is none. */
	double secondDerivative();

}
