package dev.descent.insight;

import dev.descent.dataset.Statistics;
import dev.descent.problem.ConflictException;

/**
 * The network's outputs on a grid over the plane of two features, a margin wider than the
 * data. Arrays must not be changed.
 */
public final class Boundary {

	/** Share of the data's width that is added on each side. */
	private static final double MARGIN = 0.1;

	private final TrainedNetwork network;

	private final double[] x;

	private final double[] y;

	private final double[] outputs;

	private Boundary(TrainedNetwork network, double[] x, double[] y, double[] outputs) {
		this.network = network;
		this.x = x;
		this.y = y;
		this.outputs = outputs;
	}

	static Boundary of(TrainedNetwork network, int resolution) {
		var dataset = network.experiment().dataset();
		if (dataset.columns().size() != 2) {
			throw new ConflictException("A boundary is drawn over two features; the dataset of this job has "
					+ dataset.columns().size() + ".");
		}
		double[] x = axis(Statistics.of(dataset.size(), (row) -> dataset.feature(row, 0)), resolution);
		double[] y = axis(Statistics.of(dataset.size(), (row) -> dataset.feature(row, 1)), resolution);
		double[] points = new double[2 * resolution * resolution];
		int at = 0;
		for (double y2 : y) {
			for (double x1 : x) {
				points[at++] = x1;
				points[at++] = y2;
			}
		}
		return new Boundary(network, x, y, network.outputs(points));
	}

	private static double[] axis(Statistics range, int resolution) {
		double width = range.max() - range.min();
		double margin = (width > 0) ? MARGIN * width : 1;
		double[] axis = new double[resolution];
		for (int i = 0; i < resolution; i++) {
			double share = i / (resolution - 1.0);
			axis[i] = (range.min() - margin) * (1 - share) + (range.max() + margin) * share;
		}
		return axis;
	}

	public TrainedNetwork network() {
		return network;
	}

	/** Where the columns of the grid stand. */
	public double[] x() {
		return x;
	}

	/** Where the rows of the grid stand. */
	public double[] y() {
		return y;
	}

	/** One output unit on the grid, shape [y][x]. */
	public double[][] grid(int unit) {
		int units = network.experiment().output().units();
		double[][] grid = new double[y.length][x.length];
		for (int i = 0; i < y.length; i++) {
			for (int j = 0; j < x.length; j++) {
				grid[i][j] = outputs[(i * x.length + j) * units + unit];
			}
		}
		return grid;
	}

	/** The class at each point of the grid, shape [y][x]. */
	public int[][] regions() {
		int units = network.experiment().output().units();
		int[][] regions = new int[y.length][x.length];
		for (int i = 0; i < y.length; i++) {
			for (int j = 0; j < x.length; j++) {
				regions[i][j] = network.classOf(outputs, (i * x.length + j) * units);
			}
		}
		return regions;
	}

}
