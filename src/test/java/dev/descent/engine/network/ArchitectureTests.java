package dev.descent.engine.network;

import java.util.List;

import dev.descent.engine.activation.Tanh;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

class ArchitectureTests {

	private final Architecture architecture = new Architecture(2,
			List.of(new Layer(3, new Tanh()), new Layer(1, new Tanh())));

	@Test
	void parametersStandLayerByLayerWeightsBeforeBiases() {
		assertThat(architecture.weightsFrom(0)).isZero();
		assertThat(architecture.biasesFrom(0)).isEqualTo(6);
		assertThat(architecture.weightsFrom(1)).isEqualTo(9);
		assertThat(architecture.biasesFrom(1)).isEqualTo(12);
		assertThat(architecture.parameterCount()).isEqualTo(13);
		assertThat(architecture).hasToString("2-3-1");
	}

	@Test
	void anOverflownParameterIsNoticedAtAnyPlace() {
		for (int i = 0; i < architecture.parameterCount(); i++) {
			for (double bad : new double[] { Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY }) {
				double[] values = new double[architecture.parameterCount()];
				values[i] = bad;
				assertThat(Parameters.of(architecture, values).finite()).isFalse();
			}
		}
		assertThat(Parameters.zeros(architecture).finite()).isTrue();
	}

	@Test
	void aWrongNumberOfParametersIsRefused() {
		assertThatIllegalArgumentException().isThrownBy(() -> Parameters.of(architecture, new double[12]))
			.withMessage("expected 13 parameters but got 12");
	}

}
