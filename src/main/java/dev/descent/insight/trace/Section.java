package dev.descent.insight.trace;

import java.util.List;
import java.util.Locale;

import org.jspecify.annotations.Nullable;

/**
 * A part of a trace.
 *
 * @param layer from 0; null for the loss
 * @param parameters which of the layer's parameters, in an update
 * @param quantities in the order in which they are worked out
 */
public record Section(Stage stage, @Nullable Integer layer, @Nullable Kind parameters, List<Quantity> quantities) {

	/** What is done. */
	public enum Stage {

		FORWARD, LOSS, BACKWARD, UPDATE

	}

	/** Parameters of a layer. */
	public enum Kind {

		WEIGHTS, BIASES

	}

	/** Such as "Layer 0, forward". */
	public String title() {
		String stage = this.stage.name().toLowerCase(Locale.ROOT);
		if (layer == null) {
			return "Loss";
		}
		return "Layer " + layer + ", " + stage
				+ ((parameters != null) ? " of the " + parameters.name().toLowerCase(Locale.ROOT) : "");
	}

}
