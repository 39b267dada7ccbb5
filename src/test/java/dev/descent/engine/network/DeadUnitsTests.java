package dev.descent.engine.network;

import java.util.List;

import dev.descent.engine.activation.Identity;
import dev.descent.engine.activation.Relu;
import dev.descent.engine.kernel.ScalarKernels;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class DeadUnitsTests {

	private final Architecture architecture = new Architecture(1,
			List.of(new Layer(3, new Relu()), new Layer(2, new Relu(), 0.5), new Layer(1, new Identity())));

	@Test
	void aUnitIsDeadIfItIsZeroForEverySample() {
		// The first layer: x, -x, and x - 600; the second: their sum, and less than
		// nothing.
		var parameters = Parameters.of(architecture,
				new double[] { 1, -1, 1, 0, 0, -600, 1, 1, 1, -1, -1, -1, 0, 0, 0, 0, 1 });
		assertThat(count(parameters, 1, 2, 3)).isEqualTo(3);
		assertThat(count(parameters, 1, -2, 3)).isEqualTo(2);
		assertThat(count(parameters, -1, -2)).isEqualTo(3);
		assertThat(count(parameters, new double[1])).isEqualTo(5);
	}

	@Test
	void oneSampleOfManyIsEnoughToLive() {
		var parameters = Parameters.of(architecture,
				new double[] { 1, -1, 1, 0, 0, -600, 1, 1, 1, -1, -1, -1, 0, 0, 0, 0, 1 });
		double[] inputs = new double[601];
		for (int i = 0; i < inputs.length; i++) {
			inputs[i] = i + 1;
		}
		assertThat(count(parameters, inputs)).isEqualTo(2);
	}

	private int count(Parameters parameters, double... inputs) {
		return DeadUnits.count(new Network(architecture, new ScalarKernels()), parameters, inputs);
	}

}
