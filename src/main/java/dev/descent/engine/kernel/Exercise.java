package dev.descent.engine.kernel;

import java.util.Arrays;
import java.util.List;

/** Work of the kind that training gives to kernels. */
interface Exercise {

	void run(Kernels kernels);

	/**
	 * Every kernel, on networks as they are used: first the narrow ones, for cold code
	 * would take minutes on the wide one.
	 */
	static List<Exercise> smallestFirst() {
		double[] x = new double[200];
		Arrays.setAll(x, (i) -> 0.05 * (i - x.length / 2));
		double[] y = new double[x.length];
		var z = Matrix.rowMajor(x, 0, 3, 64);
		var a = Matrix.zeros(3, 64);
		return List.of(all(network(100, 2, 8, 1), network(10, 2, 8, 8, 1), network(32, 2, 32, 32, 3)),
				(kernels) -> kernels.exp(x, y), (kernels) -> kernels.sigmoid(x, y), (kernels) -> kernels.tanh(x, y),
				(kernels) -> kernels.softplus(x, y), (kernels) -> kernels.softmax(z, a),
				network(128, 784, 256, 128, 10));
	}

	/**
	 * The products of a forward and a backward pass.
	 * @param units of each layer, after the number of inputs
	 */
	private static Exercise network(int batch, int... units) {
		var layers = new Exercise[units.length - 1];
		for (int l = 0; l < layers.length; l++) {
			layers[l] = layer(units[l], units[l + 1], batch);
		}
		return all(layers);
	}

	private static Exercise layer(int inputs, int units, int batch) {
		var weights = Matrix.zeros(units, inputs);
		var input = Matrix.zeros(inputs, batch);
		var output = Matrix.zeros(units, batch);
		var transposedWeights = weights.transposed();
		var transposedInput = input.transposed();
		var biases = Matrix.zeros(units, 1);
		return (kernels) -> {
			kernels.affine(weights, input, biases, output);
			kernels.multiply(output, transposedInput, weights);
			kernels.sumRows(output, biases);
			kernels.multiply(transposedWeights, output, input);
			kernels.multiplyAdd(weights, input, output);
		};
	}

	private static Exercise all(Exercise... exercises) {
		return (kernels) -> {
			for (var exercise : exercises) {
				exercise.run(kernels);
			}
		};
	}

}
