package dev.descent.engine.training;

import dev.descent.engine.kernel.Matrix;

/** How good the outputs are, in terms people care about; higher is better. */
public interface Metric {

	/** For those who want the loss alone. */
	Metric NONE = new Metric() {

		@Override
		public double addTo(double total, Matrix outputs, Matrix targets) {
			return total;
		}

		@Override
		public double value(double total, Samples samples) {
			return Double.NaN;
		}

	};

	/** Adds what the samples of a batch contribute to a running total. */
	double addTo(double total, Matrix outputs, Matrix targets);

	/** Turns the total over all samples into the metric; NaN where it is undefined. */
	double value(double total, Samples samples);

}
