package dev.descent.insight.diagnosis.symptom;

import java.util.Arrays;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;

import dev.descent.dataset.Labels;
import dev.descent.dataset.Values;
import dev.descent.training.Experiment;

/**
 * What the network is given for some of the training samples, evenly chosen.
 */
public final class Inputs {

	/** Enough for means and deviations, and for the neighbours of a sample. */
	private static final int MOST = 400;

	/** Of many columns the first are looked at. */
	private static final int MOST_COLUMNS = 64;

	private final Experiment experiment;

	private final int[] rows;

	private final int width;

	/** Shape [rows, width]. */
	private final double[] inputs;

	Inputs(Experiment experiment) {
		this.experiment = experiment;
		int[] training = experiment.split().training();
		int count = Math.min(MOST, training.length);
		this.rows = IntStream.range(0, count)
			.map((i) -> training[(int) ((long) i * training.length / count)])
			.toArray();
		var dataset = experiment.dataset();
		int columns = dataset.columns().size();
		double[] raw = new double[count * columns];
		for (int i = 0; i < count; i++) {
			dataset.copyRow(rows[i], raw, i * columns);
		}
		double[] all = experiment.networkInputs(raw);
		int given = all.length / count;
		this.width = Math.min(given, MOST_COLUMNS);
		this.inputs = new double[count * width];
		for (int i = 0; i < count; i++) {
			System.arraycopy(all, i * given, inputs, i * width, width);
		}
	}

	int count() {
		return rows.length;
	}

	int width() {
		return width;
	}

	/** The name of a column, as the job has it. */
	String name(int column) {
		var features = experiment.specification().features();
		return (features != null && column < features.size()) ? features.get(column) : "x" + (column + 1);
	}

	/** Root mean square of a column. */
	double magnitude(int column) {
		return Math.sqrt(column(column).map((x) -> x * x).average().orElse(0));
	}

	/** Standard deviation of a column. */
	double deviation(int column) {
		double mean = column(column).average().orElse(0);
		return Math.sqrt(column(column).map((x) -> (x - mean) * (x - mean)).average().orElse(0));
	}

	private DoubleStream column(int column) {
		return IntStream.range(0, rows.length).mapToDouble((i) -> inputs[i * width + column]);
	}

	/** The label or value of a sample. */
	double target(int i) {
		return switch (experiment.dataset().targets()) {
			case Labels labels -> labels.label(rows[i]);
			case Values values -> values.value(rows[i]);
		};
	}

	/** The inputs with each column divided by its deviation, shape [rows, width]. */
	double[] normalized() {
		double[] scales = IntStream.range(0, width).mapToDouble(this::deviation).toArray();
		double[] normalized = new double[inputs.length];
		Arrays.setAll(normalized, (at) -> (scales[at % width] > 0) ? inputs[at] / scales[at % width] : 0);
		return normalized;
	}

}
