package dev.descent.training;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;

import dev.descent.engine.training.TrainingRun;
import org.jspecify.annotations.Nullable;

/**
 * The losses and metrics of the evaluated epochs. Written by the worker, read by anybody.
 */
public final class LossHistory {

	static final int LIMIT = 1 << 14;

	private static final List<Column> COLUMNS = List.of(Column.values());

	private static final int WIDTH = COLUMNS.size();

	/** For a run that may be shorter than meant, room is made for so many at first. */
	private static final int FIRST = 1 << 10;

	private final int expected;

	/** One row of columns for each evaluation. */
	private SpacedRows rows;

	/** Of the latest evaluation; they are not kept. */
	private long latestStep;

	private int latestBestEpoch;

	/**
	 * The latest evaluated epoch.
	 *
	 * @param evaluations how many there were, this one among them
	 * @param step updates made
	 * @param bestEpoch the epoch with the lowest monitored loss so far
	 * @param row a number for each column
	 */
	@SuppressWarnings("ArrayRecordComponent") // a copy of its own, never compared
	public record Latest(long evaluations, long step, int bestEpoch, double[] row) {

		public double of(Column column) {
			return row[COLUMNS.indexOf(column)];
		}

		public int epoch() {
			return (int) of(Column.EPOCH);
		}

	}

	/** What is recorded of an epoch. */
	public enum Column {

		EPOCH, TRAIN_LOSS, TRAIN_OBJECTIVE, TRAIN_METRIC, VALIDATION_LOSS, VALIDATION_METRIC, LEARNING_RATE,

		GRADIENT_EVALUATIONS, FUNCTION_EVALUATIONS, HESSIAN_VECTOR_PRODUCTS;

		double of(TrainingRun run) {
			return switch (this) {
				case EPOCH -> run.state().epoch();
				case TRAIN_LOSS -> run.figures().trainLoss();
				case TRAIN_OBJECTIVE -> run.figures().trainObjective();
				case TRAIN_METRIC -> run.figures().trainMetric();
				case VALIDATION_LOSS -> run.figures().validationLoss();
				case VALIDATION_METRIC -> run.figures().validationMetric();
				case LEARNING_RATE -> run.state().learningRate();
				case GRADIENT_EVALUATIONS -> run.passes(run.state().cost().gradients());
				case FUNCTION_EVALUATIONS -> run.passes(run.state().cost().functions());
				case HESSIAN_VECTOR_PRODUCTS -> run.passes(run.state().cost().hessianVectors());
			};
		}

	}

	/**
	 * @param expected how many evaluations there will be if nothing comes in between
	 */
	LossHistory(long expected) {
		this.expected = (int) Math.min(expected, FIRST);
		this.rows = new SpacedRows(LIMIT, WIDTH, this.expected);
	}

	/** A copy of the beginning, up to a moment of the run. */
	synchronized LossHistory upTo(Checkpoint moment) {
		var copy = new LossHistory(expected);
		var state = moment.state();
		copy.rows = rows.upTo(moment.evaluations());
		copy.latestStep = (copy.rows.evaluations() == rows.evaluations()) ? latestStep : state.evaluatedStep();
		copy.latestBestEpoch = state.bestEpoch();
		return copy;
	}

	synchronized void append(TrainingRun run) {
		int at = rows.next();
		for (int c = 0; c < WIDTH; c++) {
			rows.values()[at + c] = COLUMNS.get(c).of(run);
		}
		latestStep = run.state().step();
		latestBestEpoch = run.state().bestEpoch();
	}

	/** How many epochs were evaluated. */
	public synchronized long evaluations() {
		return rows.evaluations();
	}

	/** A number of the latest evaluated epoch; NaN before the first. */
	public synchronized double latest(Column column) {
		return (rows.evaluations() == 0) ? Double.NaN : rows.values()[rows.latest() + COLUMNS.indexOf(column)];
	}

	/** The latest evaluated epoch as it stands; null before the first. */
	public synchronized @Nullable Latest latest() {
		if (rows.evaluations() == 0) {
			return null;
		}
		int from = rows.latest();
		return new Latest(rows.evaluations(), latestStep, latestBestEpoch,
				Arrays.copyOfRange(rows.values(), from, from + WIDTH));
	}

	/** A copy of what is kept, up to the latest epoch. */
	public synchronized LossCurve curve() {
		var copy = rows.copy();
		var columns = new EnumMap<Column, double[]>(Column.class);
		for (int c = 0; c < WIDTH; c++) {
			columns.put(COLUMNS.get(c), copy.column(c));
		}
		return new LossCurve(columns, copy.stride());
	}

	/**
	 * Some columns of the rows that are kept: of so many at most every one, else of every
	 * second, third and so on, and of the last.
	 * @return an array for each of the columns
	 */
	public synchronized double[][] columns(int most, Column... wanted) {
		int count = rows.length();
		int stride = Math.max(1, Math.ceilDiv(count - 1, most - 1));
		int picked = (count == 0) ? 0 : 1 + Math.ceilDiv(count - 1, stride);
		double[][] columns = new double[wanted.length][picked];
		for (int c = 0; c < wanted.length; c++) {
			int column = COLUMNS.indexOf(wanted[c]);
			for (int i = 0; i < picked; i++) {
				columns[c][i] = rows.values()[Math.min(i * stride, count - 1) * WIDTH + column];
			}
		}
		return columns;
	}

	/** The memory that so many evaluations take. */
	static long bytes(long evaluations) {
		return SpacedRows.bytes(LIMIT, WIDTH, evaluations);
	}

	/** The memory it takes. */
	synchronized long bytes() {
		return rows.bytes();
	}

}
