package dev.descent.engine.network;

import java.util.List;

/**
 * The shape of a feed-forward network of dense layers, and where each layer's parameters
 * stand in the flat vector: layer by layer, the weights row by row ([units][inputs]),
 * then the biases.
 *
 * @param inputs number of inputs, at least 1
 * @param layers from the first hidden layer to the output layer, at least one
 */
public record Architecture(int inputs, List<Layer> layers) {

	public Architecture {
		layers = List.copyOf(layers);
		if (inputs < 1) {
			throw new IllegalArgumentException("inputs must be at least 1 but was " + inputs);
		}
		if (layers.isEmpty()) {
			throw new IllegalArgumentException("a network needs an output layer");
		}
		if (layers.getLast().dropout() > 0) {
			throw new IllegalArgumentException("the output layer must not leave outputs out");
		}
	}

	public int depth() {
		return layers.size();
	}

	public Layer layer(int index) {
		return layers.get(index);
	}

	/** Whether any layer leaves outputs out of an update. */
	public boolean hasDropout() {
		for (int l = 0; l < depth(); l++) {
			if (layer(l).dropout() > 0) {
				return true;
			}
		}
		return false;
	}

	/** The units of a layer, that is its fan-out. */
	public int units(int layer) {
		return layers.get(layer).units();
	}

	/** The inputs of a layer. */
	public int fanIn(int layer) {
		return (layer == 0) ? inputs : units(layer - 1);
	}

	public int outputs() {
		return units(depth() - 1);
	}

	/** Where the weights of a layer begin. */
	public int weightsFrom(int layer) {
		int from = 0;
		for (int l = 0; l < layer; l++) {
			from += (fanIn(l) + 1) * units(l);
		}
		return from;
	}

	/** Where the biases of a layer begin, which is where its weights end. */
	public int biasesFrom(int layer) {
		return weightsFrom(layer) + fanIn(layer) * units(layer);
	}

	/** The layer that a parameter belongs to. */
	public int layerOf(int index) {
		int layer = 0;
		while (index >= weightsFrom(layer + 1)) {
			layer++;
		}
		return layer;
	}

	public int parameterCount() {
		return weightsFrom(depth());
	}

	@Override
	public String toString() {
		var text = new StringBuilder().append(inputs);
		layers.forEach((layer) -> text.append('-').append(layer.units()));
		return text.toString();
	}

}
