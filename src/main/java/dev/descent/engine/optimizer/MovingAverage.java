package dev.descent.engine.optimizer;

import dev.descent.engine.formula.Derivation;

/**
 * Gives an exponential moving average of the parameters as the result, while the wrapped
 * method goes its way (Polyak and Juditsky, 1992; Morales-Brotons, Vogels and Hendrikx,
 * 2024).
 *
 * @param inner the method that moves the parameters
 * @param decay in [0, 1); the share of the average that stays at an update
 * @param after updates before the average begins; until then it is the parameters
 */
public record MovingAverage(Optimizer inner, double decay, long after) implements Optimizer {

	public MovingAverage {
		Ranges.requireShare("decay", decay);
		Ranges.requireNotNegative("after", (double) after);
	}

	@Override
	public MemoryShape memory(int parameters) {
		return MemoryShape.vectors("average").around(inner.memory(parameters));
	}

	@Override
	public void start(double[] w, Memory memory) {
		System.arraycopy(w, 0, memory.vector(0), 0, w.length);
		inner.start(w, memory.inner());
	}

	@Override
	public void update(Objective objective, Memory memory, Step step) {
		inner.update(objective, memory.inner(), step);
		double[] w = objective.parameters();
		double[] average = memory.vector(0);
		double stays = (step.number() > after) ? decay : 0;
		for (int i = 0; i < w.length; i++) {
			average[i] = stays * average[i] + (1 - stays) * w[i];
		}
	}

	@Override
	public double[] result(Memory memory) {
		return memory.vector(0);
	}

	@Override
	public boolean derivable() {
		return inner.derivable();
	}

	@Override
	public void derive(Derivation derivation, Update update, int index) {
		update.recall(derivation, MemoryShape.vectors("average"), index);
		inner.derive(derivation, update.inner(), index);
		derivation.given("decay", (update.step().number() > after) ? decay : 0)
			.let("average", "mean of the path, the result", "decay * average + (1 - decay) * w");
	}

}
