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
		VectorFunctions.exp(x, y);
	}

	@Override
	public void softmax(Matrix z, Matrix a) {
		int columns = z.columns();
		int end = z.rows() * columns;
		int whole = SPECIES.loopBound(columns);
		for (int j = 0; j < whole; j += LENGTH) {
			subtractMax(z.values(), a.values(), j, columns, end);
		}
		ScalarKernels.subtractMax(z, a, whole);
		exp(a.values(), a.values());
		for (int j = 0; j < whole; j += LENGTH) {
			divideBySum(a.values(), j, columns, end);
		}
		ScalarKernels.divideBySum(a, whole);
	}

	private static void subtractMax(double[] x, double[] y, int from, int columns, int end) {
		var max = DoubleVector.fromArray(SPECIES, x, from);
		for (int i = from + columns; i < end; i += columns) {
			var other = DoubleVector.fromArray(SPECIES, x, i);
			max = max.blend(other, other.compare(VectorOperators.GT, max));
		}
		for (int i = from; i < end; i += columns) {
			DoubleVector.fromArray(SPECIES, x, i).sub(max).intoArray(y, i);
		}
	}

	private static void divideBySum(double[] y, int from, int columns, int end) {
		var sum = DoubleVector.zero(SPECIES);
		for (int i = from; i < end; i += columns) {
			sum = sum.add(DoubleVector.fromArray(SPECIES, y, i));
		}
		for (int i = from; i < end; i += columns) {
			DoubleVector.fromArray(SPECIES, y, i).div(sum).intoArray(y, i);
		}
	}

	@Override
	public void sigmoid(double[] x, double[] y) {
		for (int i = 0; i < x.length; i++) {
			y[i] = -x[i];
		}
		VectorFunctions.exp(y, y);
		for (int i = 0; i < y.length; i++) {
			y[i] = 1 / (1 + y[i]);
		}
	}

	@Override
	public void tanh(double[] x, double[] y) {
		VectorFunctions.tanh(x, y);
	}

	@Override
	public void softplus(double[] x, double[] y) {
		for (int i = 0; i < x.length; i++) {
			y[i] = -Math.abs(x[i]);
		}
		VectorFunctions.exp(y, y);
		VectorFunctions.log1p(y);
		for (int i = 0; i < x.length; i++) {
			y[i] += Math.max(x[i], 0);
		}
	}

}
