package dev.descent.training;

import java.util.Arrays;

import dev.descent.engine.analysis.Instrument;
import dev.descent.engine.analysis.RunMeter;

/**
 * What was read of each layer at the evaluated epochs. Written by the worker, read by
 * anybody.
 */
public final class Instruments {

	/** Numbers of all series together, or a little more in very deep networks. */
	private static final int NUMBERS = 1 << 18;

	private static final int FEWEST_ROWS = 64;

	/** How many epochs' histograms are kept. */
	static final int HISTOGRAMS = 64;

	/** Room for so many rows is made at first. */
	private static final int FIRST = 64;

	/** Before the readings stands the epoch. */
	private static final int EPOCH = 1;

	private final int depth;

	private SpacedRows series;

	private SpacedRows histograms;

	/** Evaluations before the first that was recorded. */
	private long skipped;

	/** Rows of the series before the first histograms. */
	private long withoutHistograms;

	/**
	 * @param depth layers of the network
	 */
	Instruments(int depth) {
		this.depth = depth;
		this.series = new SpacedRows(limit(depth), EPOCH + RunMeter.readings(depth), FIRST);
		this.histograms = new SpacedRows(HISTOGRAMS, EPOCH + RunMeter.histograms(depth), 1);
	}

	private static int limit(int depth) {
		return Math.max(FEWEST_ROWS, Integer.highestOneBit(NUMBERS / (EPOCH + RunMeter.readings(depth))));
	}

	/** A copy of the beginning, up to a moment of the run. */
	synchronized Instruments upTo(Checkpoint moment) {
		var copy = new Instruments(depth);
		copy.skipped = Math.min(skipped, moment.evaluations());
		copy.series = series.upTo(moment.evaluations() - copy.skipped);
		copy.withoutHistograms = Math.min(withoutHistograms, copy.series.evaluations());
		copy.histograms = histograms.upTo(copy.series.evaluations() - copy.withoutHistograms);
		return copy;
	}

	/** Takes note of an evaluation of which nothing is read. */
	synchronized void skip(int epoch) {
		if (series.evaluations() == 0) {
			skipped++;
		}
		else {
			append(series, epoch);
			skipHistograms(epoch);
		}
	}

	/**
	 * Takes in what was read at an evaluation.
	 * @param all whether the histograms are among it
	 */
	synchronized void append(int epoch, RunMeter meter, boolean all) {
		append(series, epoch, meter.readings());
		if (all) {
			append(histograms, epoch, meter.histograms());
		}
		else {
			skipHistograms(epoch);
		}
	}

	private void skipHistograms(int epoch) {
		if (histograms.evaluations() == 0) {
			withoutHistograms++;
		}
		else {
			append(histograms, epoch);
		}
	}

	private static void append(SpacedRows rows, int epoch, double... numbers) {
		int at = rows.next();
		rows.values()[at] = epoch;
		int end = at + rows.width();
		System.arraycopy(numbers, 0, rows.values(), at + EPOCH, numbers.length);
		Arrays.fill(rows.values(), at + EPOCH + numbers.length, end, Double.NaN);
	}

	/** Layers of the network. */
	public int depth() {
		return depth;
	}

	/** Whether nothing was recorded. */
	public synchronized boolean isEmpty() {
		return series.evaluations() == 0;
	}

	/** A copy of the series. */
	public synchronized Series series() {
		return new Series(series.copy());
	}

	/** A copy of the histograms. */
	public synchronized Histograms histograms() {
		return new Histograms(histograms.copy());
	}

	/** The memory that so many evaluations take. */
	static long bytes(int depth, long evaluations, boolean all) {
		return SpacedRows.bytes(limit(depth), EPOCH + RunMeter.readings(depth), evaluations)
				+ (all ? SpacedRows.bytes(HISTOGRAMS, EPOCH + RunMeter.histograms(depth), evaluations) : 0);
	}

	/** The memory it takes. */
	synchronized long bytes() {
		return series.bytes() + histograms.bytes();
	}

	/** Readings over the epochs; NaN where nothing was read. */
	public static final class Series {

		private final SpacedRows.Copy rows;

		private Series(SpacedRows.Copy rows) {
			this.rows = rows;
		}

		public int size() {
			return rows.size();
		}

		/** Evaluations from one row to the next. */
		public int stride() {
			return rows.stride();
		}

		public int[] epochs() {
			return epochsOf(rows);
		}

		public double[] of(int layer, Instrument instrument) {
			return rows.column(EPOCH + RunMeter.indexOf(layer, instrument));
		}

	}

	/** Histograms over the epochs. */
	public static final class Histograms {

		private final SpacedRows.Copy rows;

		private Histograms(SpacedRows.Copy rows) {
			this.rows = rows;
		}

		public int size() {
			return rows.size();
		}

		/** Evaluations from one row to the next. */
		public int stride() {
			return rows.stride();
		}

		public int[] epochs() {
			return epochsOf(rows);
		}

		/** Smallest and largest weight of a layer, and how many are in each bin. */
		public double[] ofWeights(int layer, int row) {
			return histogram(2 * layer, row);
		}

		/** Likewise of the activations. */
		public double[] ofActivations(int layer, int row) {
			return histogram(2 * layer + 1, row);
		}

		private double[] histogram(int index, int row) {
			int from = row * rows.width() + EPOCH + index * RunMeter.HISTOGRAM;
			return Arrays.copyOfRange(rows.rows(), from, from + RunMeter.HISTOGRAM);
		}

	}

	private static int[] epochsOf(SpacedRows.Copy rows) {
		return Arrays.stream(rows.column(0)).mapToInt((epoch) -> (int) epoch).toArray();
	}

}
