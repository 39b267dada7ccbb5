package dev.descent.engine.loss;

import dev.descent.engine.kernel.Kernels;
import dev.descent.engine.kernel.Matrix;

/** The mean over samples and outputs of a function of the error {@code a - target}. */
interface PointwiseLoss extends Loss {

	double value(double error);

	/** The derivative of {@link #value}. */
	double slope(double error);

	@Override
	default boolean fromLogits() {
		return false;
	}

	@Override
	default double addTo(double total, Kernels kernels, Matrix z, Matrix a, Matrix targets, Matrix scratch) {
		int outputs = a.rows();
		int batch = a.columns();
		double[] f = a.values();
		double[] t = targets.values();
		double sum = total;
		for (int s = 0; s < batch; s++) {
			double ofSample = 0;
			for (int i = s; i < f.length; i += batch) {
				ofSample += value(f[i] - t[i]);
			}
			sum += ofSample / outputs;
		}
		return sum;
	}

	@Override
	default void gradient(Matrix z, Matrix a, Matrix targets, Matrix delta) {
		double[] f = a.values();
		double[] t = targets.values();
		double[] d = delta.values();
		double scale = 1.0 / f.length;
		for (int i = 0; i < f.length; i++) {
			d[i] = scale * slope(f[i] - t[i]);
		}
	}

}
