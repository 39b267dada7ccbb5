package dev.descent.engine.network;

import java.util.Arrays;

import dev.descent.engine.kernel.Kernels;
import dev.descent.engine.kernel.Matrix;
import dev.descent.engine.loss.SmoothLoss;
import org.jspecify.annotations.Nullable;

/**
 * Second derivatives of a batch's mean loss with respect to the parameters: exact
 * products of the Hessian with a vector, by differentiating the forward and the backward
 * pass along it (Pearlmutter, 1994, "Fast exact multiplication by the Hessian"), and the
 * generalized Gauss-Newton matrix (Schraudolph, 2002, "Fast curvature matrix-vector
 * products"). Holds the buffers for one batch size; made once and reused.
 */
public final class Curvature {

	/** Samples whose derivatives are multiplied at a time. */
	private static final int BLOCK = 64;

	private final Architecture architecture;

	private final Kernels kernels;

	private final int batch;

	/** dL/da of a layer, for the mean loss L; of the last only if it is taken there. */
	private final Matrix[] upstream;

	/** dL/dz of a layer. */
	private final Matrix[] deltas;

	/** The direction in which what a layer reads moves, and the same transposed. */
	private final Matrix[] tangentInputs;

	private final Matrix[] transposedTangentInputs;

	/** The direction in which z of a layer moves. */
	private final Matrix[] tangentPreActivations;

	/** By what dL/dz of a layer moves. */
	private final Matrix[] tangentDeltas;

	private final Parameters tangent;

	private final Parameters product;

	/** What the Gauss-Newton matrix needs, made when it is first asked for. */
	private @Nullable Products products;

	public Curvature(Network network, int batch) {
		this.architecture = network.architecture();
		this.kernels = network.kernels();
		this.batch = batch;
		int depth = architecture.depth();
		this.upstream = new Matrix[depth];
		this.deltas = new Matrix[depth];
		this.tangentInputs = new Matrix[depth + 1];
		this.transposedTangentInputs = new Matrix[depth];
		this.tangentPreActivations = new Matrix[depth];
		this.tangentDeltas = new Matrix[depth];
		tangentInputs[0] = Matrix.zeros(architecture.inputs(), batch);
		for (int l = 0; l < depth; l++) {
			int units = architecture.units(l);
			upstream[l] = Matrix.zeros(units, batch);
			deltas[l] = Matrix.zeros(units, batch);
			transposedTangentInputs[l] = tangentInputs[l].transposed();
			tangentInputs[l + 1] = Matrix.zeros(units, batch);
			tangentPreActivations[l] = Matrix.zeros(units, batch);
			tangentDeltas[l] = Matrix.zeros(units, batch);
		}
		this.tangent = Parameters.zeros(architecture);
		this.product = Parameters.zeros(architecture);
	}

	/**
	 * Derivatives for a block of samples, shape [parameters, BLOCK], and the sum of their
	 * products.
	 */
	private record Products(Matrix jacobian, Matrix transposedJacobian, Matrix sum) {

		static Products into(double[] matrix, int parameters) {
			var jacobian = Matrix.zeros(parameters, BLOCK);
			return new Products(jacobian, jacobian.transposed(), Matrix.rowMajor(matrix, 0, parameters, parameters));
		}

	}

	/**
	 * Makes ready for products at the parameters of a forward pass.
	 * @param workspace as {@link Network#forward} left it
	 */
	public void begin(Parameters parameters, Workspace workspace, SmoothLoss loss) {
		int last = architecture.depth() - 1;
		if (loss.fromLogits()) {
			loss.gradient(workspace.logits(), workspace.output(), workspace.targets(), deltas[last]);
		}
		else {
			loss.gradient(workspace.logits(), workspace.output(), workspace.targets(), upstream[last]);
			throughActivation(last, workspace, upstream[last], deltas[last]);
		}
		for (int l = last; l > 0; l--) {
			kernels.multiply(parameters.transposedWeights(l), deltas[l], upstream[l - 1]);
			throughActivation(l - 1, workspace, upstream[l - 1], deltas[l - 1]);
		}
	}

	/**
	 * Writes the Hessian times a vector; {@link #begin} was called for these parameters.
	 * @param vector one entry a parameter
	 * @param result overwritten
	 */
	public void hessianVector(Parameters parameters, Workspace workspace, SmoothLoss loss, double[] vector,
			double[] result) {
		System.arraycopy(vector, 0, tangent.values(), 0, vector.length);
		forward(parameters, workspace);
		int last = architecture.depth() - 1;
		differentiateLoss(workspace, loss);
		for (int l = last; l >= 0; l--) {
			Matrix moves = tangentDeltas[l];
			kernels.multiply(moves, workspace.transposedInput(l), product.weights(l));
			kernels.multiplyAdd(deltas[l], transposedTangentInputs[l], product.weights(l));
			kernels.sumRows(moves, product.biases(l));
			if (l > 0) {
				kernels.multiply(parameters.transposedWeights(l), moves, tangentDeltas[l - 1]);
				kernels.multiplyAdd(tangent.transposedWeights(l), deltas[l], tangentDeltas[l - 1]);
				differentiateActivation(l - 1, workspace);
			}
		}
		System.arraycopy(product.values(), 0, result, 0, result.length);
	}

	/**
	 * By how much z and a of every layer move if the parameters move along the tangent.
	 */
	private void forward(Parameters parameters, Workspace workspace) {
		for (int l = 0; l < architecture.depth(); l++) {
			Matrix z = tangentPreActivations[l];
			kernels.affine(tangent.weights(l), workspace.input(l), tangent.biases(l), z);
			if (l > 0) {
				kernels.multiplyAdd(parameters.weights(l), tangentInputs[l], z);
			}
			throughActivation(l, workspace, z, tangentInputs[l + 1]);
		}
	}

	private void differentiateLoss(Workspace workspace, SmoothLoss loss) {
		int last = architecture.depth() - 1;
		Matrix direction = loss.fromLogits() ? tangentPreActivations[last] : tangentInputs[last + 1];
		Matrix moves = tangentDeltas[last];
		loss.hessianVector(workspace.logits(), workspace.output(), workspace.targets(), direction, moves);
		for (int i = 0; i < moves.values().length; i++) {
			moves.values()[i] /= batch;
		}
		if (!loss.fromLogits()) {
			differentiateActivation(last, workspace);
		}
	}

	/** From by what dL/da of a layer moves to by what dL/dz does, in place. */
	private void differentiateActivation(int layer, Workspace workspace) {
		var activation = architecture.layer(layer).activation();
		Matrix z = workspace.preActivation(layer);
		Matrix a = workspace.activation(layer);
		activation.backward(kernels, z, a, tangentDeltas[layer]);
		activation.addCurvature(z, a, upstream[layer], tangentPreActivations[layer], tangentInputs[layer + 1],
				tangentDeltas[layer]);
	}

	/**
	 * Writes the generalized Gauss-Newton matrix {@code J^T H J}, the mean over the
	 * samples, with the Jacobian J of the outputs (of the logits, if the loss is taken
	 * there) and the Hessian H of each sample's loss with respect to them.
	 * @param workspace as {@link Network#forward} left it
	 * @param loss convex
	 * @param matrix shape [parameters, parameters], row by row; overwritten
	 */
	public void gaussNewton(Parameters parameters, Workspace workspace, SmoothLoss loss, double[] matrix) {
		int last = architecture.depth() - 1;
		Products into = products(matrix);
		Arrays.fill(matrix, 0);
		for (int k = 0; k < architecture.outputs(); k++) {
			loss.curvatureColumn(k, workspace.logits(), workspace.output(), workspace.targets(), tangentDeltas[last]);
			if (!loss.fromLogits()) {
				throughActivation(last, workspace, tangentDeltas[last], tangentDeltas[last]);
			}
			for (int l = last; l > 0; l--) {
				kernels.multiply(parameters.transposedWeights(l), tangentDeltas[l], tangentDeltas[l - 1]);
				throughActivation(l - 1, workspace, tangentDeltas[l - 1], tangentDeltas[l - 1]);
			}
			for (int from = 0; from < batch; from += BLOCK) {
				loadJacobian(workspace, from, into.jacobian().values());
				kernels.multiplyAdd(into.jacobian(), into.transposedJacobian(), into.sum());
			}
		}
		for (int i = 0; i < matrix.length; i++) {
			matrix[i] /= batch;
		}
	}

	@SuppressWarnings("ReferenceEquality") // a view holds for this very array
	private Products products(double[] matrix) {
		var present = products;
		if (present == null || present.sum().values() != matrix) {
			present = Products.into(matrix, architecture.parameterCount());
			products = present;
		}
		return present;
	}

	/** Every sample's derivatives of what was sent back, from one sample on. */
	private void loadJacobian(Workspace workspace, int from, double[] block) {
		int count = Math.min(BLOCK, batch - from);
		if (count < BLOCK) {
			Arrays.fill(block, 0);
		}
		int row = 0;
		for (int l = 0; l < architecture.depth(); l++) {
			double[] inputs = workspace.input(l).values();
			double[] moves = tangentDeltas[l].values();
			for (int unit = 0; unit < architecture.units(l); unit++) {
				for (int i = 0; i < architecture.fanIn(l); i++) {
					for (int s = 0; s < count; s++) {
						block[row * BLOCK + s] = moves[unit * batch + from + s] * inputs[i * batch + from + s];
					}
					row++;
				}
			}
			for (int unit = 0; unit < architecture.units(l); unit++) {
				System.arraycopy(moves, unit * batch + from, block, row * BLOCK, count);
				row++;
			}
		}
	}

	/** The Jacobian of a layer's activation times something, which may be the result. */
	private void throughActivation(int layer, Workspace workspace, Matrix from, Matrix into) {
		if (from != into) {
			System.arraycopy(from.values(), 0, into.values(), 0, into.values().length);
		}
		architecture.layer(layer)
			.activation()
			.backward(kernels, workspace.preActivation(layer), workspace.activation(layer), into);
	}

}
