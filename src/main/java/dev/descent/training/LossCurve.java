package dev.descent.training;

import java.util.EnumMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

import dev.descent.training.LossHistory.Column;

/**
 * Losses and metrics over the epochs, column by column; values are NaN where there are
 * none.
 */
public final class LossCurve {

	private final Map<Column, double[]> columns;

	private final int stride;

	/**
	 * @param columns all of the same length
	 * @param stride evaluations from one point to the next
	 */
	LossCurve(Map<Column, double[]> columns, int stride) {
		this.columns = columns;
		this.stride = stride;
	}

	public int size() {
		return column(Column.EPOCH).length;
	}

	/** Evaluations from one recorded point to the next; 1 if all are there. */
	public int stride() {
		return stride;
	}

	/** A column; not a copy. */
	public double[] column(Column column) {
		return columns.getOrDefault(column, new double[0]);
	}

	/**
	 * The same curve with fewer points: the first, the last and the extremes of every
	 * loss, and, stretch by stretch, the lowest and the highest training loss.
	 * @param most at least 8
	 */
	public LossCurve thinned(int most) {
		if (size() <= most) {
			return this;
		}
		var kept = new TreeSet<Integer>();
		kept.add(0);
		kept.add(size() - 1);
		addExtremes(Column.TRAIN_LOSS, 0, size(), kept);
		addExtremes(Column.VALIDATION_LOSS, 0, size(), kept);
		int stretches = (most - kept.size()) / 2;
		for (int s = 0; s < stretches; s++) {
			addExtremes(Column.TRAIN_LOSS, (int) ((long) s * size() / stretches), (int) ((s + 1L) * size() / stretches),
					kept);
		}
		var thinned = new EnumMap<Column, double[]>(Column.class);
		columns.forEach((column, values) -> thinned.put(column, kept.stream().mapToDouble((i) -> values[i]).toArray()));
		return new LossCurve(thinned, stride);
	}

	private void addExtremes(Column column, int from, int to, Set<Integer> kept) {
		double[] values = column(column);
		int lowest = from;
		int highest = from;
		for (int i = from; i < to; i++) {
			if (values[i] < values[lowest]) {
				lowest = i;
			}
			if (values[i] > values[highest]) {
				highest = i;
			}
		}
		kept.add(lowest);
		kept.add(highest);
	}

}
