package dev.descent.engine.training;

import dev.descent.engine.kernel.Matrix;

/** How good the outputs are, in terms people care about; higher is better. */
public interface Metric {

	/** Adds what the samples of a batch contribute to a running total. */
	double addTo(double total, Matrix outputs, Matrix targets);

	/** Turns the total over all samples into the metric; NaN where it is undefined. */
	double value(double total, Samples samples);

}
