package dev.descent.engine.network;

import java.util.Arrays;

import dev.descent.engine.kernel.Matrix;

/** Outputs of a network for any number of inputs, a chunk at a time. */
public final class Inference {

	private static final int CHUNK = 256;

	private final Network network;

	private final Parameters parameters;

	public Inference(Network network, Parameters parameters) {
		this.network = network;
		this.parameters = parameters;
	}

	/**
	 * The activations of the output layer.
	 * @param inputs shape [count, inputs]
	 * @return shape [count, outputs]
	 */
	public double[] outputs(double[] inputs) {
		int outputs = network.architecture().outputs();
		double[] all = new double[inputs.length / network.architecture().inputs() * outputs];
		run(inputs, (workspace, from) -> transposeBack(workspace.output(), all, from * outputs));
		return all;
	}

	/**
	 * The activations of some layers.
	 * @param inputs shape [count, inputs]
	 * @param first of the layers, from 0
	 * @param end behind the last of them
	 * @return for each of them, shape [count, units]
	 */
	public double[][] activations(double[] inputs, int first, int end) {
		var architecture = network.architecture();
		int count = inputs.length / architecture.inputs();
		double[][] some = new double[end - first][];
		Arrays.setAll(some, (i) -> new double[count * architecture.units(first + i)]);
		run(inputs, (workspace, from) -> {
			for (int i = 0; i < some.length; i++) {
				transposeBack(workspace.activation(first + i), some[i], from * architecture.units(first + i));
			}
		});
		return some;
	}

	/**
	 * Passes all inputs through the network.
	 * @param inputs shape [count, inputs]
	 * @param reader is shown what each chunk has left in the workspace
	 */
	void run(double[] inputs, ChunkReader reader) {
		var architecture = network.architecture();
		int width = architecture.inputs();
		int count = inputs.length / width;
		var workspace = new Workspace(architecture, Math.max(1, Math.min(CHUNK, count)));
		for (int from = 0; from < count; from += workspace.batch()) {
			if (count - from < workspace.batch()) {
				workspace = new Workspace(architecture, count - from);
			}
			transpose(inputs, from * width, width, workspace.input(0));
			network.forward(parameters, workspace);
			reader.read(workspace, from);
		}
	}

	private static void transpose(double[] rows, int from, int width, Matrix columns) {
		int batch = columns.columns();
		for (int s = 0; s < batch; s++) {
			for (int i = 0; i < width; i++) {
				columns.values()[i * batch + s] = rows[from + s * width + i];
			}
		}
	}

	private static void transposeBack(Matrix columns, double[] rows, int from) {
		int batch = columns.columns();
		for (int s = 0; s < batch; s++) {
			for (int i = 0; i < columns.rows(); i++) {
				rows[from + s * columns.rows() + i] = columns.values()[i * batch + s];
			}
		}
	}

	/** Reads what a forward pass over some samples has left. */
	@FunctionalInterface
	interface ChunkReader {

		/**
		 * Reads the buffers of one chunk.
		 * @param from the first sample of the chunk
		 */
		void read(Workspace workspace, int from);

	}

}
