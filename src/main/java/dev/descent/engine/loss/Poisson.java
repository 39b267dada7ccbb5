package dev.descent.engine.loss;

import dev.descent.engine.formula.Derivation;
import dev.descent.engine.kernel.Kernels;
import dev.descent.engine.kernel.Matrix;

/**
 * {@code e^z - target z} for one exponential output and counts as targets: the negative
 * log-likelihood of a Poisson distribution with mean {@code a = e^z}, without the part
 * that depends on the target alone (McCullagh and Nelder, 1989).
 */
public record Poisson() implements SeparableLoss {

	@Override
	public boolean fromLogits() {
		return true;
	}

	@Override
	public double addTo(double total, Kernels kernels, Matrix z, Matrix a, Matrix targets, Matrix scratch) {
		double[] x = z.values();
		double[] f = a.values();
		double[] t = targets.values();
		for (int s = 0; s < x.length; s++) {
			total += f[s] - t[s] * x[s];
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
			d[s] = scale * (f[s] - t[s]);
		}
	}

	@Override
	public double secondDerivative(double z, double a, double target, int outputs) {
		return a;
	}

	@Override
	public void derive(Derivation derivation, LossPoint at) {
		derive(derivation, "a - y * z", "(a - y) / batch");
	}

}
