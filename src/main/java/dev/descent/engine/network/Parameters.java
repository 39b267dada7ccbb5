package dev.descent.engine.network;

import dev.descent.engine.initializer.Initializer;
import dev.descent.engine.kernel.Matrix;
import dev.descent.engine.random.Purpose;
import dev.descent.engine.random.RandomStream;

/**
 * One number for every parameter of a network, in one flat array with a view for each
 * layer. Used for the parameters themselves and for their gradient.
 */
public final class Parameters {

	private final Architecture architecture;

	private final double[] values;

	private final Matrix[] weights;

	private final Matrix[] transposedWeights;

	private final Matrix[] biases;

	private Parameters(Architecture architecture, double[] values) {
		int depth = architecture.depth();
		this.architecture = architecture;
		this.values = values;
		this.weights = new Matrix[depth];
		this.transposedWeights = new Matrix[depth];
		this.biases = new Matrix[depth];
		for (int l = 0; l < depth; l++) {
			weights[l] = Matrix.rowMajor(values, architecture.weightsFrom(l), architecture.units(l),
					architecture.fanIn(l));
			transposedWeights[l] = weights[l].transposed();
			biases[l] = Matrix.rowMajor(values, architecture.biasesFrom(l), architecture.units(l), 1);
		}
	}

	public static Parameters zeros(Architecture architecture) {
		return new Parameters(architecture, new double[architecture.parameterCount()]);
	}

	/**
	 * Takes a copy of the given values.
	 * @param values in the flat order of {@link Architecture}
	 */
	public static Parameters of(Architecture architecture, double[] values) {
		return over(architecture, values.clone());
	}

	/** Views the given values, in the flat order of {@link Architecture}; not a copy. */
	public static Parameters over(Architecture architecture, double[] values) {
		return new Parameters(architecture, requireCount(architecture, values));
	}

	private static double[] requireCount(Architecture architecture, double[] values) {
		if (values.length != architecture.parameterCount()) {
			throw new IllegalArgumentException(
					"expected " + architecture.parameterCount() + " parameters but got " + values.length);
		}
		return values;
	}

	/** Weights from the initializer, each layer from a stream of its own; biases zero. */
	public static Parameters initialized(Architecture architecture, Initializer initializer, long seed) {
		var parameters = zeros(architecture);
		for (int l = 0; l < architecture.depth(); l++) {
			initializer.initialize(parameters.values, architecture.weightsFrom(l), architecture.fanIn(l),
					architecture.units(l), RandomStream.of(seed, Purpose.INITIALIZER, l));
		}
		return parameters;
	}

	public Parameters copy() {
		return new Parameters(architecture, values.clone());
	}

	public void set(Parameters other) {
		System.arraycopy(other.values, 0, values, 0, values.length);
	}

	public Architecture architecture() {
		return architecture;
	}

	/** The flat array itself; not a copy. */
	public double[] values() {
		return values;
	}

	/** A layer's weights, shape [units, inputs]. */
	public Matrix weights(int layer) {
		return weights[layer];
	}

	/** A layer's weights, shape [inputs, units]. */
	public Matrix transposedWeights(int layer) {
		return transposedWeights[layer];
	}

	/** A layer's biases, shape [units, 1]. */
	public Matrix biases(int layer) {
		return biases[layer];
	}

	/** Whether no parameter is infinite or NaN. */
	public boolean finite() {
		double sum0 = 0;
		double sum1 = 0;
		double sum2 = 0;
		double sum3 = 0;
		int whole = values.length & ~3;
		for (int i = 0; i < whole; i += 4) {
			sum0 += values[i] * 0;
			sum1 += values[i + 1] * 0;
			sum2 += values[i + 2] * 0;
			sum3 += values[i + 3] * 0;
		}
		for (int i = whole; i < values.length; i++) {
			sum0 += values[i] * 0;
		}
		return sum0 + sum1 + sum2 + sum3 == 0;
	}

}
