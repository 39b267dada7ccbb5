package dev.descent.engine.network;

import java.util.Arrays;

import dev.descent.engine.kernel.Matrix;

/** Finds hidden units that say nothing. */
public final class DeadUnits {

	private DeadUnits() {
	}

	/**
	 * How many hidden units have an activation of exactly 0 for every sample.
	 * @param inputs shape [count, inputs]
	 */
	public static int count(Network network, Parameters parameters, double[] inputs) {
		var architecture = network.architecture();
		boolean[][] alive = new boolean[architecture.depth() - 1][];
		Arrays.setAll(alive, (layer) -> new boolean[architecture.units(layer)]);
		new Inference(network, parameters).run(inputs, (workspace, _) -> {
			for (int l = 0; l < alive.length; l++) {
				markAlive(workspace.activation(l), alive[l]);
			}
		});
		int dead = 0;
		for (boolean[] layer : alive) {
			for (boolean unit : layer) {
				dead += unit ? 0 : 1;
			}
		}
		return dead;
	}

	/**
	 * Marks the units with a value that is not 0.
	 * @param values shape [units, batch]
	 * @param alive by unit; those that are marked stay so
	 */
	public static void markAlive(Matrix values, boolean[] alive) {
		int batch = values.columns();
		for (int unit = 0; unit < alive.length; unit++) {
			for (int s = 0; s < batch && !alive[unit]; s++) {
				alive[unit] = values.values()[unit * batch + s] != 0;
			}
		}
	}

}
