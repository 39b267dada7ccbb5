package dev.descent.engine.network;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import dev.descent.engine.activation.Activation;
import dev.descent.engine.activation.Celu;
import dev.descent.engine.activation.Elementwise;
import dev.descent.engine.activation.Elu;
import dev.descent.engine.activation.Exponential;
import dev.descent.engine.activation.Gaussian;
import dev.descent.engine.activation.Gelu;
import dev.descent.engine.activation.GeluTanh;
import dev.descent.engine.activation.HardSigmoid;
import dev.descent.engine.activation.HardTanh;
import dev.descent.engine.activation.Identity;
import dev.descent.engine.activation.LeakyRelu;
import dev.descent.engine.activation.Mish;
import dev.descent.engine.activation.Relu;
import dev.descent.engine.activation.Selu;
import dev.descent.engine.activation.Sigmoid;
import dev.descent.engine.activation.Silu;
import dev.descent.engine.activation.Sine;
import dev.descent.engine.activation.Softmax;
import dev.descent.engine.activation.Softplus;
import dev.descent.engine.activation.Softsign;
import dev.descent.engine.activation.Tanh;
import dev.descent.engine.initializer.Distribution;
import dev.descent.engine.initializer.Xavier;
import dev.descent.engine.kernel.Kernels;
import dev.descent.engine.kernel.ScalarKernels;
import dev.descent.engine.loss.BinaryCrossEntropy;
import dev.descent.engine.loss.CategoricalCrossEntropy;
import dev.descent.engine.loss.Focal;
import dev.descent.engine.loss.Huber;
import dev.descent.engine.loss.LogCosh;
import dev.descent.engine.loss.MeanSquaredError;
import dev.descent.engine.loss.Poisson;
import dev.descent.engine.loss.SmoothLoss;
import dev.descent.engine.loss.SquaredHinge;
import dev.descent.engine.random.Purpose;
import dev.descent.engine.random.RandomStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;

/** Second derivatives against differences of first derivatives, for all that may meet. */
class CurvatureTests {

	private static final int INPUTS = 2;

	private static final int UNITS = 3;

	/** More than a block, and no multiple of one. */
	private static final int BATCH = 70;

	private static final double H = 1e-5;

	private static final Kernels KERNELS = new ScalarKernels();

	private static final List<Elementwise> ACTIVATIONS = List.of(new Celu(0.8), new Elu(1.2), new Exponential(),
			new Gaussian(), new Gelu(), new GeluTanh(), new HardSigmoid(), new HardTanh(), new Identity(),
			new LeakyRelu(0.1), new Mish(), new Relu(), new Selu(), new Sigmoid(), new Silu(), new Sine(),
			new Softplus(), new Softsign(), new Tanh());

	record Ending(SmoothLoss loss, Activation output, int outputs) {
	}

	private static List<Ending> endings() {
		var endings = new ArrayList<Ending>();
		endings.add(new Ending(BinaryCrossEntropy.STANDARD, new Sigmoid(), 1));
		endings.add(new Ending(new BinaryCrossEntropy(0.1, 3), new Sigmoid(), 1));
		endings.add(new Ending(new Focal(2, 0.3), new Sigmoid(), 1));
		endings.add(new Ending(new Focal(0.5, Double.NaN), new Sigmoid(), 1));
		endings.add(new Ending(new Poisson(), new Exponential(), 1));
		endings.add(new Ending(CategoricalCrossEntropy.STANDARD, new Softmax(), 3));
		endings.add(new Ending(new CategoricalCrossEntropy(0.2, List.of(1.0, 2.0, 0.5)), new Softmax(), 3));
		endings.add(new Ending(new SquaredHinge(), new Identity(), 1));
		for (SmoothLoss loss : List.<SmoothLoss>of(new MeanSquaredError(), new Huber(0.6), new LogCosh())) {
			endings.add(new Ending(loss, new Softmax(), 3));
			ACTIVATIONS.forEach((output) -> endings.add(new Ending(loss, output, 2)));
		}
		return endings;
	}

	static Stream<Arguments> combinations() {
		return endings().stream()
			.flatMap((ending) -> ACTIVATIONS.stream().map((hidden) -> Arguments.of(hidden, ending)));
	}

	@Test
	void noActivationAndNoSmoothLossIsMissing() {
		assertThat(ACTIVATIONS.stream().map((activation) -> activation.getClass().getName()))
			.containsExactlyInAnyOrderElementsOf(implementations("activation", Elementwise.class));
		assertThat(endings().stream().map((ending) -> ending.loss().getClass().getName()).distinct())
			.containsExactlyInAnyOrderElementsOf(implementations("loss", SmoothLoss.class));
	}

	private static List<String> implementations(String packageName, Class<?> type) {
		return new ClassFileImporter().withImportOption(new ImportOption.DoNotIncludeTests())
			.importPackages("dev.descent.engine." + packageName)
			.stream()
			.filter((each) -> each.isAssignableTo(type) && !each.isInterface()
					&& !each.getModifiers().contains(JavaModifier.ABSTRACT))
			.map(JavaClass::getName)
			.toList();
	}

	@ParameterizedTest
	@MethodSource("combinations")
	void theHessianTimesAVectorIsHowTheGradientMoves(Elementwise hidden, Ending ending) {
		var architecture = architecture(hidden, ending);
		var network = new Network(architecture, KERNELS);
		var workspace = workspace(architecture, ending);
		double[] vector = random(architecture.parameterCount(), 9);
		var parameters = parametersAwayFromKinks(network, workspace, ending, vector);
		double[] w = parameters.values();
		double[] product = new double[w.length];

		network.forward(parameters, workspace);
		var curvature = new Curvature(network, BATCH);
		curvature.begin(parameters, workspace, ending.loss());
		curvature.hessianVector(parameters, workspace, ending.loss(), vector, product);

		double[] up = gradient(network, moved(parameters, H, vector), workspace, ending);
		double[] down = gradient(network, moved(parameters, -H, vector), workspace, ending);
		double scale = Math.max(1e-2, Arrays.stream(product).map(Math::abs).max().orElseThrow());
		for (int i = 0; i < w.length; i++) {
			double numeric = (up[i] - down[i]) / (2 * H);
			assertThat(Math.abs(product[i] - numeric) / scale).as("parameter %d: %s against %s", i, product[i], numeric)
				.isLessThan(1e-7);
		}
	}

	@ParameterizedTest
	@MethodSource("combinations")
	void theGaussNewtonMatrixIsTheHessianOfTheLossOfTheLinearizedNetwork(Elementwise hidden, Ending ending) {
		if (!ending.loss().convex()) {
			return;
		}
		var architecture = architecture(hidden, ending);
		var network = new Network(architecture, KERNELS);
		var workspace = workspace(architecture, ending);
		int n = architecture.parameterCount();
		double[] vector = random(n, 9);
		var parameters = parametersAwayFromKinks(network, workspace, ending, vector);
		double[] matrix = new double[n * n];

		network.forward(parameters, workspace);
		new Curvature(network, BATCH).gaussNewton(parameters, workspace, ending.loss(), matrix);

		double curvature = 0;
		for (int i = 0; i < n; i++) {
			for (int j = 0; j < n; j++) {
				assertThat(matrix[i * n + j]).isEqualTo(matrix[j * n + i]);
				curvature += vector[i] * matrix[i * n + j] * vector[j];
			}
		}
		double expected = curvatureOfLinearized(network, parameters, workspace, ending, vector);
		assertThat(Math.abs(curvature - expected)).isLessThan(1e-7 * Math.max(1, Math.abs(expected)));
	}

	/**
	 * The vector times the Hessian times the vector, if the outputs (the logits, if the
	 * loss is taken there) moved on straight lines: their velocities by differences, and
	 * the loss's own Hessian.
	 */
	private static double curvatureOfLinearized(Network network, Parameters parameters, Workspace workspace,
			Ending ending, double[] vector) {
		network.forward(moved(parameters, H, vector), workspace);
		var ends = ending.loss().fromLogits() ? workspace.logits() : workspace.output();
		double[] up = ends.values().clone();
		network.forward(moved(parameters, -H, vector), workspace);
		double[] down = ends.values().clone();
		network.forward(parameters, workspace);
		var velocity = new Workspace(network.architecture(), BATCH).output();
		for (int i = 0; i < up.length; i++) {
			velocity.values()[i] = (up[i] - down[i]) / (2 * H);
		}
		var product = new Workspace(network.architecture(), BATCH).output();
		ending.loss().hessianVector(workspace.logits(), workspace.output(), workspace.targets(), velocity, product);
		double sum = 0;
		for (int i = 0; i < up.length; i++) {
			sum += velocity.values()[i] * product.values()[i];
		}
		return sum / BATCH;
	}

	private static Architecture architecture(Activation hidden, Ending ending) {
		return new Architecture(INPUTS, List.of(new Layer(UNITS, hidden), new Layer(UNITS, hidden),
				new Layer(ending.outputs(), ending.output())));
	}

	private static Parameters moved(Parameters parameters, double by, double[] vector) {
		var moved = parameters.copy();
		for (int i = 0; i < vector.length; i++) {
			moved.values()[i] += by * vector[i];
		}
		return moved;
	}

	private static double[] gradient(Network network, Parameters parameters, Workspace workspace, Ending ending) {
		var gradient = Parameters.zeros(network.architecture());
		network.forward(parameters, workspace);
		network.backward(parameters, workspace, ending.loss(), gradient);
		return gradient.values();
	}

	/**
	 * The first draw for which nothing crosses a kink of an activation (at 0, 1, 2.5 or 3
	 * of either sign) or of a loss within the reach of the differences.
	 */
	private static Parameters parametersAwayFromKinks(Network network, Workspace workspace, Ending ending,
			double[] vector) {
		for (int seed = 1;; seed++) {
			var parameters = Parameters.initialized(network.architecture(), new Xavier(Distribution.UNIFORM, 1), seed);
			if (marks(network, moved(parameters, 2 * H, vector), workspace, ending)
				.equals(marks(network, moved(parameters, -2 * H, vector), workspace, ending))) {
				return parameters;
			}
		}
	}

	/** On which side of every kink each number is. */
	private static List<Integer> marks(Network network, Parameters parameters, Workspace workspace, Ending ending) {
		network.forward(parameters, workspace);
		var marks = new ArrayList<Integer>();
		for (int l = 0; l < network.architecture().depth(); l++) {
			for (double z : workspace.preActivation(l).values()) {
				for (double kink : new double[] { -3, -2.5, -1, 0, 1, 2.5, 3 }) {
					marks.add(Double.compare(z, kink));
				}
			}
		}
		double[] a = workspace.output().values();
		double[] t = workspace.targets().values();
		for (int i = 0; i < a.length; i++) {
			double kink = (ending.loss() instanceof Huber huber) ? Math.abs(a[i] - t[i]) - huber.delta()
					: 1 - a[i] * t[i];
			marks.add(Double.compare(kink, 0));
		}
		return marks;
	}

	private static double[] random(int count, long seed) {
		var random = RandomStream.of(seed, Purpose.DATASET);
		double[] numbers = new double[count];
		for (int i = 0; i < count; i++) {
			numbers[i] = random.nextDouble(-1, 1);
		}
		return numbers;
	}

	private static Workspace workspace(Architecture architecture, Ending ending) {
		var workspace = new Workspace(architecture, BATCH);
		System.arraycopy(random(INPUTS * BATCH, 5), 0, workspace.input(0).values(), 0, INPUTS * BATCH);
		double[] targets = workspace.targets().values();
		double[] draws = random(targets.length, 6);
		for (int i = 0; i < targets.length; i++) {
			targets[i] = switch (ending.loss()) {
				case CategoricalCrossEntropy _ -> (i / BATCH == i % BATCH % ending.outputs()) ? 1 : 0;
				case BinaryCrossEntropy _, Focal _ -> (draws[i] > 0) ? 1 : 0;
				case SquaredHinge _ -> (draws[i] > 0) ? 1 : -1;
				case Poisson _ -> Math.rint(2 + 2 * draws[i]);
				default -> draws[i];
			};
		}
		return workspace;
	}

}
