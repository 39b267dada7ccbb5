package dev.descent.engine.network;

import java.util.Arrays;
import java.util.List;

import dev.descent.engine.activation.Identity;
import dev.descent.engine.activation.Tanh;
import dev.descent.engine.initializer.Distribution;
import dev.descent.engine.initializer.Xavier;
import dev.descent.engine.kernel.ScalarKernels;
import dev.descent.engine.loss.MeanSquaredError;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

class DropoutTests {

	private static final int BATCH = 500;

	private static final double CHANCE = 0.3;

	private final Architecture architecture = new Architecture(2,
			List.of(new Layer(20, new Tanh(), CHANCE), new Layer(3, new Tanh(), CHANCE), new Layer(1, new Identity())));

	private final Network network = new Network(architecture, new ScalarKernels());

	private final Parameters parameters = Parameters.initialized(architecture, new Xavier(Distribution.UNIFORM, 1), 4);

	private final Workspace workspace = new Workspace(architecture, BATCH);

	DropoutTests() {
		for (int i = 0; i < workspace.input(0).values().length; i++) {
			workspace.input(0).values()[i] = Math.sin(i + 1.0);
		}
	}

	@Test
	void whatStaysIsDividedByItsChanceToStay() {
		workspace.dropout().draw(1, 1);
		network.forward(parameters, workspace);
		double[] activations = workspace.activation(0).values();
		double[] read = workspace.input(1).values();
		int left = 0;
		for (int i = 0; i < read.length; i++) {
			if (read[i] == 0) {
				left++;
			}
			else {
				assertThat(read[i]).isCloseTo(activations[i] / (1 - CHANCE), within(1e-15));
			}
		}
		assertThat(left / (double) read.length).isCloseTo(CHANCE, within(4 * Math.sqrt(0.21 / read.length)));
	}

	@Test
	void anEvaluationLeavesNothingOut() {
		workspace.dropout().draw(1, 1);
		network.forward(parameters, workspace);
		double[] trained = workspace.output().values().clone();
		workspace.dropout().rest();
		network.forward(parameters, workspace);
		assertThat(workspace.input(1).values()).containsExactly(workspace.activation(0).values());
		assertThat(workspace.output().values()).isNotEqualTo(trained);
	}

	@Test
	void everyUpdateAndLayerLeavesOutSomethingElseAndAlwaysTheSame() {
		boolean[] first = leftOut(7, 1, 1);
		assertThat(leftOut(7, 1, 1)).isEqualTo(first);
		assertThat(leftOut(7, 2, 1)).isNotEqualTo(first);
		assertThat(leftOut(8, 1, 1)).isNotEqualTo(first);
		assertThat(Arrays.copyOf(first, 3 * BATCH)).isNotEqualTo(leftOut(7, 1, 2));
	}

	private boolean[] leftOut(long seed, long step, int input) {
		workspace.dropout().draw(seed, step);
		network.forward(parameters, workspace);
		double[] values = workspace.input(input).values();
		boolean[] leftOut = new boolean[values.length];
		for (int i = 0; i < values.length; i++) {
			leftOut[i] = values[i] == 0;
		}
		return leftOut;
	}

	@Test
	void theGradientIsThatOfWhatIsLeft() {
		var loss = new MeanSquaredError();
		var gradient = Parameters.zeros(architecture);
		workspace.dropout().draw(3, 5);
		network.forward(parameters, workspace);
		network.backward(parameters, workspace, loss, gradient);
		double[] w = parameters.values();
		double h = 1e-5;
		for (int i = 0; i < w.length; i++) {
			double middle = w[i];
			w[i] = middle + h;
			network.forward(parameters, workspace);
			double up = network.loss(workspace, loss);
			w[i] = middle - h;
			network.forward(parameters, workspace);
			double down = network.loss(workspace, loss);
			w[i] = middle;
			assertThat(gradient.values()[i]).isCloseTo((up - down) / (2 * h), within(1e-9));
		}
	}

	@Test
	void theOutputLayerLeavesNothingOut() {
		assertThatIllegalArgumentException()
			.isThrownBy(() -> new Architecture(2, List.of(new Layer(1, new Identity(), 0.5))));
	}

}
