package dev.descent.engine.optimizer;

import java.util.Arrays;

import dev.descent.engine.formula.Derivation;

/**
 * Steps whose size follows the sign of the gradient alone: longer while it stays, shorter
 * when it changes, and then without a step back (Riedmiller and Braun, 1993; iRprop- of
 * Igel and Huesken, 2000). The learning rate is the size of the first step.
 *
 * @param etaPlus above 1; by what a step grows
 * @param etaMinus in (0, 1); by what it shrinks
 * @param smallest not negative; bounds the size of a step
 * @param largest above the smallest
 */
public record Rprop(double etaPlus, double etaMinus, double smallest, double largest) implements UpdateRule {

	public Rprop {
		if (!(etaPlus > 1 && etaMinus > 0 && etaMinus < 1 && smallest >= 0 && largest > smallest)) {
			throw new IllegalArgumentException("%s, %s, %s, %s are no factors and bounds of a step".formatted(etaPlus,
					etaMinus, smallest, largest));
		}
	}

	@Override
	public MemoryShape memory() {
		return MemoryShape.vectors("stepSize", "previous");
	}

	@Override
	public void update(double[] w, double[] g, Memory memory, Step step) {
		double[] stepSize = memory.vector(0);
		double[] previous = memory.vector(1);
		if (step.number() == 1) {
			Arrays.fill(stepSize, step.learningRate());
		}
		for (int i = 0; i < w.length; i++) {
			double agreement = g[i] * previous[i];
			if (agreement > 0) {
				stepSize[i] = Math.min(stepSize[i] * etaPlus, largest);
			}
			else if (agreement < 0) {
				stepSize[i] = Math.max(stepSize[i] * etaMinus, smallest);
			}
			previous[i] = (agreement < 0) ? 0 : g[i];
			w[i] -= Math.signum(previous[i]) * stepSize[i];
		}
	}

	@Override
	public void derive(Derivation derivation, Step step) {
		if (step.number() == 1) {
			derivation.let("stepSize", "step; the learning rate at first", "learningRate");
		}
		derivation.given("etaPlus", etaPlus)
			.given("etaMinus", etaMinus)
			.given("smallest", smallest)
			.given("largest", largest)
			.let("agreement", "whether the gradient keeps its sign", "g * previous")
			.let("stepSize", "step that grows while the sign stays",
					"if(agreement > 0, min(stepSize * etaPlus, largest), if(0 > agreement, max(stepSize * etaMinus, smallest), stepSize))")
			.let("previous", "gradient to go by; 0 after a change of sign", "if(0 > agreement, 0, g)")
			.let("w", "new parameter", "w - sign(previous) * stepSize");
	}

}
