package dev.descent.engine.optimizer;

import java.util.List;

/**
 * (Stochastic) gradient descent, {@code w -= rate * g}; with momentum
 * {@code velocity = momentum * velocity + g} takes the gradient's place (Polyak, 1964),
 * and with Nesterov's look-ahead {@code g + momentum * velocity} does (Sutskever,
 * Martens, Dahl and Hinton, 2013, in the form that keeps the parameters at the look-ahead
 * point).
 *
 * @param momentum in [0, 1); 0 is plain descent
 * @param nesterov needs a momentum
 */
public record Sgd(double momentum, boolean nesterov) implements Optimizer {

	public Sgd {
		if (!(momentum >= 0 && momentum < 1)) {
			throw new IllegalArgumentException("momentum must be in [0, 1) but was " + momentum);
		}
		if (nesterov && momentum == 0) {
			throw new IllegalArgumentException("nesterov needs a momentum above 0");
		}
	}

	@Override
	public List<String> memory() {
		return (momentum == 0) ? List.of() : List.of("velocity");
	}

	@Override
	public void update(double[] w, double[] g, double[][] memory, long step, double learningRate) {
		if (momentum == 0) {
			for (int i = 0; i < w.length; i++) {
				w[i] -= learningRate * g[i];
			}
			return;
		}
		double[] velocity = memory[0];
		for (int i = 0; i < w.length; i++) {
			velocity[i] = momentum * velocity[i] + g[i];
		}
		if (nesterov) {
			for (int i = 0; i < w.length; i++) {
				w[i] -= learningRate * (g[i] + momentum * velocity[i]);
			}
		}
		else {
			for (int i = 0; i < w.length; i++) {
				w[i] -= learningRate * velocity[i];
			}
		}
	}

}
