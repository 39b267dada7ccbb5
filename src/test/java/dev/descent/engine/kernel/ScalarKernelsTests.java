package dev.descent.engine.kernel;

import java.util.Arrays;
import java.util.stream.Stream;

import dev.descent.engine.random.Purpose;
import dev.descent.engine.random.RandomStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

class ScalarKernelsTests {

	private final Kernels kernels = new ScalarKernels();

	private final RandomStream random = RandomStream.of(1, Purpose.DATASET);

	static Stream<Arguments> awkwardShapes() {
		int[] sizes = { 1, 2, 3, 4, 5, 7, 8, 9, 31 };
		return Stream.of(sizes)
			.flatMapToInt(Arrays::stream)
			.boxed()
			.flatMap((m) -> Stream.of(1, 3, 4, 17)
				.flatMap((k) -> Stream.of(1, 4, 6, 33).map((n) -> Arguments.of(m, k, n))));
	}

	@ParameterizedTest
	@MethodSource("awkwardShapes")
	void theProductIsOneChainOfFusedMultiplyAddsAnElement(int m, int k, int n) {
		var a = random(m, k);
		var b = random(k, n);
		var c = random(m, n);
		var expected = c.values().clone();
		for (int i = 0; i < m; i++) {
			for (int j = 0; j < n; j++) {
				for (int p = 0; p < k; p++) {
					expected[i * n + j] = Math.fma(a.values()[i * k + p], b.values()[p * n + j], expected[i * n + j]);
				}
			}
		}

		kernels.multiplyAdd(a, b, c);

		assertThat(c.values()).containsExactly(expected);
	}

	@ParameterizedTest
	@MethodSource("awkwardShapes")
	void transposedOperandsGiveTheSameBits(int m, int k, int n) {
		var a = random(m, k);
		var b = random(k, n);
		var straight = Matrix.zeros(m, n);
		var transposed = Matrix.zeros(m, n);

		kernels.multiplyAdd(a, b, straight);
		kernels.multiplyAdd(copyOfTransposed(a).transposed(), copyOfTransposed(b).transposed(), transposed);

		assertThat(transposed.values()).containsExactly(straight.values());
	}

	@Test
	void partsOfALargerArrayAreLeftAlone() {
		double[] values = { 9, 1, 2, 3, 4, 9 };
		kernels.multiplyAdd(Matrix.rowMajor(new double[] { 1, 0, 0, 1 }, 0, 2, 2),
				Matrix.rowMajor(new double[] { 10, 20, 30, 40 }, 0, 2, 2), Matrix.rowMajor(values, 1, 2, 2));
		assertThat(values).containsExactly(9, 11, 22, 33, 44, 9);
	}

	@Test
	void shapesThatDoNotFitAreRefused() {
		assertThatIllegalArgumentException()
			.isThrownBy(() -> kernels.multiplyAdd(Matrix.zeros(2, 3), Matrix.zeros(2, 3), Matrix.zeros(2, 3)))
			.withMessage("cannot add the product of a 2 x 3 matrix and a 2 x 3 matrix to a 2 x 3 matrix");
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
