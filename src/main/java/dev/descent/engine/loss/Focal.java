package dev.descent.engine.loss;

import dev.descent.engine.formula.Derivation;
import dev.descent.engine.kernel.Elementary;
import dev.descent.engine.kernel.Kernels;
import dev.descent.engine.kernel.Matrix;

/**
 * {@code -weight (1 - p)^gamma log p} with the probability p of the right one of two
 * classes, so that samples that are right already count little (Lin, Goyal, Girshick, He
 * and Dollar, 2017, equation 5). For one sigmoid output and targets 0 and 1.
 *
 * @param gamma not negative; 0 is the binary cross-entropy
 * @param alpha weight of the second class, the first has 1 - alpha; NaN gives both 1
 */
public record Focal(double gamma, double alpha) implements SeparableLoss {

	public Focal {
		if (!(gamma >= 0)) {
			throw new IllegalArgumentException("gamma must not be negative but was " + gamma);
		}
	}

	@Override
	public boolean fromLogits() {
		return true;
	}

	@Override
	public double addTo(double total, Kernels kernels, Matrix z, Matrix a, Matrix targets, Matrix scratch) {
		double[] x = z.values();
		double[] t = targets.values();
		for (int s = 0; s < x.length; s++) {
			double margin = (t[s] > 0.5) ? x[s] : -x[s];
			total += weight(t[s]) * Elementary.exp(-gamma * Elementary.softplus(margin)) * Elementary.softplus(-margin);
		}
		return total;
	}

	@Override
	public void gradient(Matrix z, Matrix a, Matrix targets, Matrix delta) {
		double[] x = z.values();
		double[] t = targets.values();
		double[] d = delta.values();
		double scale = 1.0 / a.columns();
		for (int s = 0; s < x.length; s++) {
			double sign = (t[s] > 0.5) ? 1 : -1;
			double margin = sign * x[s];
			double p = Elementary.sigmoid(margin);
			double q = Elementary.sigmoid(-margin);
			d[s] = -sign * scale * weight(t[s]) * Elementary.exp(-gamma * Elementary.softplus(margin))
					* (gamma * p * Elementary.softplus(-margin) + q);
		}
	}

	@Override
	public void derive(Derivation derivation, LossPoint at) {
		derivation.given("gamma", gamma)
			.given("weight", weight(at.target()))
			.let("margin", "z towards the right class", "if(y > 0.5, z, -z)")
			.let("p", "probability of the right class", "1 / (1 + exp(-margin))")
			.let("q", "probability of the wrong class", "1 / (1 + exp(margin))")
			.let("surprise", "-ln p", "max(0, -margin) + ln(1 + exp(-abs(margin)))");
		derive(derivation, "weight * q^gamma * surprise",
				"if(y > 0.5, -1, 1) * weight * q^gamma * (gamma * p * surprise + q) / batch");
	}

	@Override
	public double secondDerivative(double z, double a, double target, int outputs) {
		double margin = (target > 0.5) ? z : -z;
		double p = Elementary.sigmoid(margin);
		double q = Elementary.sigmoid(-margin);
		double surprise = Elementary.softplus(-margin);
		return weight(target) * Elementary.exp(-gamma * Elementary.softplus(margin)) * p
				* (gamma * surprise * (gamma * p - q) + q * (2 * gamma + 1));
	}

	@Override
	public boolean convex() {
		return gamma == 0;
	}

	private double weight(double target) {
		if (Double.isNaN(alpha)) {
			return 1;
		}
		return (target > 0.5) ? alpha : 1 - alpha;
	}

}
