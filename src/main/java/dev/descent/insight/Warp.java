package dev.descent.insight;

import java.util.stream.IntStream;

import dev.descent.training.Experiment;

/**
 * Where two units of a layer send the plane of two features, and the data with it: the
 * space in which the next layer draws its lines (Olah, 2014, "Neural networks, manifolds,
 * and topology").
 *
 * @param layer from 0
 * @param first unit, from 0
 * @param second unit, from 0
 * @param activations of the layer at the points of the plane, shape [point, unit]
 * @param samples activations of the layer for all rows of the dataset, shape [row, unit]
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
public record Warp(TrainedNetwork network, InputPlane plane, int layer, int first, int second, double[] activations,
		double[] samples) {

	static Warp of(TrainedNetwork network, InputPlane plane, int layer, int first, int second) {
		return new Warp(network, plane, layer, first, second, network.activations(plane.points(), layer, layer + 1)[0],
				network.activations(allRows(network.experiment()), layer, layer + 1)[0]);
	}

	private static double[] allRows(Experiment experiment) {
		var dataset = experiment.dataset();
		double[] rows = new double[dataset.size() * dataset.columns().size()];
		for (int row = 0; row < dataset.size(); row++) {
			dataset.copyRow(row, rows, row * dataset.columns().size());
		}
		return rows;
	}

	/** One of the two units on the grid, shape [y][x]. */
	public double[][] grid(int unit) {
		return plane.grid(activations, units(), unit);
	}

	/** One of the two units for some samples. */
	public double[] values(int unit, int[] rows) {
		return IntStream.of(rows).mapToDouble((row) -> samples[row * units() + unit]).toArray();
	}

	private int units() {
		return network.experiment().architecture().units(layer);
	}

}
