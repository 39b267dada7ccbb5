package dev.descent.engine.analysis;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import dev.descent.engine.activation.Activation;
import dev.descent.engine.activation.Gaussian;
import dev.descent.engine.activation.HardSigmoid;
import dev.descent.engine.activation.HardTanh;
import dev.descent.engine.activation.Identity;
import dev.descent.engine.activation.Relu;
import dev.descent.engine.activation.Sigmoid;
import dev.descent.engine.activation.Softmax;
import dev.descent.engine.activation.Softsign;
import dev.descent.engine.activation.Tanh;
import dev.descent.engine.initializer.Distribution;
import dev.descent.engine.initializer.Xavier;
import dev.descent.engine.kernel.Matrix;
import dev.descent.engine.kernel.ScalarKernels;
import dev.descent.engine.loss.CategoricalCrossEntropy;
import dev.descent.engine.loss.Loss;
import dev.descent.engine.network.Architecture;
import dev.descent.engine.network.Layer;
import dev.descent.engine.network.Network;
import dev.descent.engine.network.Parameters;
import dev.descent.engine.network.Workspace;
import dev.descent.engine.random.Purpose;
import dev.descent.engine.random.RandomStream;
import dev.descent.engine.training.Samples;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

/** What meters say against loops that follow the definitions, one sample at a time. */
class VitalsTests {

	private static final int INPUTS = 3;

	private static final int CLASSES = 3;

	private static final int SAMPLES = 300;

	private static final Loss LOSS = CategoricalCrossEntropy.STANDARD;

	static Stream<Activation> activations() {
		return Stream.of(new Relu(), new Sigmoid(), new Tanh(), new HardSigmoid(), new HardTanh(), new Softsign(),
				new Gaussian(), new Identity());
	}

	@ParameterizedTest
	@MethodSource("activations")
	void allSamplesInChunksAreMeasuredAsTheDefinitionsSay(Activation activation) {
		var network = network(activation);
		for (int seed = 1; seed <= 5; seed++) {
			var parameters = parameters(network.architecture(), seed);
			double[] inputs = inputs(SAMPLES, seed);
			double[] targets = targets(SAMPLES, seed);
			var vitals = VitalsProbe.of(network, LOSS, parameters, new Samples(SAMPLES, inputs, targets));
			assertSame(vitals, network, parameters, inputs, targets);
		}
	}

	@Test
	void oneBatchIsMeasuredAsTheDefinitionsSay() {
		var network = network(new Tanh());
		var parameters = parameters(network.architecture(), 3);
		double[] inputs = inputs(7, 3);
		double[] targets = targets(7, 3);
		var workspace = new Workspace(network.architecture(), 7);
		var gradient = Parameters.zeros(network.architecture());
		new Samples(7, inputs, targets).load(0, workspace);
		network.forward(parameters, workspace);
		network.backward(parameters, workspace, LOSS, gradient);
		assertSame(NetworkMeter.measure(network, parameters, workspace, gradient), network, parameters, inputs,
				targets);
	}

	@Test
	void aSingleSampleHasNoNoise() {
		var network = network(new Tanh());
		var vitals = VitalsProbe.of(network, LOSS, parameters(network.architecture(), 1),
				new Samples(1, inputs(1, 1), targets(1, 1)));
		assertThat(vitals).allSatisfy((layer) -> assertThat(layer.gradientSignalToNoise()).isNaN());
	}

	@Test
	void aUnitThatIsZeroBecauseItsInputIsZeroIsNotDead() {
		var network = network(new Tanh());
		var vitals = VitalsProbe.of(network, LOSS, Parameters.zeros(network.architecture()),
				new Samples(5, inputs(5, 1), targets(5, 1)));
		assertThat(vitals.getFirst().activationDeviation()).isZero();
		assertThat(vitals.getFirst().deadShare()).isZero();
	}

	@ParameterizedTest
	@MethodSource("activations")
	void theSteepestSlopeIsSteepest(Activation activation) {
		double steepest = activation.steepestSlope();
		var z = Matrix.zeros(1, 200_001);
		var a = Matrix.zeros(1, z.columns());
		var slopes = Matrix.zeros(1, z.columns());
		Arrays.setAll(z.values(), (i) -> (i - 100_000) * 1e-4);
		Arrays.fill(slopes.values(), 1);
		activation.forward(new ScalarKernels(), z, a);
		activation.backward(new ScalarKernels(), z, a, slopes);
		if (Double.isNaN(steepest)) {
			assertThat(Math.abs(slopes.values()[200_000])).isEqualTo(1);
		}
		else {
			double largest = Arrays.stream(slopes.values()).map(Math::abs).max().orElseThrow();
			assertThat(steepest).isCloseTo(largest, within(1e-8));
			assertThat(Math.abs(slopes.values()[0])).isLessThan(steepest / 20);
			assertThat(Math.abs(slopes.values()[200_000])).isLessThan(steepest / 20);
		}
	}

	private static void assertSame(List<LayerVitals> vitals, Network network, Parameters parameters, double[] inputs,
			double[] targets) {
		var architecture = network.architecture();
		int count = inputs.length / INPUTS;
		var workspaces = new ArrayList<Workspace>();
		var gradients = new ArrayList<Parameters>();
		for (int s = 0; s < count; s++) {
			var workspace = new Workspace(architecture, 1);
			var gradient = Parameters.zeros(architecture);
			new Samples(1, Arrays.copyOfRange(inputs, s * INPUTS, (s + 1) * INPUTS),
					Arrays.copyOfRange(targets, s * CLASSES, (s + 1) * CLASSES))
				.load(0, workspace);
			network.forward(parameters, workspace);
			network.backward(parameters, workspace, LOSS, gradient);
			workspaces.add(workspace);
			gradients.add(gradient);
		}
		assertThat(vitals).hasSize(architecture.depth());
		for (int l = 0; l < architecture.depth(); l++) {
			int layer = l;
			double[] weights = Arrays.copyOfRange(parameters.values(), architecture.weightsFrom(l),
					architecture.biasesFrom(l));
			double[][] ofSamples = gradients.stream()
				.map((gradient) -> Arrays.copyOfRange(gradient.values(), architecture.weightsFrom(layer),
						architecture.weightsFrom(layer + 1)))
				.toArray(double[][]::new);
			double[] mean = IntStream.range(0, ofSamples[0].length)
				.mapToDouble((i) -> Stream.of(ofSamples).mapToDouble((g) -> g[i]).average().orElseThrow())
				.toArray();
			double trace = Stream.of(ofSamples).mapToDouble((g) -> squaredDistance(g, mean)).sum() / (count - 1);
			double[] activations = workspaces.stream()
				.flatMapToDouble((workspace) -> Arrays.stream(workspace.activation(layer).values()))
				.toArray();
			var is = vitals.get(l);
			near(is.gradientNorm(), norm(mean));
			near(is.gradientSignalToNoise(), norm(mean) / Math.sqrt(trace / count));
			near(is.weightNorm(), norm(weights));
			near(is.weightMean(), mean(weights));
			near(is.weightDeviation(), deviation(weights));
			near(is.activationMean(), mean(activations));
			near(is.activationDeviation(), deviation(activations));
			assertShares(is, network, layer, workspaces);
		}
	}

	private static void assertShares(LayerVitals is, Network network, int l, List<Workspace> workspaces) {
		var activation = network.architecture().layer(l).activation();
		int units = network.architecture().units(l);
		if (activation instanceof Softmax) {
			assertThat(is.deadShare()).isNaN();
			assertThat(is.saturatedShare()).isNaN();
			return;
		}
		int dead = 0;
		int saturated = 0;
		for (int unit = 0; unit < units; unit++) {
			boolean silent = true;
			for (var workspace : workspaces) {
				var slope = Matrix.zeros(units, 1);
				network.slopes(l, workspace, slope);
				silent &= workspace.activation(l).values()[unit] == 0 && slope.values()[unit] == 0;
				saturated += (Math.abs(slope.values()[unit]) < activation.steepestSlope() / 20) ? 1 : 0;
			}
			dead += silent ? 1 : 0;
		}
		assertThat(is.deadShare()).isEqualTo(dead / (double) units);
		if (activation instanceof Relu || activation instanceof HardSigmoid) {
			assertThat(dead).isBetween(1, units - 1);
		}
		if (Double.isNaN(activation.steepestSlope())) {
			assertThat(is.saturatedShare()).isNaN();
		}
		else {
			assertThat(saturated).isBetween(1, units * workspaces.size() - 1);
			assertThat(is.saturatedShare()).isEqualTo(saturated / (double) (units * workspaces.size()));
		}
	}

	private static Network network(Activation activation) {
		return new Network(
				new Architecture(INPUTS,
						List.of(new Layer(6, activation), new Layer(5, activation), new Layer(CLASSES, new Softmax()))),
				new ScalarKernels());
	}

	/** Wide enough to saturate, with one unit in each hidden layer that is dead. */
	private static Parameters parameters(Architecture architecture, int seed) {
		var parameters = Parameters.initialized(architecture, new Xavier(Distribution.UNIFORM, 3), seed);
		parameters.values()[architecture.biasesFrom(0)] = -30;
		parameters.values()[architecture.biasesFrom(1)] = -100;
		return parameters;
	}

	private static double[] inputs(int count, int seed) {
		var random = RandomStream.of(seed, Purpose.DATASET);
		double[] inputs = new double[count * INPUTS];
		Arrays.setAll(inputs, (i) -> random.nextGaussian());
		return inputs;
	}

	private static double[] targets(int count, int seed) {
		var random = RandomStream.of(seed + 1000, Purpose.DATASET);
		double[] targets = new double[count * CLASSES];
		for (int s = 0; s < count; s++) {
			targets[s * CLASSES + random.nextInt(CLASSES)] = 1;
		}
		return targets;
	}

	private static void near(double is, double shouldBe) {
		assertThat(is).isCloseTo(shouldBe, within(1e-10 * Math.max(1, Math.abs(shouldBe))));
	}

	private static double squaredDistance(double[] a, double[] b) {
		return IntStream.range(0, a.length).mapToDouble((i) -> (a[i] - b[i]) * (a[i] - b[i])).sum();
	}

	private static double norm(double[] values) {
		return Math.sqrt(squaredDistance(values, new double[values.length]));
	}

	private static double mean(double[] values) {
		return Arrays.stream(values).average().orElseThrow();
	}

	private static double deviation(double[] values) {
		double mean = mean(values);
		return Math.sqrt(Arrays.stream(values).map((value) -> (value - mean) * (value - mean)).average().orElseThrow());
	}

}
