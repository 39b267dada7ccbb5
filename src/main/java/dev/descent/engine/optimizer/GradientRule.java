package dev.descent.engine.optimizer;

/** What is done to the gradient of the objective before a method sees it. */
public interface GradientRule {

	/**
	 * Changes the gradient in place.
	 * @param g the gradient; changed
	 * @param seed of the run
	 * @param step the number of the update, from 1
	 */
	void apply(double[] g, long seed, long step);

}
