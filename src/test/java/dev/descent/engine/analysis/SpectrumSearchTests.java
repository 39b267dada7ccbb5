package dev.descent.engine.analysis;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

import dev.descent.engine.activation.Activation;
import dev.descent.engine.activation.Identity;
import dev.descent.engine.activation.Relu;
import dev.descent.engine.activation.Sigmoid;
import dev.descent.engine.activation.Softmax;
import dev.descent.engine.activation.Tanh;
import dev.descent.engine.initializer.Distribution;
import dev.descent.engine.initializer.Xavier;
import dev.descent.engine.kernel.ScalarKernels;
import dev.descent.engine.loss.BinaryCrossEntropy;
import dev.descent.engine.loss.CategoricalCrossEntropy;
import dev.descent.engine.loss.MeanSquaredError;
import dev.descent.engine.loss.SmoothLoss;
import dev.descent.engine.network.Architecture;
import dev.descent.engine.network.Layer;
import dev.descent.engine.network.Network;
import dev.descent.engine.network.Parameters;
import dev.descent.engine.random.Purpose;
import dev.descent.engine.random.RandomStream;
import dev.descent.engine.regularization.L2;
import dev.descent.engine.training.Penalties;
import dev.descent.engine.training.Samples;
import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.factory.DecompositionFactory_DDRM;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

/** Eigenvalues by products alone against those of the whole matrix by another library. */
class SpectrumSearchTests {

	/** A network, its loss and data to differentiate. */
	record Net(String name, HessianOperator hessian) {

		static Net of(String name, int inputs, List<Layer> layers, SmoothLoss loss, int count, double l2) {
			var architecture = new Architecture(inputs, layers);
			var random = RandomStream.of(count, Purpose.DATASET);
			double[] rows = new double[count * inputs];
			Arrays.setAll(rows, (_) -> random.nextGaussian());
			double[] targets = new double[count * architecture.outputs()];
			for (int i = 0; i < count; i++) {
				targets[i * architecture.outputs() + random.nextInt(architecture.outputs())] = 1;
			}
			var parameters = Parameters.initialized(architecture, new Xavier(Distribution.UNIFORM, 1), 3);
			return new Net(name, new HessianOperator(new Network(architecture, new ScalarKernels()), loss,
					new Penalties(List.of(new L2(l2)), architecture), new Samples(count, rows, targets), parameters));
		}

		@Override
		public String toString() {
			return name;
		}

	}

	/**
	 * The second has dead units and more weights than samples: many eigenvalues are 0.
	 */
	static List<Net> nets() {
		return List.of(
				Net.of("tanh and sigmoid, several chunks", 3, layers(new Tanh(), 8, new Sigmoid(), 1),
						BinaryCrossEntropy.STANDARD, 600, 0),
				Net.of("relu and softmax, few samples", 10, layers(new Relu(), 12, new Softmax(), 3),
						CategoricalCrossEntropy.STANDARD, 9, 0),
				Net.of("penalized regression", 5, layers(new Sigmoid(), 15, new Identity(), 2), new MeanSquaredError(),
						257, 0.1),
				Net.of("one parameter and its bias", 1, List.of(new Layer(1, new Identity())), new MeanSquaredError(),
						10, 0));
	}

	private static List<Layer> layers(Activation hidden, int units, Activation output, int outputs) {
		return List.of(new Layer(units, hidden), new Layer(outputs, output));
	}

	@ParameterizedTest
	@MethodSource("nets")
	void allEigenvaluesAreThoseOfTheWholeMatrix(Net net) {
		double[] expected = eigenvalues(matrix(net.hessian()));
		var spectrum = search(net.hessian(), 3, net.hessian().size(), 7);
		assertThat(spectrum.complete()).isTrue();
		assertThat(spectrum.products()).isEqualTo(expected.length);
		assertThat(values(spectrum)).containsExactly(expected, within(1e-12 * scale(expected)));
		assertThat(spectrum.trace()).isCloseTo(Arrays.stream(expected).sum(), within(1e-12 * scale(expected)));
		assertThat(spectrum.traceError()).isZero();
	}

	@ParameterizedTest
	@MethodSource("nets")
	void fewProductsFindTheEndsWithinTheResidualsTheyTell(Net net) {
		double[] expected = eigenvalues(matrix(net.hessian()));
		for (int products = 2; products < expected.length; products += 3) {
			var spectrum = search(net.hessian(), 3, products, products);
			assertThat(spectrum.complete()).isFalse();
			assertThat(spectrum.eigenvalues()).hasSize(Math.min(6, products))
				.allSatisfy((found) -> assertThat(
						Arrays.stream(expected).map((each) -> Math.abs(each - found.value())).min().orElseThrow())
					.isLessThanOrEqualTo(found.residual() + 1e-12 * scale(expected)));
		}
	}

	@Test
	void theEndsAreThereLongBeforeTheRest() {
		var net = Net.of("wide", 20, layers(new Tanh(), 30, new Softmax(), 4), CategoricalCrossEntropy.STANDARD, 100,
				0);
		double[] expected = eigenvalues(matrix(net.hessian()));
		var spectrum = search(net.hessian(), 3, 120, 1);
		assertThat(spectrum.largest().value()).isCloseTo(expected[expected.length - 1], within(1e-8));
		assertThat(spectrum.smallest().value()).isCloseTo(expected[0], within(1e-5));
		assertThat(spectrum.products()).isLessThanOrEqualTo(120 + PROBES);
		assertThat(spectrum.largest().residual()).isLessThan(1e-6);
	}

	private static final int PROBES = 40;

	@ParameterizedTest
	@ValueSource(longs = { 1, 2, 3, 4, 5, 6 })
	void theTraceIsWithinAFewStandardErrors(long seed) {
		var net = nets().getFirst();
		double trace = Arrays.stream(eigenvalues(matrix(net.hessian()))).sum();
		var spectrum = search(net.hessian(), 2, 10, seed);
		assertThat(spectrum.traceError()).isPositive();
		assertThat(Math.abs(spectrum.trace() - trace)).isLessThan(4 * spectrum.traceError());
		assertThat(search(net.hessian(), 2, 10, seed)).isEqualTo(spectrum);
	}

	@Test
	void aTridiagonalMatrixIsDiagonalized() {
		var random = RandomStream.of(5, Purpose.DATASET);
		for (int size = 1; size < 60; size += 7) {
			double[] diagonal = new double[size];
			double[] beside = new double[size];
			var whole = new DMatrixRMaj(size, size);
			for (int i = 0; i < size; i++) {
				diagonal[i] = random.nextGaussian();
				beside[i] = (random.nextInt(5) == 0) ? 0 : random.nextGaussian();
				whole.set(i, i, diagonal[i]);
				if (i > 0) {
					whole.set(i, i - 1, beside[i - 1]);
					whole.set(i - 1, i, beside[i - 1]);
				}
			}
			var found = TridiagonalMatrix.eigenvalues(diagonal, beside);
			assertThat(found.values()).containsExactly(eigenvalues(whole), within(1e-13));
			double squares = Arrays.stream(found.lastComponents()).map((each) -> each * each).sum();
			assertThat(squares).isCloseTo(1, within(1e-13));
			double weighted = IntStream.range(0, size)
				.mapToDouble((i) -> found.values()[i] * found.lastComponents()[i] * found.lastComponents()[i])
				.sum();
			assertThat(weighted).isCloseTo(diagonal[size - 1], within(1e-13));
		}
	}

	private static Spectrum search(HessianOperator hessian, int ends, int products, long seed) {
		var search = new SpectrumSearch(hessian, ends, ends, products, PROBES, seed);
		while (!search.finished()) {
			search.advance();
		}
		return search.result();
	}

	private static double[] values(Spectrum spectrum) {
		return spectrum.eigenvalues().stream().mapToDouble(Eigenvalue::value).toArray();
	}

	private static DMatrixRMaj matrix(HessianOperator hessian) {
		int size = hessian.size();
		var matrix = new DMatrixRMaj(size, size);
		for (int i = 0; i < size; i++) {
			hessian.begin(Directions.unit(size, i));
			while (!hessian.finished()) {
				hessian.advance();
			}
			for (int j = 0; j < size; j++) {
				matrix.add(i, j, hessian.product()[j] / 2);
				matrix.add(j, i, hessian.product()[j] / 2);
			}
		}
		return matrix;
	}

	/** Ascending. */
	private static double[] eigenvalues(DMatrixRMaj matrix) {
		var decomposition = DecompositionFactory_DDRM.eig(matrix.getNumRows(), false, true);
		assertThat(decomposition.decompose(matrix.copy())).isTrue();
		return IntStream.range(0, matrix.getNumRows())
			.mapToDouble((i) -> decomposition.getEigenvalue(i).getReal())
			.sorted()
			.toArray();
	}

	private static double scale(double[] eigenvalues) {
		return Arrays.stream(eigenvalues).map(Math::abs).max().orElseThrow();
	}

}
