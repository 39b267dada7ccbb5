package dev.descent.engine.kernel;

import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.VectorSpecies;

/**
 * {@link ScalarKernels} with SIMD instructions: the same operations in the same order,
 * several outputs at a time.
 */
final class VectorKernels implements Kernels {

	private static final VectorSpecies<Double> SPECIES = DoubleVector.SPECIES_PREFERRED;

	private static final int LENGTH = SPECIES.length();

	private static final ThreadLocal<VectorProduct> PRODUCT = ThreadLocal.withInitial(VectorProduct::new);

	private final ScalarKernels scalar = new ScalarKernels();

	@Override
	public String name() {
		return "vector-" + SPECIES.vectorBitSize();
	}

	@Override
	public void multiplyAdd(Matrix a, Matrix b, Matrix c) {
		Matrix.requireProduct(a, b, c);
		if (c.columns() >= LENGTH) {
			PRODUCT.get().multiplyAdd(a, b, c);
		}
		else if (c.columns() > 1 && c.rows() >= LENGTH) {
			PRODUCT.get().multiplyAddTransposed(a, b, c);
		}
		else {
			scalar.multiplyAdd(a, b, c);
		}
	}

	@Override
	public void sumRows(Matrix matrix, double[] sums, int from) {
		scalar.sumRows(matrix, sums, from);
	}

	@Override
	public void exp(double[] x, double[] y) {
		int whole = SPECIES.loopBound(x.length);
		for (int i = 0; i < whole; i += LENGTH) {
			VectorFunctions.exp(DoubleVector.fromArray(SPECIES, x, i)).intoArray(y, i);
		}
		for (int i = whole; i < x.length; i++) {
			y[i] = Elementary.exp(x[i]);
		}
	}

	@Override
	public void sigmoid(double[] x, double[] y) {
		int whole = SPECIES.loopBound(x.length);
		for (int i = 0; i < whole; i += LENGTH) {
			VectorFunctions.sigmoid(DoubleVector.fromArray(SPECIES, x, i)).intoArray(y, i);
		}
		for (int i = whole; i < x.length; i++) {
			y[i] = Elementary.sigmoid(x[i]);
		}
	}

	@Override
	public void tanh(double[] x, double[] y) {
		int whole = SPECIES.loopBound(x.length);
		for (int i = 0; i < whole; i += LENGTH) {
			VectorFunctions.tanh(DoubleVector.fromArray(SPECIES, x, i)).intoArray(y, i);
		}
		for (int i = whole; i < x.length; i++) {
			y[i] = Elementary.tanh(x[i]);
		}
	}

	@Override
	public void softplus(double[] x, double[] y) {
		int whole = SPECIES.loopBound(x.length);
		expOfMinusMagnitude(x, y, whole);
		softplus(x, y, whole);
		for (int i = whole; i < x.length; i++) {
			y[i] = Elementary.softplus(x[i]);
		}
	}

	private static void expOfMinusMagnitude(double[] x, double[] y, int to) {
		for (int i = 0; i < to; i += LENGTH) {
			VectorFunctions.exp(DoubleVector.zero(SPECIES).sub(DoubleVector.fromArray(SPECIES, x, i).abs()))
				.intoArray(y, i);
		}
	}

	private static void softplus(double[] x, double[] y, int to) {
		for (int i = 0; i < to; i += LENGTH) {
			VectorFunctions.softplus(DoubleVector.fromArray(SPECIES, x, i), DoubleVector.fromArray(SPECIES, y, i))
				.intoArray(y, i);
		}
	}

}
