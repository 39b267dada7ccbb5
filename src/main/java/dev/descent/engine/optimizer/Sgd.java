package dev.descent.engine.optimizer;

import dev.descent.engine.formula.Derivation;

/**
 * (Stochastic) gradient descent, {@code w -= rate * g}; with momentum
 * {@code velocity = momentum * velocity + (1 - dampening) * g} takes the gradient's place
 * (Polyak, 1964), and with Nesterov's look-ahead {@code g + momentum * velocity} does
 * (Sutskever, Martens, Dahl and Hinton, 2013, in the form that keeps the parameters at
 * the look-ahead point).
 *
 * @param momentum in [0, 1); 0 is plain descent
 * @param dampening in [0, 1]; does not hold for the first update
 * @param nesterov needs a momentum and no dampening
 */
public record Sgd(double momentum, double dampening, boolean nesterov) implements UpdateRule {

	/** Descent along the gradient itself. */
	public static final Sgd PLAIN = new Sgd(0, 0, false);

	public Sgd {
		if (!(momentum >= 0 && momentum < 1)) {
			throw new IllegalArgumentException("momentum must be in [0, 1) but was " + momentum);
		}
		if (!(dampening >= 0 && dampening <= 1)) {
			throw new IllegalArgumentException("dampening must be in [0, 1] but was " + dampening);
		}
		if (nesterov && (momentum == 0 || dampening != 0)) {
			throw new IllegalArgumentException("nesterov needs a momentum above 0 and no dampening");
		}
	}

	@Override
	public MemoryShape memory() {
		return (momentum == 0) ? MemoryShape.NONE : MemoryShape.vectors("velocity");
	}

	@Override
	public void update(double[] w, double[] g, Memory memory, Step step) {
		double learningRate = step.learningRate();
		if (momentum == 0) {
			for (int i = 0; i < w.length; i++) {
				w[i] -= learningRate * g[i];
			}
			return;
		}
		double share = step.momentum(momentum);
		double fresh = (step.number() == 1) ? 1 : 1 - dampening;
		double[] velocity = memory.vector(0);
		for (int i = 0; i < w.length; i++) {
			velocity[i] = share * velocity[i] + fresh * g[i];
		}
		if (nesterov) {
			for (int i = 0; i < w.length; i++) {
				w[i] -= learningRate * (g[i] + share * velocity[i]);
			}
		}
		else {
			for (int i = 0; i < w.length; i++) {
				w[i] -= learningRate * velocity[i];
			}
		}
	}

	@Override
	public void derive(Derivation derivation, Step step) {
		if (momentum == 0) {
			derivation.let("w", "new parameter", "w - learningRate * g");
			return;
		}
		boolean dampened = dampening > 0 && step.number() > 1;
		derivation.given("momentum", step.momentum(momentum))
			.given("dampening", dampening)
			.let("velocity", "velocity",
					dampened ? "momentum * velocity + (1 - dampening) * g" : "momentum * velocity + g")
			.let("w", "new parameter",
					nesterov ? "w - learningRate * (g + momentum * velocity)" : "w - learningRate * velocity");
	}

}
