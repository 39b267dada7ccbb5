package dev.descent.insight;

/**
 * The network's outputs on a grid over the plane of two features. Arrays must not be
 * changed.
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
public record Boundary(TrainedNetwork network, InputPlane plane, double[] outputs) {

	static Boundary of(TrainedNetwork network, InputPlane plane) {
		return new Boundary(network, plane, network.outputs(plane.points()));
	}

	/** One output unit on the grid, shape [y][x]. */
	public double[][] grid(int unit) {
		return plane.grid(outputs, network.experiment().output().units(), unit);
	}

	/** The class at each point of the grid, shape [y][x]. */
	public int[][] regions() {
		int units = network.experiment().output().units();
		int width = plane.x().length;
		int[][] regions = new int[plane.y().length][width];
		for (int i = 0; i < regions.length; i++) {
			for (int j = 0; j < width; j++) {
				regions[i][j] = network.classOf(outputs, (i * width + j) * units);
			}
		}
		return regions;
	}

}
