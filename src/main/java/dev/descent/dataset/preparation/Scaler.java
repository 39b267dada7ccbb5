package dev.descent.dataset.preparation;

import dev.descent.dataset.Statistics;

/**
 * Maps each column to {@code (x - offset) / scale}, both learnt from the training rows.
 */
public final class Scaler {

	private final double[] offsets;

	private final double[] scales;

	private Scaler(double[] offsets, double[] scales) {
		this.offsets = offsets;
		this.scales = scales;
	}

	/**
	 * Learns the scale of each column.
	 * @param features row-major
	 * @param training the rows to learn from
	 */
	public static Scaler fit(Scaling scaling, double[] features, int columns, int[] training) {
		double[] offsets = new double[columns];
		double[] scales = new double[columns];
		for (int i = 0; i < columns; i++) {
			int column = i;
			var statistics = Statistics.of(training.length, (row) -> features[training[row] * columns + column]);
			offsets[i] = scaling.offset(statistics);
			scales[i] = scaling.scale(statistics);
		}
		return new Scaler(offsets, scales);
	}

	/** Scales one row or any number of them, row-major, where they stand. */
	public void transformInPlace(double[] features) {
		for (int i = 0; i < features.length; i += offsets.length) {
			for (int column = 0; column < offsets.length; column++) {
				features[i + column] = (features[i + column] - offsets[column]) / scales[column];
			}
		}
	}

	public double[] offsets() {
		return offsets.clone();
	}

	public double[] scales() {
		return scales.clone();
	}

}
