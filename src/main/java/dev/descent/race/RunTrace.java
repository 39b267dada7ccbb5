package dev.descent.race;

import dev.descent.insight.surface.Part;

/**
 * The loss of one run as a function that is known everywhere: it stays as it is from one
 * row to the next, and behind the last one for good. That of a run that diverged is
 * infinite behind its last finite row.
 *
 * @param places ascending
 * @param end behind which it is infinite; infinite if it never is
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
record RunTrace(double[] places, double[] loss, double end) {

	static RunTrace of(RaceRun run, Against against, Part part) {
		double[] places = against.places(run);
		double[] loss = run.curve().loss(part);
		double end = Double.POSITIVE_INFINITY;
		if (run.diverged()) {
			int row = loss.length - 1;
			while (row >= 0 && !Double.isFinite(loss[row])) {
				row--;
			}
			end = (row >= 0) ? places[row] : Double.NEGATIVE_INFINITY;
		}
		return new RunTrace(places, loss, end);
	}

	/**
	 * Whether there is a loss at all; of samples that a run does not have there is none.
	 */
	boolean isKnown() {
		return loss.length > 0 && !Double.isNaN(loss[0]);
	}

	/** Where its last row stands. */
	double length() {
		return places[places.length - 1];
	}

	double at(double place) {
		double value = (place > end) ? Double.POSITIVE_INFINITY : loss[rowAt(place)];
		return Double.isNaN(value) ? Double.POSITIVE_INFINITY : value;
	}

	/** The last row at a place or before it; the first one if there is none. */
	private int rowAt(double place) {
		int low = 0;
		int high = places.length;
		while (high - low > 1) {
			int middle = (low + high) >>> 1;
			if (places[middle] <= place) {
				low = middle;
			}
			else {
				high = middle;
			}
		}
		return low;
	}

}
