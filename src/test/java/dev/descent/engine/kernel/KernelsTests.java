package dev.descent.engine.kernel;

import java.util.Arrays;
import java.util.function.BiConsumer;
import java.util.function.DoubleUnaryOperator;
import java.util.stream.Stream;

import dev.descent.engine.random.Purpose;
import dev.descent.engine.random.RandomStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

/** Every implementation against the definition, bit for bit. */
@ParameterizedClass
@MethodSource("implementations")
class KernelsTests {

	private final Kernels kernels;

	private final RandomStream random = RandomStream.of(1, Purpose.DATASET);

	KernelsTests(Kernels kernels) {
		this.kernels = kernels;
	}

	static Stream<Kernels> implementations() {
		return Stream.of(new ScalarKernels(), new VectorKernels());
	}

	/** Around every edge of tiles, vectors of 2, 4 and 8 and panels. */
	static Stream<Arguments> awkwardShapes() {
		return Stream.of(1, 2, 3, 4, 5, 7, 8, 9, 31)
			.flatMap((m) -> Stream.of(1, 3, 4, 17, 130)
				.flatMap((k) -> Stream.of(1, 2, 3, 4, 6, 7, 8, 9, 12, 15, 16, 17, 23, 24, 25, 33, 63, 64, 65, 257)
					.map((n) -> Arguments.of(m, k, n))));
	}

	@ParameterizedTest
	@MethodSource("awkwardShapes")
	void productsAreOneChainOfFusedMultiplyAddsAnElement(int m, int k, int n) {
		var a = random(m, k);
		var b = random(k, n);
		var offsets = random(m, 1);
		var affine = random(m, n);
		var product = random(m, n);
		var sum = random(m, n);
		double[] expectedAffine = new double[m * n];
		double[] expectedProduct = new double[m * n];
		double[] expectedSum = sum.values().clone();
		for (int i = 0; i < m * n; i++) {
			expectedAffine[i] = chain(offsets.values()[i / n], a, b, i / n, i % n);
			expectedProduct[i] = chain(0, a, b, i / n, i % n);
			expectedSum[i] = chain(expectedSum[i], a, b, i / n, i % n);
		}

		kernels.affine(a, b, offsets, affine);
		kernels.multiply(a, b, product);
		kernels.multiplyAdd(a, b, sum);

		assertThat(affine.values()).containsExactly(expectedAffine);
		assertThat(product.values()).containsExactly(expectedProduct);
		assertThat(sum.values()).containsExactly(expectedSum);
	}

	private static double chain(double start, Matrix a, Matrix b, int i, int j) {
		double sum = start;
		for (int p = 0; p < a.columns(); p++) {
			sum = Math.fma(a.values()[i * a.columns() + p], b.values()[p * b.columns() + j], sum);
		}
		return sum;
	}

	@ParameterizedTest
	@MethodSource("awkwardShapes")
	void transposedOperandsGiveTheSameBits(int m, int k, int n) {
		var a = random(m, k);
		var b = random(k, n);
		var offsets = random(m, 1);
		var straight = Matrix.zeros(m, n);
		var transposed = Matrix.zeros(m, n);

		kernels.affine(a, b, offsets, straight);
		kernels.affine(copyOfTransposed(a).transposed(), copyOfTransposed(b).transposed(), offsets, transposed);

		assertThat(transposed.values()).containsExactly(straight.values());
	}

	@Test
	void partsOfALargerArrayAreLeftAlone() {
		double[] values = { 9, 1, 2, 3, 4, 9 };
		kernels.multiplyAdd(Matrix.rowMajor(new double[] { 1, 0, 0, 1 }, 0, 2, 2),
				Matrix.rowMajor(new double[] { 10, 20, 30, 40 }, 0, 2, 2), Matrix.rowMajor(values, 1, 2, 2));
		assertThat(values).containsExactly(9, 11, 22, 33, 44, 9);
	}

	@ParameterizedTest
	@MethodSource("awkwardShapes")
	void rowsAreSummedInOrder(int m, int k, int n) {
		var matrix = random(m, n);
		var sums = Matrix.rowMajor(new double[k + m], k, m, 1);
		double[] expected = new double[k + m];
		for (int i = 0; i < m; i++) {
			for (int j = 0; j < n; j++) {
				expected[k + i] += matrix.values()[i * n + j];
			}
		}

		kernels.sumRows(matrix, sums);

		assertThat(sums.values()).containsExactly(expected);
	}

	@ParameterizedTest
	@MethodSource("awkwardShapes")
	void softmaxPerformsTheElementaryOperationsInOrder(int m, int k, int n) {
		var z = random(m, n);
		var a = Matrix.zeros(m, n);
		z.values()[0] *= 100 * k;

		kernels.softmax(z, a);

		assertThat(a.values()).containsExactly(softmax(z));
	}

	private static double[] softmax(Matrix z) {
		int n = z.columns();
		double[] expected = new double[z.values().length];
		for (int j = 0; j < n; j++) {
			double max = z.values()[j];
			for (int i = j; i < expected.length; i += n) {
				max = Math.max(max, z.values()[i]);
			}
			double sum = 0;
			for (int i = j; i < expected.length; i += n) {
				expected[i] = Elementary.exp(z.values()[i] - max);
				sum += expected[i];
			}
			for (int i = j; i < expected.length; i += n) {
				expected[i] /= sum;
			}
		}
		return expected;
	}

	@Test
	void softmaxOfSomethingThatIsNoNumberIsNone() {
		for (int wrong = 0; wrong < 3; wrong++) {
			var z = random(3, 11);
			var a = Matrix.zeros(3, 11);
			z.values()[wrong * 11 + 5] = Double.NaN;

			kernels.softmax(z, a);

			assertThat(bits(a.values())).containsExactly(bits(softmax(z)));
			assertThat(a.values()[5]).isNaN();
		}
	}

	@ParameterizedTest
	@ValueSource(ints = { 0, 1, 2, 3, 4, 5, 7, 8, 9, 15, 16, 17, 31, 33, 100 })
	void functionsPerformTheElementaryOperations(int length) {
		double[] x = new double[length];
		for (int i = 0; i < length; i++) {
			x[i] = random.nextDouble(-1, 1) * Elementary.power(10, i % 5) / 10;
		}
		assertFunctions(x);
	}

	@Test
	void functionsAgreeAtTheExtremes() {
		double[] x = { 0.0, -0.0, Double.MIN_VALUE, -Double.MIN_VALUE, Double.MIN_NORMAL, 1e-300, -1e-300, 1e-16,
				-1e-16, 0.34657359027997264, -0.34657359027997264, 0.5, 1, -1, 22, -22, 22.1, 36.7, -36.7, 44, 700,
				-700, 708.4, -708.4, 709.7, -709.7, 709.782712893384, 709.7827128933841, 710, -710, -745.13, -745.14,
				-746, 1e5, -1e5, 1e300, -1e300, Double.MAX_VALUE, -Double.MAX_VALUE, Double.POSITIVE_INFINITY,
				Double.NEGATIVE_INFINITY, Double.NaN, 3, 4, 5, 6, 7, 8 };
		assertFunctions(x);
	}

	@Test
	void functionsOfSomethingThatIsNoNumberAreNone() {
		double[] x = new double[17];
		x[3] = Double.NaN;
		assertFunctions(x);
	}

	@Test
	void oneExtremeAmongOrdinaryNumbersIsSeen() {
		for (int i = 0; i < 17; i++) {
			double[] x = new double[17];
			x[i] = -720;
			assertFunctions(x);
		}
	}

	private void assertFunctions(double[] x) {
		assertFunction(x, kernels::exp, Elementary::exp);
		assertFunction(x, kernels::sigmoid, Elementary::sigmoid);
		assertFunction(x, kernels::tanh, Elementary::tanh);
		assertFunction(x, kernels::softplus, Elementary::softplus);
	}

	private static void assertFunction(double[] x, BiConsumer<double[], double[]> kernel,
			DoubleUnaryOperator definition) {
		double[] y = new double[x.length];
		kernel.accept(x, y);
		assertThat(bits(y)).containsExactly(bits(Arrays.stream(x).map(definition).toArray()));
	}

	/** NaNs are all the same. */
	private static long[] bits(double[] values) {
		return Arrays.stream(values).mapToLong(Double::doubleToLongBits).toArray();
	}

	@Test
	void exponentialsInPlace() {
		double[] x = random(1, 29).values();
		double[] y = new double[x.length];

		kernels.exp(x, y);
		kernels.exp(x, x);

		assertThat(x).containsExactly(y);
	}

	@Test
	void shapesThatDoNotFitAreRefused() {
		assertThatIllegalArgumentException()
			.isThrownBy(() -> kernels.multiplyAdd(Matrix.zeros(2, 3), Matrix.zeros(2, 3), Matrix.zeros(2, 3)))
			.withMessage("the product of a 2 x 3 matrix and a 2 x 3 matrix is not a 2 x 3 matrix");
	}

	private Matrix random(int rows, int columns) {
		var matrix = Matrix.zeros(rows, columns);
		for (int i = 0; i < matrix.values().length; i++) {
			matrix.values()[i] = random.nextDouble(-1, 1);
		}
		return matrix;
	}

	private static Matrix copyOfTransposed(Matrix matrix) {
		var copy = Matrix.zeros(matrix.columns(), matrix.rows());
		for (int i = 0; i < matrix.rows(); i++) {
			for (int j = 0; j < matrix.columns(); j++) {
				copy.values()[j * matrix.rows() + i] = matrix.values()[i * matrix.columns() + j];
			}
		}
		return copy;
	}

}
