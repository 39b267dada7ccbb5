package dev.descent.engine.optimizer;

import java.util.Arrays;

import dev.descent.engine.formula.Derivation;

/**
 * Steps that shrink with the sum of all squared gradients of a parameter (Duchi, Hazan
 * and Singer, 2011).
 *
 * @param learningRateDecay not negative; the rate is divided by 1 + (t - 1) times this
 * @param initialAccumulator not negative; where the sum starts
 * @param epsilon positive; added to the root of the sum
 */
public record Adagrad(double learningRateDecay, double initialAccumulator, double epsilon) implements UpdateRule {

	public Adagrad {
		Ranges.requireNotNegative("learningRateDecay", learningRateDecay);
		Ranges.requireNotNegative("initialAccumulator", initialAccumulator);
		Ranges.requirePositive("epsilon", epsilon);
	}

	@Override
	public MemoryShape memory() {
		return MemoryShape.vectors("sum");
	}

	@Override
	public void start(double[] w, Memory memory) {
		Arrays.fill(memory.vector(0), initialAccumulator);
	}

	@Override
	public void update(double[] w, double[] g, Memory memory, Step step) {
		double[] sum = memory.vector(0);
		double rate = step.learningRate() / (1 + (step.number() - 1) * learningRateDecay);
		for (int i = 0; i < w.length; i++) {
			sum[i] += g[i] * g[i];
			w[i] -= rate * g[i] / (Math.sqrt(sum[i]) + epsilon);
		}
	}

	@Override
	public void derive(Derivation derivation, Step step) {
		derivation.given("learningRateDecay", learningRateDecay)
			.given("epsilon", epsilon)
			.let("sum", "sum of the squared gradients", "sum + g^2")
			.let("rate", "rate that has fallen with time", "learningRate / (1 + (t - 1) * learningRateDecay)")
			.let("w", "new parameter", "w - rate * g / (sqrt(sum) + epsilon)");
	}

}
