package dev.descent.engine.network;

import dev.descent.engine.kernel.Matrix;

/**
 * The buffers that a forward and a backward pass over one batch write into; made once and
 * reused. A batch lies feature by feature: each matrix has the shape [units, batch], so
 * that the samples are next to each other.
 */
public final class Workspace {

	private final int batch;

	private final Matrix[] inputs;

	private final Matrix[] transposedInputs;

	private final Matrix[] preActivations;

	private final Matrix[] activations;

	private final Dropout dropout;

	private final Matrix[] deltas;

	private final Matrix targets;

	public Workspace(Architecture architecture, int batch) {
		int depth = architecture.depth();
		this.batch = batch;
		this.inputs = new Matrix[depth];
		this.transposedInputs = new Matrix[depth];
		this.preActivations = new Matrix[depth];
		this.activations = new Matrix[depth];
		this.dropout = new Dropout(architecture, batch);
		this.deltas = new Matrix[depth];
		this.targets = Matrix.zeros(architecture.outputs(), batch);
		inputs[0] = Matrix.zeros(architecture.inputs(), batch);
		for (int l = 0; l < depth; l++) {
			if (l > 0) {
				inputs[l] = (architecture.layer(l - 1).dropout() > 0) ? Matrix.zeros(architecture.fanIn(l), batch)
						: activations[l - 1];
			}
			transposedInputs[l] = inputs[l].transposed();
			activations[l] = Matrix.zeros(architecture.units(l), batch);
			preActivations[l] = Matrix.zeros(architecture.units(l), batch);
			deltas[l] = Matrix.zeros(architecture.units(l), batch);
		}
	}

	/** Room for other passes over the same batch, which leave out nothing yet. */
	public Workspace sameBatch(Architecture architecture) {
		var other = new Workspace(architecture, batch);
		System.arraycopy(input(0).values(), 0, other.input(0).values(), 0, input(0).values().length);
		System.arraycopy(targets.values(), 0, other.targets.values(), 0, targets.values().length);
		return other;
	}

	/** Number of samples. */
	public int batch() {
		return batch;
	}

	/** What passes leave out. */
	public Dropout dropout() {
		return dropout;
	}

	/**
	 * What a layer reads: the features for layer 0, else the activations before it, less
	 * what is left out.
	 */
	public Matrix input(int layer) {
		return inputs[layer];
	}

	/** The same as {@link #input}, shape [batch, inputs]. */
	public Matrix transposedInput(int layer) {
		return transposedInputs[layer];
	}

	/** z = W x + b of a layer. */
	public Matrix preActivation(int layer) {
		return preActivations[layer];
	}

	/** a = f(z) of a layer. */
	public Matrix activation(int layer) {
		return activations[layer];
	}

	/** dL/dz of a layer, after a backward pass. */
	public Matrix delta(int layer) {
		return deltas[layer];
	}

	/** The activations of the output layer. */
	public Matrix output() {
		return activations[activations.length - 1];
	}

	/** The pre-activations of the output layer. */
	public Matrix logits() {
		return preActivations[preActivations.length - 1];
	}

	/** What the outputs should be, shape [outputs, batch]. */
	public Matrix targets() {
		return targets;
	}

}
