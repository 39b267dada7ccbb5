package dev.descent.engine.activation;

import dev.descent.engine.kernel.Kernels;
import dev.descent.engine.kernel.Matrix;

/**
 * {@code f(z)_i = e^z_i / sum_j e^z_j} over the units of a layer: probabilities of
 * exclusive classes. Computed from {@code z - max z}, so that nothing overflows.
 */
public record Softmax() implements Activation {

	@Override
	public void forward(Kernels kernels, Matrix z, Matrix a) {
		kernels.softmax(z, a);
	}

	@Override
	public void backward(Kernels kernels, Matrix z, Matrix a, Matrix delta) {
		int units = a.rows();
		int batch = a.columns();
		double[] f = a.values();
		double[] d = delta.values();
		for (int s = 0; s < batch; s++) {
			double mean = 0;
			for (int i = 0; i < units; i++) {
				mean += f[i * batch + s] * d[i * batch + s];
			}
			for (int i = 0; i < units; i++) {
				d[i * batch + s] = f[i * batch + s] * (d[i * batch + s] - mean);
			}
		}
	}

	@Override
	public void addCurvature(Matrix z, Matrix a, Matrix upstream, Matrix tangentZ, Matrix tangentA,
			Matrix tangentDelta) {
		int units = a.rows();
		int batch = a.columns();
		double[] f = a.values();
		double[] e = upstream.values();
		double[] moves = tangentA.values();
		for (int s = 0; s < batch; s++) {
			double mean = 0;
			double moveOfMean = 0;
			for (int i = s; i < units * batch; i += batch) {
				mean += f[i] * e[i];
				moveOfMean += moves[i] * e[i];
			}
			for (int i = s; i < units * batch; i += batch) {
				tangentDelta.values()[i] += moves[i] * (e[i] - mean) - f[i] * moveOfMean;
			}
		}
	}

}
