package dev.descent.engine.analysis;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import dev.descent.engine.Ending;
import dev.descent.engine.activation.Activation;
import dev.descent.engine.activation.Relu;
import dev.descent.engine.activation.Sigmoid;
import dev.descent.engine.activation.Tanh;
import dev.descent.engine.initializer.Distribution;
import dev.descent.engine.initializer.Xavier;
import dev.descent.engine.formula.Derivation;
import dev.descent.engine.kernel.Kernels;
import dev.descent.engine.kernel.Matrix;
import dev.descent.engine.kernel.ScalarKernels;
import dev.descent.engine.loss.BinaryCrossEntropy;
import dev.descent.engine.loss.Loss;
import dev.descent.engine.loss.LossPoint;
import dev.descent.engine.loss.MeanSquaredError;
import dev.descent.engine.network.Architecture;
import dev.descent.engine.network.Layer;
import dev.descent.engine.network.Network;
import dev.descent.engine.network.Parameters;
import dev.descent.engine.random.Purpose;
import dev.descent.engine.random.RandomStream;
import dev.descent.engine.regularization.L1;
import dev.descent.engine.regularization.L2;
import dev.descent.engine.regularization.Penalty;
import dev.descent.engine.training.Penalties;
import dev.descent.engine.training.Samples;
import dev.descent.support.Variants;
import dev.descent.training.specification.activation.ActivationSpecification;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/** Backpropagation that is right agrees; one that is broken is found where it breaks. */
class GradientCheckTests {

	private static final int INPUTS = 3;

	private static final int UNITS = 5;

	private static final Kernels KERNELS = new ScalarKernels();

	static Stream<ActivationSpecification> hidden() {
		return Variants.of(ActivationSpecification.class).stream().filter(ActivationSpecification::forHiddenLayers);
	}

	@ParameterizedTest
	@MethodSource("hidden")
	void everyActivationAgreesWithEveryLoss(ActivationSpecification hidden) {
		for (var ending : Ending.all()) {
			var architecture = architecture(hidden.activation(), ending);
			var network = new Network(architecture, KERNELS);
			var penalties = new Penalties(List.of(new L1(0.01), new L2(0.02)), architecture);
			var parameters = Parameters.initialized(architecture, new Xavier(Distribution.UNIFORM, 1), 1);
			var samples = samples(ending, 12);
			var all = finished(GradientCheck.ofParameters(network, ending.loss(), penalties, samples, parameters,
					IntStream.range(0, architecture.parameterCount()).toArray()));
			assertThat(all.isFinite()).isTrue();
			assertThat(all.result()).as("%s %s", hidden, ending)
				.hasSize(architecture.parameterCount())
				.noneMatch((each) -> each.agreement() == Agreement.WRONG);
			var layers = finished(GradientCheck.ofLayers(network, ending.loss(), penalties, samples, parameters, 1));
			assertThat(layers.result()).as("%s %s", hidden, ending)
				.hasSize(3)
				.noneMatch((each) -> each.agreement() == Agreement.WRONG);
		}
	}

	@Test
	void whatIsSmoothAgreesClosely() {
		var architecture = new Architecture(INPUTS, layers(new Tanh(), new Tanh(), new Sigmoid()));
		var check = check(architecture, BinaryCrossEntropy.STANDARD, List.of(new L2(0.1)), 300, 3);
		assertThat(check.result()).allSatisfy((each) -> {
			assertThat(each.agreement()).isEqualTo(Agreement.AGREES);
			assertThat(each.error()).isLessThan(1e-9);
		});
		assertThat(check.noise()).isLessThan(1e-14);
	}

	/** A tanh whose derivative is a little wrong. */
	private record BrokenTanh(double by) implements Activation {

		@Override
		public void forward(Kernels kernels, Matrix z, Matrix a) {
			new Tanh().forward(kernels, z, a);
		}

		@Override
		public void backward(Kernels kernels, Matrix z, Matrix a, Matrix delta) {
			new Tanh().backward(kernels, z, a, delta);
			for (int i = 0; i < delta.values().length; i++) {
				delta.values()[i] *= 1 + by * a.values()[i];
			}
		}

		@Override
		public void addCurvature(Matrix z, Matrix a, Matrix upstream, Matrix tangentZ, Matrix tangentA,
				Matrix tangentDelta) {
			throw new UnsupportedOperationException();
		}

	}

	/** A squared error whose derivative lacks a little. */
	private record BrokenLoss(MeanSquaredError right) implements Loss {

		@Override
		public boolean fromLogits() {
			return false;
		}

		@Override
		public double addTo(double total, Kernels kernels, Matrix z, Matrix a, Matrix targets, Matrix scratch) {
			return right.addTo(total, kernels, z, a, targets, scratch);
		}

		@Override
		public void gradient(Matrix z, Matrix a, Matrix targets, Matrix delta) {
			right.gradient(z, a, targets, delta);
			delta.values()[0] *= 0.999;
		}

		@Override
		public void derive(Derivation derivation, LossPoint at) {
			right.derive(derivation, at);
		}

	}

	@ParameterizedTest
	@ValueSource(ints = { 0, 1, 2 })
	void aBrokenDerivativeOfALayerIsFoundThereAndBeforeAndNotBehind(int broken) {
		for (Activation others : List.of(new Tanh(), new Relu())) {
			for (double by : new double[] { 1, 1e-4 }) {
				Activation[] activations = { others, others, new Tanh() };
				activations[broken] = new BrokenTanh(by);
				var architecture = new Architecture(INPUTS, layers(activations));
				for (var check : List.of(check(architecture, new MeanSquaredError(), List.of(), 60, 4),
						byLayers(architecture, 60, 4))) {
					var wrong = layersOf(check, architecture, Agreement.WRONG);
					assertThat(wrong).as("%s %s", others, by).contains(broken).allMatch((layer) -> layer <= broken);
					assertThat(wrong).hasSize(broken + 1);
				}
			}
		}
	}

	@Test
	void aBrokenLossIsFoundInEveryLayer() {
		var architecture = new Architecture(INPUTS, layers(new Tanh(), new Tanh(), new Tanh()));
		var check = check(architecture, new BrokenLoss(new MeanSquaredError()), List.of(), 20, 1);
		assertThat(layersOf(check, architecture, Agreement.WRONG)).containsExactly(0, 1, 2);
	}

	/** All pre-activations are 0, where relu has its corner. */
	@Test
	void aCornerAtTheParametersIsNoError() {
		var architecture = new Architecture(INPUTS, layers(new Relu(), new Relu(), new Tanh()));
		var parameters = Parameters.zeros(architecture);
		for (int l = 1; l < 3; l++) {
			for (int i = architecture.weightsFrom(l); i < architecture.biasesFrom(l); i++) {
				parameters.values()[i] = 0.3;
			}
		}
		var check = finished(GradientCheck.ofParameters(new Network(architecture, KERNELS), new MeanSquaredError(),
				new Penalties(List.of(new L1(0.1)), architecture), samples(20), parameters,
				IntStream.range(0, architecture.parameterCount()).toArray()));
		assertThat(layersOf(check, architecture, Agreement.WRONG)).isEmpty();
		assertThat(layersOf(check, architecture, Agreement.KINK)).isNotEmpty();
	}

	/** Of so many units some have a corner within reach of a step. */
	@Test
	void cornersWithinReachAreTold() {
		var architecture = new Architecture(INPUTS,
				List.of(new Layer(60, new Relu()), new Layer(60, new Relu()), new Layer(1, new Tanh())));
		var check = check(architecture, new MeanSquaredError(), List.of(), 256, 2);
		assertThat(layersOf(check, architecture, Agreement.WRONG)).isEmpty();
		assertThat(layersOf(check, architecture, Agreement.KINK)).isNotEmpty();
		assertThat(check.result().stream().filter((each) -> each.agreement() == Agreement.KINK).count())
			.isLessThan(architecture.parameterCount() / 4);
	}

	@Test
	void anObjectiveThatOverflowsIsNotFinite() {
		var architecture = new Architecture(INPUTS, layers(new Relu(), new Relu(), new Relu()));
		var parameters = Parameters.zeros(architecture);
		Arrays.fill(parameters.values(), 1e150);
		assertThat(finished(GradientCheck.ofLayers(new Network(architecture, KERNELS), new MeanSquaredError(),
				new Penalties(List.of(), architecture), samples(5), parameters, 0))
			.isFinite()).isFalse();
	}

	@Test
	void aSelectionIsSpreadOverAllLayersAndRepeatable() {
		var architecture = new Architecture(784, List.of(new Layer(256, new Relu()), new Layer(10, new Tanh())));
		int[] chosen = ParameterSelection.of(architecture, 500, 7);
		assertThat(chosen).hasSize(500)
			.doesNotHaveDuplicates()
			.isSorted()
			.isEqualTo(ParameterSelection.of(architecture, 500, 7))
			.isNotEqualTo(ParameterSelection.of(architecture, 500, 8));
		for (int l = 0; l < 2; l++) {
			int weights = architecture.weightsFrom(l);
			int biases = architecture.biasesFrom(l);
			int end = architecture.weightsFrom(l + 1);
			assertThat(IntStream.of(chosen).filter((i) -> i >= weights && i < biases).count()).isGreaterThan(100);
			assertThat(IntStream.of(chosen).filter((i) -> i >= biases && i < end).count()).isGreaterThanOrEqualTo(10);
		}
		assertThat(ParameterSelection.of(architecture, 1, 0)).hasSize(4);
		assertThat(ParameterSelection.of(architecture, 1_000_000, 0)).hasSize(architecture.parameterCount());
	}

	private static GradientCheck check(Architecture architecture, Loss loss, List<Penalty> penalties, int samples,
			int seed) {
		var parameters = Parameters.initialized(architecture, new Xavier(Distribution.UNIFORM, 1), seed);
		return finished(GradientCheck.ofParameters(new Network(architecture, KERNELS), loss,
				new Penalties(penalties, architecture), samples(samples), parameters,
				IntStream.range(0, architecture.parameterCount()).toArray()));
	}

	private static GradientCheck byLayers(Architecture architecture, int samples, int seed) {
		var parameters = Parameters.initialized(architecture, new Xavier(Distribution.UNIFORM, 1), seed);
		return finished(GradientCheck.ofLayers(new Network(architecture, KERNELS), new MeanSquaredError(),
				new Penalties(List.of(), architecture), samples(samples), parameters, seed));
	}

	private static GradientCheck finished(GradientCheck check) {
		while (!check.finished()) {
			check.advance();
		}
		return check;
	}

	/** The layers in which some derivative compares like that, ascending. */
	private static List<Integer> layersOf(GradientCheck check, Architecture architecture, Agreement agreement) {
		var result = check.result();
		boolean byLayer = result.size() == architecture.depth();
		return IntStream.range(0, result.size())
			.filter((i) -> result.get(i).agreement() == agreement)
			.map((i) -> byLayer ? i : layer(i, architecture))
			.distinct()
			.boxed()
			.toList();
	}

	private static int layer(int index, Architecture architecture) {
		int layer = 0;
		while (index >= architecture.weightsFrom(layer + 1)) {
			layer++;
		}
		return layer;
	}

	private static List<Layer> layers(Activation... activations) {
		var layers = new ArrayList<Layer>();
		for (int i = 0; i < activations.length; i++) {
			layers.add(new Layer((i + 1 < activations.length) ? UNITS : 1, activations[i]));
		}
		return layers;
	}

	private static Architecture architecture(Activation hidden, Ending ending) {
		return new Architecture(INPUTS, List.of(new Layer(UNITS, hidden), new Layer(UNITS, hidden),
				new Layer(ending.output().units(), ending.output().activation().activation())));
	}

	/** One output with targets 0 and 1. */
	private static Samples samples(int count) {
		return samples(count, 1, 0, true);
	}

	private static Samples samples(Ending ending, int count) {
		boolean classes = switch (ending.output().task()) {
			case REGRESSION -> false;
			case BINARY_CLASSIFICATION, MULTICLASS_CLASSIFICATION -> true;
		};
		return samples(count, ending.output().units(), ending.output().low(), classes);
	}

	private static Samples samples(int count, int outputs, double low, boolean classes) {
		var random = RandomStream.of(count, Purpose.DATASET);
		double[] inputs = new double[INPUTS * count];
		Arrays.setAll(inputs, (_) -> random.nextDouble(-1, 1));
		double[] targets = new double[outputs * count];
		Arrays.fill(targets, low);
		for (int s = 0; s < count; s++) {
			int label = random.nextInt(Math.max(2, outputs));
			if (!classes) {
				targets[s] = random.nextDouble(0, 2);
			}
			else if (outputs > 1) {
				targets[s * outputs + label] = 1;
			}
			else if (label == 1) {
				targets[s] = 1;
			}
		}
		return new Samples(count, inputs, targets);
	}

}
