package dev.descent.engine.optimizer;

import java.util.ArrayList;
import java.util.List;

import dev.descent.engine.formula.Derivation;
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

	/** Whether each parameter has a formula of its own. */
	default boolean derivable() {
		return false;
	}

	/**
	 * Writes down how a parameter was updated, formula by formula; only if that is
	 * {@link #derivable()}.
	 * @param derivation knows {@code w}, {@code g}, {@code learningRate} and the number
	 * {@code t} of the update
	 * @param index of the parameter
	 */
	default void derive(Derivation derivation, Update update, int index) {
		throw new UnsupportedOperationException(this + " has no formula for one parameter");
	}

	/** The method that this one is put around, if any. */
	default @Nullable Optimizer inner() {
		return null;
	}

	/**
	 * Whether this method can go on with what another remembers: the same one, perhaps
	 * with other settings or with something around it that remembers nothing.
	 * @param parameters how many parameters there are
	 */
	default boolean continues(Optimizer other, int parameters) {
		return memory(parameters).equals(other.memory(parameters))
				&& remembering(this, parameters).equals(remembering(other, parameters));
	}

	/** The methods that remember something of their own, from the outermost inwards. */
	private static List<Class<?>> remembering(Optimizer optimizer, int parameters) {
		var methods = new ArrayList<Class<?>>();
		for (Optimizer next = optimizer; next != null; next = next.inner()) {
			Optimizer inner = next.inner();
			if (inner == null || !next.memory(parameters).equals(inner.memory(parameters))) {
				methods.add(next.getClass());
			}
		}
		return methods;
	}

}
