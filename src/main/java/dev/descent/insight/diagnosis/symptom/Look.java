package dev.descent.insight.diagnosis.symptom;

import java.util.List;
import java.util.function.ToDoubleFunction;

import dev.descent.engine.analysis.LayerVitals;

/**
 * How the network was doing at a moment that was kept. Arrays must not be changed.
 *
 * @param epoch whole epochs trained
 * @param layers from the first hidden layer to the output layer
 * @param deltas root mean square of dL/dz over samples and units, a number for each
 * layer: what the loss sends back to a unit
 * @param kinds units of each hidden layer that differ from each other
 * @param gradientNorm over all parameters
 * @param parameterNorm of all parameters
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
public record Look(int epoch, List<LayerVitals> layers, double[] deltas, int[] kinds, double gradientNorm,
		double parameterNorm) {

	/** What comes back to the first layer, as a share of what the output layer gets. */
	double comesBack() {
		return deltas[0] / deltas[deltas.length - 1];
	}

	/** The epochs of some moments. */
	static double[] epochs(List<Look> looks) {
		return looks.stream().mapToDouble(Look::epoch).toArray();
	}

	/** Something of them, moment by moment. */
	static double[] series(List<Look> looks, ToDoubleFunction<Look> measure) {
		return looks.stream().mapToDouble(measure).toArray();
	}

}
