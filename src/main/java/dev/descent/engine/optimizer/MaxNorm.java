package dev.descent.engine.optimizer;

import dev.descent.engine.formula.Derivation;
import dev.descent.engine.network.Architecture;
import org.jspecify.annotations.Nullable;

/**
 * Shortens the weights into a unit to a longest Euclidean length after every update
 * (Srivastava, Hinton, Krizhevsky, Sutskever and Salakhutdinov, 2014, section 5.1).
 * Biases are free.
 *
 * @param inner the method that moves the parameters
 * @param limit the longest length, positive
 */
public record MaxNorm(Optimizer inner, double limit) implements Optimizer {

	public MaxNorm {
		Ranges.requirePositive("limit", limit);
	}

	@Override
	public MemoryShape memory(int parameters) {
		return inner.memory(parameters);
	}

	@Override
	public void start(double[] w, Memory memory) {
		inner.start(w, memory);
	}

	@Override
	public void update(Objective objective, Memory memory, Step step) {
		inner.update(objective, memory, step);
		Architecture architecture = objective.architecture();
		double[] w = objective.parameters();
		for (int l = 0; l < architecture.depth(); l++) {
			int inputs = architecture.fanIn(l);
			for (int from = architecture.weightsFrom(l); from < architecture.biasesFrom(l); from += inputs) {
				shorten(w, from, from + inputs);
			}
		}
	}

	private void shorten(double[] w, int from, int to) {
		double square = 0;
		for (int i = from; i < to; i++) {
			square += w[i] * w[i];
		}
		if (square > limit * limit) {
			double scale = limit / Math.sqrt(square);
			for (int i = from; i < to; i++) {
				w[i] *= scale;
			}
		}
	}

	@Override
	public double @Nullable [] result(Memory memory) {
		return inner.result(memory);
	}

	@Override
	public boolean converged(Memory memory) {
		return inner.converged(memory);
	}

	@Override
	public boolean derivable() {
		return inner.derivable();
	}

	@Override
	public void derive(Derivation derivation, Update update, int index) {
		inner.derive(derivation, update, index);
		var architecture = update.architecture();
		int layer = architecture.layerOf(index);
		if (index >= architecture.biasesFrom(layer)) {
			return;
		}
		int inputs = architecture.fanIn(layer);
		int from = index - (index - architecture.weightsFrom(layer)) % inputs;
		double square = 0;
		for (int i = from; i < from + inputs; i++) {
			double w = update.derive(inner, i).value("w");
			square += w * w;
		}
		if (square > limit * limit) {
			derivation.given("maxNorm", limit)
				.found("norm", "length of the weights into the unit", Math.sqrt(square))
				.let("w", "new parameter, shortened", "w * maxNorm / norm");
		}
	}

}
