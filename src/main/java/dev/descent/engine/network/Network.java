package dev.descent.engine.network;

import java.util.Arrays;

import dev.descent.engine.kernel.Kernels;
import dev.descent.engine.kernel.Matrix;
import dev.descent.engine.loss.Loss;

/**
 * Forward and backward passes of a feed-forward network. It holds no state: parameters,
 * gradient and buffers are handed in, so one instance serves any number of threads.
 */
public final class Network {

	private final Architecture architecture;

	private final Kernels kernels;

	public Network(Architecture architecture, Kernels kernels) {
		this.architecture = architecture;
		this.kernels = kernels;
	}

	public Architecture architecture() {
		return architecture;
	}

	Kernels kernels() {
		return kernels;
	}

	/** Computes z and a of every layer from the inputs of the workspace. */
	public void forward(Parameters parameters, Workspace workspace) {
		for (int l = 0; l < architecture.depth(); l++) {
			Matrix z = workspace.preActivation(l);
			kernels.affine(parameters.weights(l), workspace.input(l), parameters.biases(l), z);
			architecture.layer(l).activation().forward(kernels, z, workspace.activation(l));
			if (l + 1 < architecture.depth()) {
				workspace.dropout().forward(l, workspace.activation(l), workspace.input(l + 1));
			}
		}
	}

	/**
	 * Backpropagation (Rumelhart, Hinton and Williams, 1986): from what {@link #forward}
	 * left in the workspace, computes the derivative of the batch's mean loss with
	 * respect to every parameter.
	 * @param gradient overwritten
	 */
	public void backward(Parameters parameters, Workspace workspace, Loss loss, Parameters gradient) {
		int last = architecture.depth() - 1;
		loss.gradient(workspace.logits(), workspace.output(), workspace.targets(), workspace.delta(last));
		if (!loss.fromLogits()) {
			throughActivation(last, workspace);
		}
		for (int l = last; l >= 0; l--) {
			Matrix delta = workspace.delta(l);
			gradient(l, workspace, gradient);
			if (l > 0) {
				Matrix previous = workspace.delta(l - 1);
				kernels.multiply(parameters.transposedWeights(l), delta, previous);
				workspace.dropout().backward(l - 1, previous);
				throughActivation(l - 1, workspace);
			}
		}
	}

	/**
	 * The derivatives of the batch's mean loss with respect to a layer's parameters, from
	 * what {@link #backward} left in the workspace.
	 * @param gradient overwritten where it is of this layer
	 */
	public void gradient(int layer, Workspace workspace, Parameters gradient) {
		kernels.multiply(workspace.delta(layer), workspace.transposedInput(layer), gradient.weights(layer));
		kernels.sumRows(workspace.delta(layer), gradient.biases(layer));
	}

	/**
	 * f'(z) of a layer that treats each unit by itself, from what {@link #forward} left
	 * in the workspace.
	 * @param slopes shape [units, batch], with an array of its own; overwritten
	 */
	public void slopes(int layer, Workspace workspace, Matrix slopes) {
		Arrays.fill(slopes.values(), 1);
		architecture.layer(layer)
			.activation()
			.backward(kernels, workspace.preActivation(layer), workspace.activation(layer), slopes);
	}

	/** The mean loss of a batch, from what {@link #forward} left in the workspace. */
	public double loss(Workspace workspace, Loss loss) {
		return addLoss(0, workspace, loss) / workspace.batch();
	}

	/**
	 * Adds the losses of the samples, one by one, to a total. Overwrites the output
	 * layer's delta.
	 */
	public double addLoss(double total, Workspace workspace, Loss loss) {
		return loss.addTo(total, kernels, workspace.logits(), workspace.output(), workspace.targets(),
				workspace.delta(architecture.depth() - 1));
	}

	private void throughActivation(int layer, Workspace workspace) {
		architecture.layer(layer)
			.activation()
			.backward(kernels, workspace.preActivation(layer), workspace.activation(layer), workspace.delta(layer));
	}

}
