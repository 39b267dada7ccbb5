package dev.descent.engine.optimizer;

import dev.descent.engine.formula.Derivation;
import dev.descent.engine.network.Architecture;
import org.jspecify.annotations.Nullable;

/**
 * Shrinks the parameters beside what the wrapped method does: coupled, by adding
 * {@code rate * w} to the gradient (the same as an L2 penalty, which adaptive methods
 * rescale), or decoupled, by {@code w -= learningRate * rate * w} before the update
 * (Loshchilov and Hutter, 2019, Decoupled Weight Decay Regularization, algorithm 2).
 *
 * @param inner the method that moves the parameters
 * @param rate positive
 * @param onBiases whether biases shrink as well
 */
public record WeightDecay(Optimizer inner, double rate, boolean decoupled, boolean onBiases) implements Optimizer {

	public WeightDecay {
		if (!(rate > 0)) {
			throw new IllegalArgumentException("rate must be positive but was " + rate);
		}
	}

	/** A method whose parameters shrink as well, if the rate is not 0. */
	public static Optimizer around(Optimizer inner, double rate, boolean decoupled, boolean onBiases) {
		return (rate > 0) ? new WeightDecay(inner, rate, decoupled, onBiases) : inner;
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
		Architecture architecture = objective.architecture();
		double[] w = objective.parameters();
		double[] g = objective.gradient();
		for (int l = 0; l < architecture.depth(); l++) {
			int from = architecture.weightsFrom(l);
			int to = onBiases ? architecture.weightsFrom(l + 1) : architecture.biasesFrom(l);
			if (decoupled) {
				shrink(w, from, to, step.learningRate() * rate);
			}
			else {
				for (int i = from; i < to; i++) {
					g[i] += rate * w[i];
				}
			}
		}
		inner.update(objective, memory, step);
	}

	private static void shrink(double[] w, int from, int to, double share) {
		for (int i = from; i < to; i++) {
			w[i] -= share * w[i];
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
		var architecture = update.architecture();
		if (onBiases || index < architecture.biasesFrom(architecture.layerOf(index))) {
			derivation.given("weightDecay", rate);
			if (decoupled) {
				derivation.let("w", "parameter after its decay", "w - learningRate * weightDecay * w");
			}
			else {
				derivation.let("g", "gradient with the decay", "g + weightDecay * w");
			}
		}
		inner.derive(derivation, update, index);
	}

}
