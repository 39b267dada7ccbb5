package dev.descent.engine.optimizer;

import dev.descent.engine.formula.Derivation;
import org.jspecify.annotations.Nullable;

/**
 * Gradient descent with a falling rate that averages its path (Polyak and Juditsky, 1992;
 * Bottou, 2010): {@code eta_t = learningRate / (1 + lambda learningRate (t - 1))^alpha}.
 *
 * @param lambda not negative; also shrinks the parameters by lambda eta a step
 * @param alpha not negative; the power with which the rate falls
 * @param averageFrom updates before the average begins
 * @param useAverage whether the average is the result, rather than the last parameters
 */
public record Asgd(double lambda, double alpha, double averageFrom, boolean useAverage) implements UpdateRule {

	public Asgd {
		Ranges.requireNotNegative("lambda", lambda);
		Ranges.requireNotNegative("alpha", alpha);
		Ranges.requireNotNegative("averageFrom", averageFrom);
	}

	@Override
	public MemoryShape memory() {
		return MemoryShape.vectors("average");
	}

	@Override
	public void start(double[] w, Memory memory) {
		System.arraycopy(w, 0, memory.vector(0), 0, w.length);
	}

	@Override
	public void update(double[] w, double[] g, Memory memory, Step step) {
		double[] average = memory.vector(0);
		double rate = step.learningRate();
		double past = step.number() - 1;
		double eta = (past == 0) ? rate : rate / StrictMath.pow(1 + lambda * rate * past, alpha);
		double weight = (past == 0) ? 1 : 1 / Math.max(1, past - averageFrom);
		for (int i = 0; i < w.length; i++) {
			w[i] = w[i] * (1 - lambda * eta) - eta * g[i];
			average[i] += weight * (w[i] - average[i]);
		}
	}

	@Override
	public double @Nullable [] result(Memory memory) {
		return useAverage ? memory.vector(0) : null;
	}

	@Override
	public void derive(Derivation derivation, Step step) {
		derivation.given("lambda", lambda)
			.given("alpha", alpha)
			.given("averageFrom", averageFrom)
			.let("eta", "rate that has fallen with time", "learningRate / (1 + lambda * learningRate * (t - 1))^alpha")
			.let("w", "new parameter", "w * (1 - lambda * eta) - eta * g")
			.let("average", "mean of the path", "average + (w - average) / max(1, t - 1 - averageFrom)");
	}

}
