package dev.descent.insight;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

import dev.descent.dataset.Dataset;
import dev.descent.dataset.Statistics;
import dev.descent.problem.Fault;
import dev.descent.problem.Faults;
import dev.descent.problem.Suggestion;
import dev.descent.training.Experiment;
import org.jspecify.annotations.Nullable;

/**
 * A grid over two features, a margin wider than the data, with the others held at a
 * value; over the only one, where there is but one. Arrays must not be changed.
 *
 * @param xFeature column of the dataset
 * @param yFeature column of the dataset; the same as xFeature where there is only one
 * @param held value of each column; that of the two features means nothing
 * @param x where the columns of the grid stand
 * @param y where its rows stand; one row if there is only one feature
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
public record InputPlane(Dataset dataset, int xFeature, int yFeature, double[] held, double[] x, double[] y) {

	/** Share of the data's width that is added on each side. */
	private static final double MARGIN = 0.1;

	/**
	 * What is asked for.
	 *
	 * @param resolution points along each axis
	 * @param x name of a feature; the first if absent
	 * @param y name of a feature; the second, or another than x, if absent
	 * @param at "feature=value" for each feature to hold; the mean of the training rows
	 * if absent
	 */
	public record Wanted(int resolution, @Nullable String x, @Nullable String y, List<String> at) {
	}

	/** The grid that is asked for, or all that is wrong with it. */
	static InputPlane of(Experiment experiment, Wanted wanted) {
		var dataset = experiment.dataset();
		var columns = dataset.columns();
		var faults = new Faults();
		boolean flat = columns.size() > 1;
		if (!flat && wanted.y() != null) {
			faults.add(Fault.ofParameter("y", "must not be given: the dataset has one feature"));
		}
		int xFeature = column(columns, wanted.x(), "x", faults);
		int yFeature = flat ? column(columns, wanted.y(), "y", faults) : xFeature;
		if (flat) {
			if (xFeature < 0) {
				xFeature = (wanted.x() == null && yFeature == 0) ? 1 : 0;
			}
			if (yFeature < 0) {
				yFeature = (xFeature == 1) ? 0 : 1;
			}
			if (xFeature == yFeature) {
				faults.add(Fault.ofParameter("y", "must be another feature than x"));
			}
		}
		xFeature = Math.max(0, xFeature);
		yFeature = flat ? yFeature : xFeature;
		double[] held = held(experiment, wanted.at(), List.of(xFeature, yFeature), faults);
		faults.throwIfAny();
		return new InputPlane(dataset, xFeature, yFeature, held, axis(dataset, xFeature, wanted.resolution()),
				flat ? axis(dataset, yFeature, wanted.resolution()) : new double[] { 0 });
	}

	/** The number of a column; -1 if none is named or there is no such. */
	private static int column(List<String> columns, @Nullable String name, String parameter, Faults faults) {
		if (name == null) {
			return -1;
		}
		int column = columns.indexOf(name);
		if (column < 0) {
			faults.add(Fault.ofParameter(parameter, "is no feature; " + Suggestion.among(name, columns)));
		}
		return column;
	}

	private static double[] held(Experiment experiment, List<String> at, List<Integer> axes, Faults faults) {
		var dataset = experiment.dataset();
		int[] rows = experiment.split().training();
		double[] held = new double[dataset.columns().size()];
		for (int c = 0; c < held.length; c++) {
			int column = c;
			held[c] = Statistics.of(rows.length, (row) -> dataset.feature(rows[row], column)).mean();
		}
		for (String given : at) {
			int equals = given.lastIndexOf('=');
			String name = given.substring(0, Math.max(0, equals));
			Double value = number(given.substring(equals + 1));
			int column = dataset.columns().indexOf(name);
			if (equals < 0 || value == null) {
				add(faults, "must be feature=value with a finite number, at most 1e100 in magnitude");
			}
			else if (column < 0) {
				add(faults, "names no feature; " + Suggestion.among(name, dataset.columns()));
			}
			else if (axes.contains(column)) {
				add(faults, "holds '" + name + "', which is an axis");
			}
			else {
				held[column] = value;
			}
		}
		return held;
	}

	private static void add(Faults faults, String detail) {
		faults.add(Fault.ofParameter("at", detail));
	}

	private static @Nullable Double number(String text) {
		try {
			double value = Double.parseDouble(text);
			return (Math.abs(value) <= Dataset.LARGEST) ? (Double) value : null;
		}
		catch (NumberFormatException ex) {
			return null;
		}
	}

	private static double[] axis(Dataset dataset, int feature, int resolution) {
		var range = Statistics.of(dataset.size(), (row) -> dataset.feature(row, feature));
		double width = range.max() - range.min();
		double margin = (width > 0) ? MARGIN * width : 1;
		double[] axis = new double[resolution];
		for (int i = 0; i < resolution; i++) {
			double share = i / (resolution - 1.0);
			axis[i] = (range.min() - margin) * (1 - share) + (range.max() + margin) * share;
		}
		return axis;
	}

	/** Whether there is but one feature, so that the grid is one row. */
	public boolean isLine() {
		return xFeature == yFeature;
	}

	public String xName() {
		return dataset.columns().get(xFeature);
	}

	public @Nullable String yName() {
		return isLine() ? null : dataset.columns().get(yFeature);
	}

	/** The features that are held, and where. */
	public Map<String, Double> heldValues() {
		var values = new LinkedHashMap<String, Double>();
		for (int c = 0; c < held.length; c++) {
			if (c != xFeature && c != yFeature) {
				values.put(dataset.columns().get(c), held[c]);
			}
		}
		return values;
	}

	/** Raw rows of the dataset's columns for all points, row by row of the grid. */
	double[] points() {
		double[] points = new double[x.length * y.length * held.length];
		int at = 0;
		for (double ofRow : y) {
			for (double ofColumn : x) {
				System.arraycopy(held, 0, points, at, held.length);
				points[at + yFeature] = ofRow;
				points[at + xFeature] = ofColumn;
				at += held.length;
			}
		}
		return points;
	}

	/** One of several numbers at each point, shape [y][x]. */
	double[][] grid(double[] values, int count, int index) {
		double[][] grid = new double[y.length][x.length];
		for (int i = 0; i < y.length; i++) {
			for (int j = 0; j < x.length; j++) {
				grid[i][j] = values[(i * x.length + j) * count + index];
			}
		}
		return grid;
	}

	/** One feature of some samples. */
	public double[] values(int feature, int[] rows) {
		return IntStream.of(rows).mapToDouble((row) -> dataset.feature(row, feature)).toArray();
	}

}
