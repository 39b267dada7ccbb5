package dev.descent.training;

import dev.descent.engine.analysis.UpdateTrace;

/**
 * An update of a run with all that it came from.
 *
 * @param experiment data and network that were in force
 */
public record TracedUpdate(Experiment experiment, UpdateTrace trace) {

	/** The rows of the dataset that the batch has, in its order. */
	public int[] rows() {
		int[] training = experiment.split().training();
		int[] rows = trace.samples().clone();
		for (int i = 0; i < rows.length; i++) {
			rows[i] = training[rows[i]];
		}
		return rows;
	}

}
