package dev.descent.engine.optimizer;

import dev.descent.engine.formula.Derivation;

/**
 * Gives the plain mean of parameters along the path as the result, one every so many
 * updates (Izmailov, Podoprikhin, Garipov, Vetrov and Wilson, 2018).
 *
 * @param inner the method that moves the parameters
 * @param after updates before the mean begins; until then it is the parameters
 * @param every updates from one member of the mean to the next, at least 1
 */
public record StochasticWeightAverage(Optimizer inner, long after, long every) implements Optimizer {

	public StochasticWeightAverage {
		Ranges.requireNotNegative("after", (double) after);
		Ranges.requirePositive("every", (double) every);
	}

	@Override
	public MemoryShape memory(int parameters) {
		return MemoryShape.vectors("average").withScalars("members").around(inner.memory(parameters));
	}

	@Override
	public void start(double[] w, Memory memory) {
		System.arraycopy(w, 0, memory.vector(0), 0, w.length);
		inner.start(w, memory.inner());
	}

	@Override
	public void update(Objective objective, Memory memory, Step step) {
		inner.update(objective, memory.inner(), step);
		boolean averaging = step.number() > after;
		if (averaging && (step.number() - after) % every != 0) {
			return;
		}
		double[] w = objective.parameters();
		double[] average = memory.vector(0);
		memory.scalars()[0] += averaging ? 1 : 0;
		double share = averaging ? 1 / memory.scalars()[0] : 1;
		for (int i = 0; i < w.length; i++) {
			average[i] += share * (w[i] - average[i]);
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
		update.recall(derivation, MemoryShape.vectors("average").withScalars("members"), index);
		inner.derive(derivation, update.inner(), index);
		long number = update.step().number();
		if (number <= after) {
			derivation.let("average", "parameter, as the mean has not begun", "w");
		}
		else if ((number - after) % every == 0) {
			derivation.let("members", "members of the mean", "members + 1")
				.let("average", "mean of the path, the result", "average + (w - average) / members");
		}
	}

}
