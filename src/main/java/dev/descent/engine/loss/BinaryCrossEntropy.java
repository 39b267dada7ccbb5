package dev.descent.engine.loss;

import dev.descent.engine.formula.Derivation;
import dev.descent.engine.kernel.Kernels;
import dev.descent.engine.kernel.Matrix;

/**
 * {@code softplus(z) - target z} for one sigmoid output and targets 0 and 1, the negative
 * log-likelihood of the label; its derivative with respect to z is {@code a - target}.
 *
 * @param labelSmoothing in [0, 1); the share of a target that is spread over both classes
 * (Szegedy et al., 2016)
 * @param positiveWeight positive; how much samples of the second class count
 */
public record BinaryCrossEntropy(double labelSmoothing, double positiveWeight) implements SeparableLoss {

	/** The plain one. */
	public static final BinaryCrossEntropy STANDARD = new BinaryCrossEntropy(0, 1);

	public BinaryCrossEntropy {
		if (!(labelSmoothing >= 0 && labelSmoothing < 1 && positiveWeight > 0)) {
			throw new IllegalArgumentException("labelSmoothing must be in [0, 1) and positiveWeight positive but were "
					+ labelSmoothing + ", " + positiveWeight);
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
		double[] softplus = scratch.values();
		kernels.softplus(x, softplus);
		for (int s = 0; s < x.length; s++) {
			total += weight(t[s]) * (softplus[s] - smoothed(t[s]) * x[s]);
		}
		return total;
	}

	@Override
	public void gradient(Matrix z, Matrix a, Matrix targets, Matrix delta) {
		double[] f = a.values();
		double[] t = targets.values();
		double[] d = delta.values();
		double scale = 1.0 / a.columns();
		for (int s = 0; s < f.length; s++) {
			d[s] = scale * weight(t[s]) * (f[s] - smoothed(t[s]));
		}
	}

	@Override
	public void derive(Derivation derivation, LossPoint at) {
		String weight = "";
		if (positiveWeight != 1) {
			weight = "weight * ";
			derivation.given("positiveWeight", positiveWeight)
				.let("weight", "how much the sample counts", "1 + y * (positiveWeight - 1)");
		}
		if (labelSmoothing > 0) {
			derivation.given("labelSmoothing", labelSmoothing)
				.let("y", "smoothed target", "y + labelSmoothing * (0.5 - y)");
		}
		derive(derivation, weight + "(max(0, z) + ln(1 + exp(-abs(z))) - y * z)", weight + "(a - y) / batch");
	}

	@Override
	public double secondDerivative(double z, double a, double target, int outputs) {
		return weight(target) * a * (1 - a);
	}

	private double smoothed(double target) {
		return target + labelSmoothing * (0.5 - target);
	}

	private double weight(double target) {
		return 1 + target * (positiveWeight - 1);
	}

}
