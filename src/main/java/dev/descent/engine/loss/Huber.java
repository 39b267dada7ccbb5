package dev.descent.engine.loss;

import dev.descent.engine.kernel.Kernels;
import dev.descent.engine.kernel.Matrix;

/**
 * The mean over samples and outputs of {@code e^2 / 2} for errors up to delta and
 * {@code delta
 * (|e| - delta / 2)} beyond, so that outliers pull no harder (Huber, 1964).
 *
 * @param delta positive
 */
public record Huber(double delta) implements SeparableLoss {

	public Huber {
		if (!(delta > 0)) {
			throw new IllegalArgumentException("delta must be positive but was " + delta);
		}
	}

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
				sum += value(f[i] - t[i]);
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
		double scale = 1.0 / f.length;
		for (int i = 0; i < f.length; i++) {
			d[i] = scale * slope(f[i] - t[i]);
		}
	}

	@Override
	public double secondDerivative(double z, double a, double target, int outputs) {
		return (Math.abs(a - target) <= delta) ? 1.0 / outputs : 0;
	}

	private double value(double error) {
		double size = Math.abs(error);
		return (size <= delta) ? 0.5 * error * error : delta * (size - 0.5 * delta);
	}

	private double slope(double error) {
		return Math.max(-delta, Math.min(delta, error));
	}

}
