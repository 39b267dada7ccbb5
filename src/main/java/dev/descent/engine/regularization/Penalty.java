package dev.descent.engine.regularization;

import dev.descent.engine.formula.Derivation;

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

	/** Writes down what becomes of the derivative {@code g} by a weight {@code w}. */
	void derive(Derivation derivation);

}
