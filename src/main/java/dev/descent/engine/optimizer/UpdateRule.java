package dev.descent.engine.optimizer;

/** A method that needs nothing but the gradient and its memory: one formula. */
public interface UpdateRule extends Optimizer {

	/** What it remembers, whatever the number of parameters. */
	MemoryShape memory();

	@Override
	default MemoryShape memory(int parameters) {
		return memory();
	}

	/**
	 * Moves every parameter once.
	 * @param w the parameters; changed
	 * @param g the gradient of the objective; may be overwritten
	 * @param memory of the shape {@link #memory()}; changed
	 */
	void update(double[] w, double[] g, Memory memory, Step step);

	@Override
	default void update(Objective objective, Memory memory, Step step) {
		update(objective.parameters(), objective.gradient(), memory, step);
	}

}
