package dev.descent.training;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
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

	private final Map<Column, double[]> columns = new EnumMap<>(Column.class);

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

	LossHistory() {
		for (var column : COLUMNS) {
			columns.put(column, new double[64]);
		}
	}

	synchronized void append(TrainingRun run) {
		if (size == LIMIT) {
			thin();
		}
		for (var column : COLUMNS) {
			if (size == values(column).length) {
				columns.put(column, Arrays.copyOf(values(column), 2 * size));
			}
			values(column)[size] = column.reading.applyAsDouble(run);
		}
		latestIsKept = evaluations % stride == 0;
		size += latestIsKept ? 1 : 0;
		evaluations++;
	}

	private void thin() {
		size /= 2;
		stride *= 2;
		for (double[] values : columns.values()) {
			for (int i = 0; i < size; i++) {
				values[i] = values[2 * i];
			}
		}
	}

	/** How many epochs were evaluated. */
	public synchronized long evaluations() {
		return evaluations;
	}

	/** A number of the latest evaluated epoch; NaN before the first. */
	public synchronized double latest(Column column) {
		return (evaluations == 0) ? Double.NaN : values(column)[length() - 1];
	}

	/** A copy of what is kept, up to the latest epoch. */
	public synchronized LossCurve curve() {
		var copy = new EnumMap<Column, double[]>(Column.class);
		for (var column : COLUMNS) {
			copy.put(column, Arrays.copyOf(values(column), length()));
		}
		return new LossCurve(copy, stride);
	}

	private int length() {
		return (latestIsKept || evaluations == 0) ? size : size + 1;
	}

	private double[] values(Column column) {
		return Objects.requireNonNull(columns.get(column));
	}

	/** The memory it takes. */
	synchronized long bytes() {
		return (long) Double.BYTES * columns.size() * values(Column.EPOCH).length;
	}

}
