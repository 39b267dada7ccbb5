package dev.descent.benchmark;

import java.util.Arrays;

import dev.descent.engine.network.Architecture;

/**
 * What a student writes: arrays of arrays, one sample at a time, loops that read like the
 * formulas, nothing allocated in them. The measure of what the engine's layout and
 * kernels are worth.
 */
class NaiveNetwork {

	private final NaiveActivation hidden;

	private final double[][][] weights;

	private final double[][] biases;

	private final double[][][] weightGradients;

	private final double[][] biasGradients;

	private final double[][] activations;

	private final double[][] deltas;

	/**
	 * @param parameters in the flat order of {@link Architecture}
	 */
	NaiveNetwork(Architecture architecture, double[] parameters) {
		int depth = architecture.depth();
		this.hidden = NaiveActivation.of(architecture.layer(0).activation());
		this.weights = new double[depth][][];
		this.biases = new double[depth][];
		this.weightGradients = new double[depth][][];
		this.biasGradients = new double[depth][];
		this.activations = new double[depth][];
		this.deltas = new double[depth][];
		for (int l = 0; l < depth; l++) {
			int units = architecture.units(l);
			int inputs = architecture.fanIn(l);
			weights[l] = new double[units][];
			for (int j = 0; j < units; j++) {
				int from = architecture.weightsFrom(l) + j * inputs;
				weights[l][j] = Arrays.copyOfRange(parameters, from, from + inputs);
			}
			int from = architecture.biasesFrom(l);
			biases[l] = Arrays.copyOfRange(parameters, from, from + units);
			weightGradients[l] = new double[units][inputs];
			biasGradients[l] = new double[units];
			activations[l] = new double[units];
			deltas[l] = new double[units];
		}
	}

	/** The activations of the output layer. */
	double[] forward(double[] input) {
		double[] x = input;
		int last = weights.length - 1;
		for (int l = 0; l <= last; l++) {
			double[] a = activations[l];
			for (int j = 0; j < a.length; j++) {
				double z = biases[l][j] + weightedSum(weights[l], j, x);
				a[j] = (l < last) ? hidden.value(z) : z;
			}
			x = a;
		}
		if (x.length == 1) {
			x[0] = NaiveActivation.SIGMOID.value(x[0]);
		}
		else {
			softmax(x);
		}
		return x;
	}

	double weightedSum(double[][] weights, int j, double[] x) {
		double sum = 0;
		for (int i = 0; i < x.length; i++) {
			sum += weights[j][i] * x[i];
		}
		return sum;
	}

	private static void softmax(double[] z) {
		double max = z[0];
		for (int i = 1; i < z.length; i++) {
			max = Math.max(max, z[i]);
		}
		double sum = 0;
		for (int i = 0; i < z.length; i++) {
			z[i] = Math.exp(z[i] - max);
			sum += z[i];
		}
		for (int i = 0; i < z.length; i++) {
			z[i] /= sum;
		}
	}

	/** The cross-entropy of the last forward pass. */
	double loss(double[] target) {
		double[] p = activations[activations.length - 1];
		if (p.length == 1) {
			return -Math.log((target[0] == 1) ? p[0] : 1 - p[0]);
		}
		double loss = 0;
		for (int i = 0; i < p.length; i++) {
			if (target[i] == 1) {
				loss -= Math.log(p[i]);
			}
		}
		return loss;
	}

	/** Adds the gradient of one sample, after its forward pass, to that of the batch. */
	void backward(double[] input, double[] target) {
		int last = weights.length - 1;
		for (int j = 0; j < target.length; j++) {
			deltas[last][j] = activations[last][j] - target[j];
		}
		for (int l = last; l >= 0; l--) {
			double[] x = (l > 0) ? activations[l - 1] : input;
			double[] delta = deltas[l];
			for (int j = 0; j < delta.length; j++) {
				addScaled(weightGradients[l], j, delta, x);
				biasGradients[l][j] += delta[j];
			}
			if (l > 0) {
				double[] previous = deltas[l - 1];
				Arrays.fill(previous, 0);
				for (int j = 0; j < delta.length; j++) {
					addWeights(weights[l], j, delta, previous);
				}
				for (int i = 0; i < previous.length; i++) {
					previous[i] *= hidden.derivative(x[i]);
				}
			}
		}
	}

	void addScaled(double[][] gradients, int j, double[] delta, double[] x) {
		for (int i = 0; i < x.length; i++) {
			gradients[j][i] += delta[j] * x[i];
		}
	}

	void addWeights(double[][] weights, int j, double[] delta, double[] previous) {
		for (int i = 0; i < previous.length; i++) {
			previous[i] += weights[j][i] * delta[j];
		}
	}

	/** Moves all parameters by the mean gradient of a batch and forgets the gradient. */
	void update(NaiveRule rule, int batch) {
		rule.begin();
		for (int l = 0; l < weights.length; l++) {
			for (int j = 0; j < weights[l].length; j++) {
				rule.move(weights[l][j], weightGradients[l][j], batch, l, j);
				Arrays.fill(weightGradients[l][j], 0);
			}
			rule.move(biases[l], biasGradients[l], batch, l, weights[l].length);
			Arrays.fill(biasGradients[l], 0);
		}
	}

	/** A copy, in the flat order of {@link Architecture}. */
	double[] parameters(Architecture architecture) {
		double[] parameters = new double[architecture.parameterCount()];
		for (int l = 0; l < weights.length; l++) {
			int inputs = architecture.fanIn(l);
			for (int j = 0; j < weights[l].length; j++) {
				System.arraycopy(weights[l][j], 0, parameters, architecture.weightsFrom(l) + j * inputs, inputs);
			}
			System.arraycopy(biases[l], 0, parameters, architecture.biasesFrom(l), biases[l].length);
		}
		return parameters;
	}

}
