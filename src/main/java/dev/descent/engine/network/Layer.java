package dev.descent.engine.network;

import dev.descent.engine.activation.Activation;

/**
 * A dense layer: {@code a = activation(W x + b)}.
 *
 * @param units number of outputs, at least 1
 * @param dropout chance that an output is left out of an update, in [0, 1)
 */
public record Layer(int units, Activation activation, double dropout) {

	public Layer {
		if (units < 1) {
			throw new IllegalArgumentException("units must be at least 1 but was " + units);
		}
		if (!(dropout >= 0 && dropout < 1)) {
			throw new IllegalArgumentException("dropout must be in [0, 1) but was " + dropout);
		}
	}

	/** A layer that leaves nothing out. */
	public Layer(int units, Activation activation) {
		this(units, activation, 0);
	}

}
