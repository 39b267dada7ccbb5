package dev.descent.engine.training;

import dev.descent.engine.kernel.Matrix;

/** The share of samples whose largest output belongs to the wanted class. */
public record CategoricalAccuracy() implements Metric {

	@Override
	public double addTo(double total, Matrix outputs, Matrix targets) {
		int batch = outputs.columns();
		for (int s = 0; s < batch; s++) {
			total += (largest(outputs, s) == largest(targets, s)) ? 1 : 0;
		}
		return total;
	}

	@Override
	public double value(double total, Samples samples) {
		return total / samples.count();
	}

	private static int largest(Matrix matrix, int column) {
		double[] values = matrix.values();
		int largest = 0;
		for (int i = 1; i < matrix.rows(); i++) {
			if (values[i * matrix.columns() + column] > values[largest * matrix.columns() + column]) {
				largest = i;
			}
		}
		return largest;
	}

}
