package dev.descent.engine.optimizer;

import dev.descent.engine.formula.Derivation;

/**
 * Steps of one size in the direction of the gradient's sign (Bernstein et al., 2018,
 * algorithm 1); with momentum, of the sign of its running mean, which is called signum.
 *
 * @param momentum decay of the mean, in [0, 1); 0 takes the gradient itself
 */
public record SignSgd(double momentum) implements UpdateRule {

	public SignSgd {
		Ranges.requireShare("momentum", momentum);
	}

	@Override
	public MemoryShape memory() {
		return (momentum == 0) ? MemoryShape.NONE : MemoryShape.vectors("m");
	}

	@Override
	public void update(double[] w, double[] g, Memory memory, Step step) {
		double rate = step.learningRate();
		if (momentum == 0) {
			for (int i = 0; i < w.length; i++) {
				w[i] -= rate * Math.signum(g[i]);
			}
			return;
		}
		double[] m = memory.vector(0);
		double share = step.momentum(momentum);
		for (int i = 0; i < w.length; i++) {
			m[i] = share * m[i] + (1 - share) * g[i];
			w[i] -= rate * Math.signum(m[i]);
		}
	}

	@Override
	public void derive(Derivation derivation, Step step) {
		if (momentum == 0) {
			derivation.let("w", "new parameter", "w - learningRate * sign(g)");
		}
		else {
			derivation.given("momentum", step.momentum(momentum))
				.let("m", "momentum", "momentum * m + (1 - momentum) * g")
				.let("w", "new parameter", "w - learningRate * sign(m)");
		}
	}

}
