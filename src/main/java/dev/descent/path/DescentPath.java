package dev.descent.path;

import dev.descent.engine.analysis.Outcome;
import dev.descent.engine.training.Cost;

/**
 * Where a descent went: its start, some of the points after it, evenly spaced, and where
 * it ended. The arrays are as long as each other, and no copies.
 *
 * @param run the name of the run
 * @param start which of the starts, from 0
 * @param step the updates before each point
 * @param value the height at each point
 * @param learningRate of the update that led to each point
 * @param cost what the method evaluated
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
public record DescentPath(String run, int start, int[] step, double[] x, double[] y, double[] value,
		double[] learningRate, Outcome outcome, Cost cost) {

	/** Where in the arrays the end is. */
	public int last() {
		return step.length - 1;
	}

}
