package dev.descent.engine.optimizer;

import dev.descent.engine.formula.Derivation;

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

	/**
	 * Writes down how a new parameter {@code w} follows from the old one and the gradient
	 * {@code g}, at a {@code learningRate} in the update with number {@code t}; what is
	 * remembered is known by its names. A rule whose formula needs more of the update
	 * overrides {@link #derive(Derivation, Update, int)} in place of this.
	 */
	default void derive(Derivation derivation, Step step) {
		throw new UnsupportedOperationException(this + " does not say how it updates a parameter");
	}

	@Override
	default boolean derivable() {
		return true;
	}

	@Override
	default void derive(Derivation derivation, Update update, int index) {
		update.recall(derivation, memory(), index);
		derive(derivation, update.step());
	}

}
