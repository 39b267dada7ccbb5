package dev.descent.insight;

/**
 * The activation of every unit of some layers on a grid over the plane of two features.
 * Arrays must not be changed.
 *
 * @param first the first of the layers, from 0
 * @param activations for each of them, shape [point, unit]
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
public record NeuronMaps(TrainedNetwork network, InputPlane plane, int first, double[][] activations) {

	/**
	 * @param first of the layers, from 0
	 * @param end behind the last of them
	 */
	static NeuronMaps of(TrainedNetwork network, InputPlane plane, int first, int end) {
		return new NeuronMaps(network, plane, first, network.activations(plane.points(), first, end));
	}

	/** Behind the last of the layers. */
	public int end() {
		return first + activations.length;
	}

	/** One unit on the grid, shape [y][x]. */
	public double[][] grid(int layer, int unit) {
		return plane.grid(activations[layer - first], network.experiment().architecture().units(layer), unit);
	}

}
