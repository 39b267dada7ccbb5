package dev.descent.insight.diagnosis.symptom;

import java.util.Arrays;

import dev.descent.training.LossCurve;
import dev.descent.training.LossHistory.Column;

/**
 * The recorded losses up to the last finite one, evaluation by evaluation. Arrays must
 * not be changed.
 *
 * @param epochs of the evaluations
 * @param training mean training loss
 * @param validation mean validation loss; NaN without such samples
 * @param validationMetric accuracy or R2 over them
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
public record Curve(double[] epochs, double[] training, double[] validation, double[] validationMetric) {

	/** What was recorded. */
	public static Curve of(LossCurve recorded) {
		double[] training = recorded.column(Column.TRAIN_LOSS);
		int finite = 0;
		while (finite < training.length && Double.isFinite(training[finite])) {
			finite++;
		}
		return new Curve(Arrays.copyOf(recorded.column(Column.EPOCH), finite), Arrays.copyOf(training, finite),
				Arrays.copyOf(recorded.column(Column.VALIDATION_LOSS), finite),
				Arrays.copyOf(recorded.column(Column.VALIDATION_METRIC), finite));
	}

	public int size() {
		return epochs.length;
	}

	/** The training loss at the start. */
	double first() {
		return training[0];
	}

	/** The last finite training loss. */
	double last() {
		return training[training.length - 1];
	}

	/** The index of the evaluation nearest to a share of the epochs. */
	int at(double share) {
		double wanted = epochs[0] + share * (epochs[epochs.length - 1] - epochs[0]);
		int found = Arrays.binarySearch(epochs, wanted);
		int next = (found >= 0) ? found : Math.min(-found - 1, epochs.length - 1);
		return (next > 0 && wanted - epochs[next - 1] < epochs[next] - wanted) ? next - 1 : next;
	}

	/** The median training loss of some evaluations. */
	double median(int from, int to) {
		double[] sorted = Arrays.copyOfRange(training, from, to);
		Arrays.sort(sorted);
		return sorted[sorted.length / 2];
	}

}
