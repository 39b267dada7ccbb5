package dev.descent.engine.optimizer;

import org.jspecify.annotations.Nullable;

/**
 * A method of descent: immutable hyper-parameters and the way one update is made. What it
 * must remember between updates belongs to a run and is handed in, so that a run can be
 * copied, stored and resumed.
 *
 * <p>
 * Most methods are an {@link UpdateRule}: a formula that needs nothing but the gradient.
 */
public interface Optimizer {

	/**
	 * What it remembers.
	 * @param parameters how many parameters there are
	 */
	MemoryShape memory(int parameters);

	/**
	 * Prepares the memory, which is all zeros, before the first update.
	 * @param w the initial parameters
	 */
	default void start(double[] w, Memory memory) {
	}

	/**
	 * Makes one update: moves {@link Objective#parameters()}.
	 * @param objective what is descended; its gradient at the present parameters is there
	 */
	void update(Objective objective, Memory memory, Step step);

	/**
	 * The vector of the memory that holds the parameters to use, where these are not the
	 * ones the gradient is taken at but an average, say; always the same. Null: those.
	 */
	default double @Nullable [] result(Memory memory) {
		return null;
	}

	/**
	 * Whether the last update found that there is nothing to gain, so that no further
	 * update would change anything.
	 */
	default boolean converged(Memory memory) {
		return false;
	}

}
