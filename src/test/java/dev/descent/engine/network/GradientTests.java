package dev.descent.engine.network;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import dev.descent.engine.Ending;
import dev.descent.engine.initializer.Distribution;
import dev.descent.engine.initializer.Xavier;
import dev.descent.engine.kernel.ScalarKernels;
import dev.descent.engine.random.Purpose;
import dev.descent.engine.random.RandomStream;
import dev.descent.support.Variants;
import dev.descent.training.specification.activation.ActivationSpecification;
import dev.descent.training.specification.loss.LossSpecification;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Backpropagation against central differences, element by element, for every activation
 * with every loss that a job may have.
 */
class GradientTests {

	private static final int INPUTS = 3;

	private static final int UNITS = 4;

	private static final int BATCH = 7;

	private static final double H = 1e-5;

	/** How far everything is kept from where some function has a corner. */
	private static final double CLEARANCE = 1e-3;

	@Test
	void everyLossIsAmongTheEndings() {
		assertThat(Ending.all()).hasSizeGreaterThan(200);
		assertThat(Ending.all().stream().map((ending) -> Variants.name(ending.output().loss())).distinct().toList())
			.hasSameSizeAs(Variants.of(LossSpecification.class));
	}

	static Stream<Arguments> combinations() {
		var hidden = Variants.of(ActivationSpecification.class)
			.stream()
			.filter(ActivationSpecification::forHiddenLayers)
			.toList();
		return Ending.all()
			.stream()
			.flatMap((ending) -> Stream.concat(Stream.of(Arguments.of(ending, hidden.getFirst(), 0)),
					hidden.stream()
						.flatMap((activation) -> IntStream.of(1, 3)
							.mapToObj((depth) -> Arguments.of(ending, activation, depth)))));
	}

	@ParameterizedTest(name = "{0} after {2} x {1}")
	@MethodSource("combinations")
	void backwardAgreesWithCentralDifferences(Ending ending, ActivationSpecification hidden, int depth) {
		var layers = new ArrayList<Layer>();
		for (int l = 0; l < depth; l++) {
			layers.add(new Layer(UNITS, hidden.activation()));
		}
		layers.add(new Layer(ending.output().units(), ending.output().activation().activation()));
		var architecture = new Architecture(INPUTS, layers);
		var network = new Network(architecture, new ScalarKernels());
		var workspace = workspace(architecture, ending);
		var parameters = parametersAwayFromCorners(network, workspace);
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

	/** The first draw that no difference could take across a corner. */
	private static Parameters parametersAwayFromCorners(Network network, Workspace workspace) {
		var architecture = network.architecture();
		for (int seed = 1;; seed++) {
			var parameters = Parameters.initialized(architecture, new Xavier(Distribution.UNIFORM, 1), seed);
			for (int l = 0; l < architecture.depth(); l++) {
				for (int unit = 0; unit < architecture.units(l); unit++) {
					parameters.biases(l).values()[parameters.biases(l).from() + unit] = 0.1 * (unit + 1);
				}
			}
			network.forward(parameters, workspace);
			boolean clear = IntStream.range(0, architecture.depth())
				.allMatch((l) -> isClear(workspace.preActivation(l).values()));
			if (clear && isClear(errors(workspace)) && isClear(margins(workspace))) {
				return parameters;
			}
		}
	}

	/** Whether nothing is near 0, 1 or 3 of either sign, where all the corners are. */
	private static boolean isClear(double[] values) {
		return Arrays.stream(values)
			.map(Math::abs)
			.allMatch((value) -> Math.min(value, Math.min(Math.abs(value - 1), Math.abs(value - 3))) > CLEARANCE);
	}

	private static double[] errors(Workspace workspace) {
		return IntStream.range(0, workspace.output().values().length)
			.mapToDouble((i) -> workspace.output().values()[i] - workspace.targets().values()[i])
			.map((error) -> (error == 0) ? 0.5 : error)
			.toArray();
	}

	private static double[] margins(Workspace workspace) {
		return IntStream.range(0, workspace.output().values().length)
			.filter((i) -> workspace.targets().values()[i] == -1)
			.mapToDouble((i) -> workspace.output().values()[i])
			.toArray();
	}

	private static Workspace workspace(Architecture architecture, Ending ending) {
		var random = RandomStream.of(5, Purpose.DATASET);
		var workspace = new Workspace(architecture, BATCH);
		for (int i = 0; i < INPUTS * BATCH; i++) {
			workspace.input(0).values()[i] = random.nextDouble(-1, 1);
		}
		double[] targets = workspace.targets().values();
		double low = ending.output().low();
		Arrays.fill(targets, low);
		for (int s = 0; s < BATCH; s++) {
			switch (ending.output().task()) {
				case REGRESSION -> targets[s] = random.nextDouble(0, 2);
				case BINARY_CLASSIFICATION, MULTICLASS_CLASSIFICATION -> {
					int label = random.nextInt(Math.max(2, ending.output().units()));
					if (ending.output().units() > 1) {
						targets[label * BATCH + s] = 1;
					}
					else if (label == 1) {
						targets[s] = 1;
					}
				}
			}
		}
		return workspace;
	}

}
