package dev.descent.engine.network;

import dev.descent.engine.activation.Activation;

/**
 * A dense layer: {@code a = activation(W x + b)}.
 *
 * @param units number of outputs, at least 1
 */
public record Layer(int units, Activation activation) {

	public Layer {
		if (units < 1) {
			throw new IllegalArgumentException("units must be at least 1 but was " + units);
		}
	}

}
