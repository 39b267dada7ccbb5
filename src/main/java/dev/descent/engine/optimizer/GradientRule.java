package dev.descent.engine.optimizer;

import dev.descent.engine.formula.Derivation;

/** What is done to the gradient of the objective before a method sees it. */
public interface GradientRule {

	/**
	 * Changes the gradient in place.
	 * @param g the gradient; changed
	 * @param seed of the run
	 * @param step the number of the update, from 1
	 */
	void apply(double[] g, long seed, long step);

	/**
	 * Writes down what became of one component {@code g} of the gradient.
	 * @param before the whole gradient
	 * @param after the same when the rule was applied
	 */
	void derive(Derivation derivation, double[] before, double[] after, int index);

}
