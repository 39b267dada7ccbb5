package dev.descent.benchmark;

import java.util.Locale;

/**
 * Matrix products of one update of a workload: all together, or one pass of one layer.
 * "Weights" is the gradient of the weights, "inputs" that of what the layer reads.
 */
public enum Product {

	W1_ALL, W2_ALL, W3_ALL, W4_ALL, W4_FORWARD_1, W4_FORWARD_2, W4_FORWARD_3, W4_WEIGHTS_1, W4_WEIGHTS_2, W4_WEIGHTS_3,
	W4_INPUTS_2, W4_INPUTS_3;

	Workload workload() {
		return Workload.valueOf(name().substring(0, 2));
	}

	/** How the report names it. */
	String label() {
		return workload() + part().toLowerCase(Locale.ROOT).replace('_', ' ');
	}

	/**
	 * Whether a pass of a layer belongs to it.
	 * @param pass forward, weights or inputs
	 * @param layer counted from 0
	 */
	boolean contains(String pass, int layer) {
		return part().equals("_ALL") || part().equals("_" + pass.toUpperCase(Locale.ROOT) + "_" + (layer + 1));
	}

	private String part() {
		return name().substring(2);
	}

}
