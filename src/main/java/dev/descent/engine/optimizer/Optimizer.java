package dev.descent.engine.optimizer;

import java.util.List;

/**
 * An update rule: immutable hyper-parameters and one formula. What it must remember
 * between updates belongs to a run and is handed in, so that a run can be copied, stored
 * and resumed.
 */
public interface Optimizer {

	/**
	 * The names of the vectors it remembers, such as {@code velocity}; each has one entry
	 * a parameter and starts at zero.
	 */
	List<String> memory();

	/**
	 * Moves every parameter once.
	 * @param w the parameters; changed
	 * @param g the gradient of the objective; may be overwritten
	 * @param memory the vectors of {@link #memory()}, in that order; changed
	 * @param step the number of this update, from 1
	 * @param learningRate the rate in use for this update
	 */
	void update(double[] w, double[] g, double[][] memory, long step, double learningRate);

}
