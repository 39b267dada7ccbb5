package dev.descent.training;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.function.ToDoubleFunction;

import dev.descent.engine.training.TrainingRun;

/**
 * The losses and metrics of the evaluated epochs, in the order of time. When it is full,
 * every second epoch is dropped and only every second one kept from then on; the latest
 * is always there. Written by the worker, read by anybody.
 */
public final class LossHistory {

	static final int LIMIT = 1 << 14;

	private static final List<Column> COLUMNS = List.of(Column.values());

	private static final int WIDTH = COLUMNS.size();

	/** One row of columns for each evaluation. */
	private double[] rows = new double[8 * WIDTH];

	/** How many evaluations are kept; the latest stands behind them if it is not. */
	private int size;

	private boolean latestIsKept;

	private long evaluations;

	private int stride = 1;

	/** What is recorded of an epoch. */
	public enum Column {

		EPOCH((run) -> run.state().epoch()),

		TRAIN_LOSS((run) -> run.figures().trainLoss()),

		TRAIN_OBJECTIVE((run) -> run.figures().trainObjective()),

		TRAIN_METRIC((run) -> run.figures().trainMetric()),

		VALIDATION_LOSS((run) -> run.figures().validationLoss()),

		VALIDATION_METRIC((run) -> run.figures().validationMetric()),

		LEARNING_RATE((run) -> run.state().learningRate()),

		GRADIENT_EVALUATIONS((run) -> run.passes(run.state().cost().gradients())),

		FUNCTION_EVALUATIONS((run) -> run.passes(run.state().cost().functions())),

		HESSIAN_VECTOR_PRODUCTS((run) -> run.passes(run.state().cost().hessianVectors()));

		@SuppressWarnings("ImmutableEnumChecker") // stateless functions
		private final ToDoubleFunction<TrainingRun> reading;

		Column(ToDoubleFunction<TrainingRun> reading) {
			this.reading = reading;
		}

	}

	synchronized void append(TrainingRun run) {
		if (size == LIMIT) {
			thin();
		}
		if (size * WIDTH == rows.length) {
			rows = Arrays.copyOf(rows, 2 * rows.length);
		}
		for (int c = 0; c < WIDTH; c++) {
			rows[size * WIDTH + c] = COLUMNS.get(c).reading.applyAsDouble(run);
		}
		latestIsKept = evaluations % stride == 0;
		size += latestIsKept ? 1 : 0;
		evaluations++;
	}

	private void thin() {
		size /= 2;
		stride *= 2;
		for (int i = 0; i < size; i++) {
			System.arraycopy(rows, 2 * i * WIDTH, rows, i * WIDTH, WIDTH);
		}
	}

	/** How many epochs were evaluated. */
	public synchronized long evaluations() {
		return evaluations;
	}

	/** A number of the latest evaluated epoch; NaN before the first. */
	public synchronized double latest(Column column) {
		return (evaluations == 0) ? Double.NaN : rows[(length() - 1) * WIDTH + COLUMNS.indexOf(column)];
	}

	/** A copy of what is kept, up to the latest epoch. */
	public synchronized LossCurve curve() {
		var columns = new EnumMap<Column, double[]>(Column.class);
		for (int c = 0; c < WIDTH; c++) {
			double[] values = new double[length()];
			for (int i = 0; i < values.length; i++) {
				values[i] = rows[i * WIDTH + c];
			}
			columns.put(COLUMNS.get(c), values);
		}
		return new LossCurve(columns, stride);
	}

	private int length() {
		return (latestIsKept || evaluations == 0) ? size : size + 1;
	}

	/** The memory it takes. */
	synchronized long bytes() {
		return (long) Double.BYTES * rows.length;
	}

}
