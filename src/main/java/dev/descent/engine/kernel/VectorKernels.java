package dev.descent.engine.kernel;

import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.VectorOperators;
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
	public void affine(Matrix a, Matrix b, Matrix offsets, Matrix c) {
		add(offsets, 0, a, b, c);
	}

	@Override
	public void multiply(Matrix a, Matrix b, Matrix c) {
		add(Matrix.ZERO, 0, a, b, c);
	}

	@Override
	public void multiplyAdd(Matrix a, Matrix b, Matrix c) {
		add(c, 1, a, b, c);
	}

	private void add(Matrix start, int startColumnStride, Matrix a, Matrix b, Matrix c) {
		if (c.columns() >= LENGTH) {
			Matrix.requireProduct(a, b, c);
			PRODUCT.get().add(start, startColumnStride, a, b, c);
		}
		else if (c.columns() > 1 && c.rows() >= LENGTH) {
			Matrix.requireProduct(a, b, c);
			PRODUCT.get().addTransposed(start, startColumnStride, a, b, c);
		}
		else {
			scalar.add(start, startColumnStride, a, b, c);
		}
	}

	@Override
	public void sumRows(Matrix matrix, Matrix sums) {
		scalar.sumRows(matrix, sums);
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
	public void softmax(Matrix z, Matrix a) {
		int whole = SPECIES.loopBound(z.columns());
		for (int j = 0; j < whole; j += LENGTH) {
			softmax(z.values(), a.values(), j, z.columns(), z.rows() * z.columns());
		}
		scalar.softmax(z, a, whole);
	}

	/** Over one vector of columns. */
	private static void softmax(double[] x, double[] y, int from, int columns, int end) {
		var max = DoubleVector.fromArray(SPECIES, x, from);
		for (int i = from + columns; i < end; i += columns) {
			var other = DoubleVector.fromArray(SPECIES, x, i);
			max = max.blend(other, other.compare(VectorOperators.GT, max));
		}
		var sum = DoubleVector.zero(SPECIES);
		for (int i = from; i < end; i += columns) {
			var e = VectorFunctions.exp(DoubleVector.fromArray(SPECIES, x, i).sub(max));
			e.intoArray(y, i);
			sum = sum.add(e);
		}
		for (int i = from; i < end; i += columns) {
			DoubleVector.fromArray(SPECIES, y, i).div(sum).intoArray(y, i);
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
