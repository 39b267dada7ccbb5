package dev.descent.training;

import java.util.Arrays;

import dev.descent.engine.training.TrainingRun;

/**
 * The losses and metrics of the evaluated epochs, in the order of time. When it is full,
 * every second epoch is dropped and only every second one kept from then on; the latest is
 * always there. Written by the worker, read by anybody.
 */
public final class LossHistory {

	static final int LIMIT = 1 << 14;

	private final double[][] columns = new double[Column.values().length][64];

	private final double[] latest = new double[Column.values().length];

	private int size;

	private long evaluations;

	private int stride = 1;

	/** What is recorded of an epoch. */
	public enum Column {

		EPOCH, TRAIN_LOSS, TRAIN_OBJECTIVE, TRAIN_METRIC, VALIDATION_LOSS, VALIDATION_METRIC

	}

	synchronized void append(TrainingRun run) {
		latest[Column.EPOCH.ordinal()] = run.state().epoch();
		latest[Column.TRAIN_LOSS.ordinal()] = run.trainingLoss();
		latest[Column.TRAIN_OBJECTIVE.ordinal()] = run.objective();
		latest[Column.TRAIN_METRIC.ordinal()] = run.trainingMetric();
		latest[Column.VALIDATION_LOSS.ordinal()] = run.validationLoss();
		latest[Column.VALIDATION_METRIC.ordinal()] = run.validationMetric();
		if (evaluations % stride == 0) {
			makeRoom();
			for (int c = 0; c < columns.length; c++) {
				columns[c][size] = latest[c];
			}
			size++;
		}
		evaluations++;
	}

	private void makeRoom() {
		if (size == LIMIT) {
			for (double[] column : columns) {
				for (int i = 0; i < size / 2; i++) {
					column[i] = column[2 * i];
				}
			}
			size /= 2;
			stride *= 2;
		}
		else if (size == columns[0].length) {
			for (int c = 0; c < columns.length; c++) {
				columns[c] = Arrays.copyOf(columns[c], 2 * size);
			}
		}
	}

	/** How many epochs were evaluated. */
	public synchronized long evaluations() {
		return evaluations;
	}

	/** A number of the latest evaluated epoch; NaN before the first. */
	public synchronized double latest(Column column) {
		return (evaluations == 0) ? Double.NaN : latest[column.ordinal()];
	}

	/** A copy of what is kept, up to the latest epoch. */
	public synchronized LossCurve curve() {
		boolean latestIsLast = size > 0
				&& columns[Column.EPOCH.ordinal()][size - 1] == latest[Column.EPOCH.ordinal()];
		int length = (latestIsLast || evaluations == 0) ? size : size + 1;
		var copy = new double[columns.length][];
		for (int c = 0; c < columns.length; c++) {
			copy[c] = Arrays.copyOf(columns[c], length);
			if (length > size) {
				copy[c][size] = latest[c];
			}
		}
		return new LossCurve(copy, stride);
	}

	/** The memory it takes. */
	synchronized long bytes() {
		return (long) Double.BYTES * columns.length * columns[0].length;
	}

}
