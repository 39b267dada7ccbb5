package dev.descent.engine.loss;

import dev.descent.engine.formula.Derivation;
import dev.descent.engine.kernel.Kernels;
import dev.descent.engine.kernel.Matrix;

/** The mean over samples and outputs of {@code (a - target)^2}, without a factor 1/2. */
public record MeanSquaredError() implements SeparableLoss {

	@Override
	public boolean fromLogits() {
		return false;
	}

	@Override
	public double addTo(double total, Kernels kernels, Matrix z, Matrix a, Matrix targets, Matrix scratch) {
		int outputs = a.rows();
		int batch = a.columns();
		double[] f = a.values();
		double[] t = targets.values();
		for (int s = 0; s < batch; s++) {
			double sum = 0;
			for (int i = s; i < f.length; i += batch) {
				double error = f[i] - t[i];
				sum += error * error;
			}
			total += sum / outputs;
		}
		return total;
	}

	@Override
	public void gradient(Matrix z, Matrix a, Matrix targets, Matrix delta) {
		double[] f = a.values();
		double[] t = targets.values();
		double[] d = delta.values();
		double scale = 2.0 / f.length;
		for (int i = 0; i < f.length; i++) {
			d[i] = scale * (f[i] - t[i]);
		}
	}

	@Override
	public double secondDerivative(double z, double a, double target, int outputs) {
		return 2.0 / outputs;
	}

	@Override
	public void derive(Derivation derivation, LossPoint at) {
		derive(derivation, "(a - y)^2 / outputs", "2 * (a - y) / (outputs * batch)");
	}

}
