package dev.descent.engine.network;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import dev.descent.engine.activation.Activation;
import dev.descent.engine.activation.Identity;
import dev.descent.engine.activation.LeakyRelu;
import dev.descent.engine.activation.Relu;
import dev.descent.engine.activation.Sigmoid;
import dev.descent.engine.activation.Softmax;
import dev.descent.engine.activation.Tanh;
import dev.descent.engine.initializer.Distribution;
import dev.descent.engine.initializer.Xavier;
import dev.descent.engine.kernel.ScalarKernels;
import dev.descent.engine.loss.BinaryCrossEntropy;
import dev.descent.engine.loss.CategoricalCrossEntropy;
import dev.descent.engine.loss.Loss;
import dev.descent.engine.loss.MeanSquaredError;
import dev.descent.engine.random.Purpose;
import dev.descent.engine.random.RandomStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;

/** Backpropagation against central differences, element by element. */
class GradientTests {

	private static final int INPUTS = 3;

	private static final int UNITS = 4;

	private static final int BATCH = 7;

	private static final double H = 1e-5;

	/** How a network may end: the output layer and the loss it goes with. */
	record Ending(Loss loss, Activation output, int outputs) {
	}

	static Stream<Arguments> combinations() {
		List<Activation> activations = List.of(new Identity(), new Sigmoid(), new Tanh(), new Relu(),
				new LeakyRelu(0.1));
		var endings = new ArrayList<Ending>();
		endings.add(new Ending(BinaryCrossEntropy.STANDARD, new Sigmoid(), 1));
		endings.add(new Ending(CategoricalCrossEntropy.STANDARD, new Softmax(), 3));
		endings.add(new Ending(new MeanSquaredError(), new Softmax(), 3));
		activations.forEach((output) -> endings.add(new Ending(new MeanSquaredError(), output, 2)));
		return activations.stream()
			.flatMap((hidden) -> endings.stream()
				.flatMap((ending) -> IntStream.rangeClosed(0, 3)
					.mapToObj((depth) -> Arguments.of(hidden, ending, depth))));
	}

	@ParameterizedTest
	@MethodSource("combinations")
	void backwardAgreesWithCentralDifferences(Activation hidden, Ending ending, int depth) {
		var layers = new ArrayList<Layer>();
		for (int l = 0; l < depth; l++) {
			layers.add(new Layer(UNITS, hidden));
		}
		layers.add(new Layer(ending.outputs(), ending.output()));
		var architecture = new Architecture(INPUTS, layers);
		var network = new Network(architecture, new ScalarKernels());
		var parameters = parametersAwayFromKinks(network, ending);
		var workspace = workspace(architecture, ending);
		var gradient = Parameters.zeros(architecture);

		network.forward(parameters, workspace);
		network.backward(parameters, workspace, ending.loss(), gradient);

		double[] w = parameters.values();
		for (int i = 0; i < w.length; i++) {
			double middle = w[i];
			w[i] = middle + H;
			double up = loss(network, parameters, workspace, ending);
			w[i] = middle - H;
			double down = loss(network, parameters, workspace, ending);
			w[i] = middle;
			double numeric = (up - down) / (2 * H);
			double error = Math.abs(gradient.values()[i] - numeric)
					/ Math.max(1e-2, Math.abs(gradient.values()[i]) + Math.abs(numeric));
			assertThat(error).as("parameter %d: %s against %s", i, gradient.values()[i], numeric).isLessThan(1e-7);
		}
	}

	private static double loss(Network network, Parameters parameters, Workspace workspace, Ending ending) {
		network.forward(parameters, workspace);
		return network.loss(workspace, ending.loss());
	}

	/**
	 * The first draw with no pre-activation so near 0 that a difference could cross it.
	 */
	private static Parameters parametersAwayFromKinks(Network network, Ending ending) {
		var architecture = network.architecture();
		for (int seed = 1;; seed++) {
			var parameters = Parameters.initialized(architecture, new Xavier(Distribution.UNIFORM, 1), seed);
			for (int l = 0; l < architecture.depth(); l++) {
				for (int unit = 0; unit < architecture.units(l); unit++) {
					parameters.setBias(l, unit, 0.1 * (unit + 1));
				}
			}
			var workspace = workspace(architecture, ending);
			network.forward(parameters, workspace);
			boolean clear = IntStream.range(0, architecture.depth())
				.allMatch(
						(l) -> Arrays.stream(workspace.preActivation(l).values()).allMatch((z) -> Math.abs(z) > 1e-3));
			if (clear) {
				return parameters;
			}
		}
	}

	private static Workspace workspace(Architecture architecture, Ending ending) {
		var random = RandomStream.of(5, Purpose.DATASET);
		var workspace = new Workspace(architecture, BATCH);
		for (int i = 0; i < INPUTS * BATCH; i++) {
			workspace.input(0).values()[i] = random.nextDouble(-1, 1);
		}
		double[] targets = workspace.targets().values();
		if (ending.loss() instanceof MeanSquaredError) {
			for (int i = 0; i < targets.length; i++) {
				targets[i] = random.nextDouble(-1, 1);
			}
		}
		else if (ending.outputs() == 1) {
			for (int i = 0; i < targets.length; i++) {
				targets[i] = random.nextInt(2);
			}
		}
		else {
			for (int s = 0; s < BATCH; s++) {
				targets[random.nextInt(ending.outputs()) * BATCH + s] = 1;
			}
		}
		return workspace;
	}

}
