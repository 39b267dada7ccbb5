package dev.descent.engine.optimizer;

import dev.descent.engine.formula.Derivation;
import org.jspecify.annotations.Nullable;

/**
 * Takes the gradient where the objective is worst within a small distance, to first
 * order: at {@code w + rho g / |g|} (Foret, Kleiner, Mobahi and Neyshabur, 2021,
 * algorithm 1). Each update costs two gradients.
 *
 * @param inner the method that uses this gradient
 * @param rho the distance, positive
 */
public record SharpnessAware(Optimizer inner, double rho) implements Optimizer {

	public SharpnessAware {
		Ranges.requirePositive("rho", rho);
	}

	@Override
	public MemoryShape memory(int parameters) {
		return MemoryShape.NONE.around(inner.memory(parameters));
	}

	@Override
	public void start(double[] w, Memory memory) {
		inner.start(w, memory.inner());
	}

	@Override
	public void update(Objective objective, Memory memory, Step step) {
		double[] w = objective.parameters();
		double[] g = objective.gradient();
		double[] middle = memory.scratch(0, w.length);
		System.arraycopy(w, 0, middle, 0, w.length);
		double square = 0;
		for (double component : g) {
			square += component * component;
		}
		if (square > 0) {
			double scale = rho / Math.sqrt(square);
			for (int i = 0; i < w.length; i++) {
				w[i] += scale * g[i];
			}
			objective.evaluateGradient();
			System.arraycopy(middle, 0, w, 0, w.length);
		}
		inner.update(objective, memory.inner(), step);
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
		double norm = Vectors.norm(update.gradient());
		if (norm == 0) {
			inner.derive(derivation, update.inner(), index);
			return;
		}
		double[] probe = update.before().clone();
		for (int i = 0; i < probe.length; i++) {
			probe[i] += rho / norm * update.gradient()[i];
		}
		double[] gradient = update.gradientAt(probe);
		derivation.given("rho", rho)
			.found("norm", "length of the gradient", norm)
			.let("probe", "where the loss is worst nearby", "w + rho * g / norm")
			.found("g", "gradient there", gradient[index]);
		inner.derive(derivation, update.inner().descending(gradient), index);
	}

}
