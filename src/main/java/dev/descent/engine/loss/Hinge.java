package dev.descent.engine.loss;

import dev.descent.engine.formula.Derivation;
import dev.descent.engine.kernel.Kernels;
import dev.descent.engine.kernel.Matrix;

/**
 * {@code max(0, 1 - target a)} for one output and targets -1 and 1, the loss of a support
 * vector machine (Cortes and Vapnik, 1995); the derivative at the corner is taken as 0.
 */
public record Hinge() implements Loss {

	@Override
	public boolean fromLogits() {
		return false;
	}

	@Override
	public double addTo(double total, Kernels kernels, Matrix z, Matrix a, Matrix targets, Matrix scratch) {
		double[] f = a.values();
		double[] t = targets.values();
		for (int s = 0; s < f.length; s++) {
			double gap = Math.max(0, 1 - t[s] * f[s]);
			total += gap;
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
			double gap = 1 - t[s] * f[s];
			d[s] = (gap > 0) ? -scale * t[s] : 0;
		}
	}

	@Override
	public void derive(Derivation derivation, LossPoint at) {
		derive(derivation, "max(0, 1 - y * a)", "if(1 - y * a > 0, -y, 0) / batch");
	}

}
