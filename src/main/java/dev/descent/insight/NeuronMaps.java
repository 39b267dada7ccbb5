package dev.descent.insight;

/**
 * The activation of every unit on a grid over the plane of two features. Arrays must not
 * be changed.
 *
 * @param activations for each layer, shape [point, unit]
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
public record NeuronMaps(TrainedNetwork network, InputPlane plane, double[][] activations) {

	static NeuronMaps of(TrainedNetwork network, InputPlane plane) {
		return new NeuronMaps(network, plane, network.activations(plane.points()));
	}

	/** One unit on the grid, shape [y][x]. */
	public double[][] grid(int layer, int unit) {
		return plane.grid(activations[layer], network.experiment().architecture().units(layer), unit);
	}

}
