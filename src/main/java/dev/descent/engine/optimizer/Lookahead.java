package dev.descent.engine.optimizer;

import dev.descent.engine.formula.Derivation;
import org.jspecify.annotations.Nullable;

/**
 * Lets a method run ahead for k updates, then goes a share of the way after it and starts
 * from there again (Zhang, Lucas, Hinton and Ba, 2019).
 *
 * @param inner the method that runs ahead
 * @param k updates between two moves of the slow weights, at least 1
 * @param alpha the share of the way, in (0, 1]
 */
public record Lookahead(Optimizer inner, int k, double alpha) implements Optimizer {

	public Lookahead {
		if (k < 1 || !(alpha > 0 && alpha <= 1)) {
			throw new IllegalArgumentException("k must be at least 1 and alpha in (0, 1] but were " + k + ", " + alpha);
		}
	}

	@Override
	public MemoryShape memory(int parameters) {
		return MemoryShape.vectors("slow").around(inner.memory(parameters));
	}

	@Override
	public void start(double[] w, Memory memory) {
		System.arraycopy(w, 0, memory.vector(0), 0, w.length);
		inner.start(w, memory.inner());
	}

	@Override
	public void update(Objective objective, Memory memory, Step step) {
		inner.update(objective, memory.inner(), step);
		if (step.number() % k == 0) {
			double[] w = objective.parameters();
			double[] slow = memory.vector(0);
			for (int i = 0; i < w.length; i++) {
				slow[i] += alpha * (w[i] - slow[i]);
				w[i] = slow[i];
			}
		}
	}

	@Override
	public double @Nullable [] result(Memory memory) {
		return inner.result(memory.inner());
	}

	@Override
	public boolean derivable() {
		return inner.derivable();
	}

	@Override
	public void derive(Derivation derivation, Update update, int index) {
		update.recall(derivation, MemoryShape.vectors("slow"), index);
		inner.derive(derivation, update.inner(), index);
		if (update.step().number() % k == 0) {
			derivation.given("alpha", alpha)
				.let("slow", "slow parameter", "slow + alpha * (w - slow)")
				.let("w", "new parameter, back at the slow one", "slow");
		}
	}

}
