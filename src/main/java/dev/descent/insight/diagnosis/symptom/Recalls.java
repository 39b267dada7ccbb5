package dev.descent.insight.diagnosis.symptom;

import java.util.Arrays;

import dev.descent.engine.kernel.Matrix;
import dev.descent.engine.training.Metric;
import dev.descent.engine.training.Samples;

/**
 * Counts the samples of each class, and those that are recognised. Its value is the mean
 * of the recalls, in which each class counts alike (Brodersen et al., 2010, The balanced
 * accuracy and its posterior distribution).
 */
public final class Recalls implements Metric {

	private final int[] counts;

	private final int[] recognised;

	private final double threshold;

	/**
	 * @param threshold of a single output, above which it says the second class
	 */
	public Recalls(int classes, double threshold) {
		this.counts = new int[classes];
		this.recognised = new int[classes];
		this.threshold = threshold;
	}

	@Override
	public double addTo(double total, Matrix outputs, Matrix targets) {
		for (int s = 0; s < targets.columns(); s++) {
			int label = label(targets, s);
			counts[label]++;
			recognised[label] += (label(outputs, s) == label) ? 1 : 0;
		}
		return total;
	}

	private int label(Matrix matrix, int column) {
		double[] values = matrix.values();
		if (matrix.rows() == 1) {
			return (values[column] > threshold) ? 1 : 0;
		}
		int largest = 0;
		for (int i = 1; i < matrix.rows(); i++) {
			if (values[i * matrix.columns() + column] > values[largest * matrix.columns() + column]) {
				largest = i;
			}
		}
		return largest;
	}

	@Override
	public double value(double total, Samples samples) {
		return balanced();
	}

	/** The mean recall of the classes that there are. */
	public double balanced() {
		double sum = 0;
		int present = 0;
		for (int label = 0; label < counts.length; label++) {
			if (counts[label] > 0) {
				sum += recall(label);
				present++;
			}
		}
		return sum / present;
	}

	double recall(int label) {
		return (double) recognised[label] / counts[label];
	}

	int[] counts() {
		return counts.clone();
	}

	/** The class with the fewest samples of those that there are. */
	int rarest() {
		int rarest = -1;
		for (int label = 0; label < counts.length; label++) {
			if (counts[label] > 0 && (rarest < 0 || counts[label] < counts[rarest])) {
				rarest = label;
			}
		}
		return rarest;
	}

	int largestCount() {
		return Arrays.stream(counts).max().orElse(0);
	}

}
