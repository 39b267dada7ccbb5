package dev.descent.engine.analysis;

/**
 * Mean and standard deviation of numbers that come piece by piece (Chan, Golub and
 * LeVeque, 1979).
 */
public final class Moments {

	private long count;

	private double mean;

	/** The sum of the squared distances from the mean. */
	private double squares;

	public void clear() {
		count = 0;
		mean = 0;
		squares = 0;
	}

	/** Takes in {@code values[from]} to {@code values[to - 1]}, at least one. */
	public void add(double[] values, int from, int to) {
		int length = to - from;
		double sum = 0;
		for (int i = from; i < to; i++) {
			sum += values[i];
		}
		double center = sum / length;
		double around = 0;
		for (int i = from; i < to; i++) {
			around += (values[i] - center) * (values[i] - center);
		}
		double distance = center - mean;
		long total = count + length;
		mean += distance * length / total;
		squares += around + distance * distance * ((double) count * length / total);
		count = total;
	}

	/** NaN if there are no numbers. */
	public double mean() {
		return (count == 0) ? Double.NaN : mean;
	}

	/** The standard deviation of the population; NaN if there are no numbers. */
	public double deviation() {
		return Math.sqrt(squares / count);
	}

}
