package dev.descent.training;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

import dev.descent.engine.analysis.Instrument;

/**
 * All that the instruments of a job recorded.
 *
 * @param series one for each layer and instrument
 * @param histograms one for each layer and epoch, of weights and of activations
 */
record Readings(List<Integer> epochs, List<List<Double>> series, List<List<Double>> histograms) {

	static Readings of(TrainingJob job) {
		var instruments = job.instruments();
		var series = new ArrayList<List<Double>>();
		var histograms = new ArrayList<List<Double>>();
		var recorded = instruments.histograms();
		for (int l = 0; l < instruments.depth(); l++) {
			for (var instrument : Instrument.values()) {
				series.add(boxed(instruments.series().of(l, instrument)));
			}
			for (int row = 0; row < recorded.size(); row++) {
				histograms.add(boxed(recorded.ofWeights(l, row)));
				histograms.add(boxed(recorded.ofActivations(l, row)));
			}
		}
		return new Readings(Arrays.stream(instruments.series().epochs()).boxed().toList(), series, histograms);
	}

	private static List<Double> boxed(double[] values) {
		return Arrays.stream(values).boxed().toList();
	}

}
