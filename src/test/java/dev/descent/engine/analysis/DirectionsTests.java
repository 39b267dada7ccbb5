package dev.descent.engine.analysis;

import java.util.Arrays;
import java.util.List;

import dev.descent.engine.activation.Identity;
import dev.descent.engine.activation.Tanh;
import dev.descent.engine.network.Architecture;
import dev.descent.engine.network.Layer;
import dev.descent.engine.random.Purpose;
import dev.descent.engine.random.RandomStream;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

class DirectionsTests {

	private static final Architecture NETWORK = new Architecture(5,
			List.of(new Layer(7, new Tanh()), new Layer(4, new Tanh()), new Layer(3, new Identity())));

	private static double[] parameters() {
		var random = RandomStream.of(3, Purpose.INITIALIZER);
		double[] parameters = new double[NETWORK.parameterCount()];
		Arrays.setAll(parameters, (i) -> random.nextGaussian() * (1 + i));
		return parameters;
	}

	@Test
	void everyFilterIsAsLongAsItsWeights() {
		double[] parameters = parameters();
		double[] direction = Directions.filterNormalized(NETWORK, parameters, 42, 0);
		for (int l = 0; l < NETWORK.depth(); l++) {
			for (int unit = 0; unit < NETWORK.units(l); unit++) {
				int from = NETWORK.weightsFrom(l) + unit * NETWORK.fanIn(l);
				double norm = norm(parameters, from, NETWORK.fanIn(l));
				assertThat(norm(direction, from, NETWORK.fanIn(l))).isCloseTo(norm, within(1e-12 * norm));
			}
			for (int i = NETWORK.biasesFrom(l); i < NETWORK.weightsFrom(l + 1); i++) {
				assertThat(direction[i]).isZero();
			}
		}
	}

	@Test
	void theSameSeedGivesTheSameDirectionAndAnotherNumberAnother() {
		double[] direction = Directions.filterNormalized(NETWORK, parameters(), 42, 0);
		assertThat(Directions.filterNormalized(NETWORK, parameters(), 42, 0)).isEqualTo(direction);
		assertThat(Directions.filterNormalized(NETWORK, parameters(), 42, 1)).isNotEqualTo(direction);
		assertThat(Directions.filterNormalized(NETWORK, parameters(), 43, 0)).isNotEqualTo(direction);
	}

	@Test
	void aFilterWithoutWeightsDoesNotMove() {
		double[] parameters = parameters();
		Arrays.fill(parameters, 0, 5, 0);
		double[] direction = Directions.filterNormalized(NETWORK, parameters, 42, 0);
		assertThat(Arrays.stream(direction, 0, 5).map(Math::abs)).containsOnly(0.0);
	}

	private static double norm(double[] values, int from, int count) {
		return Math.sqrt(Arrays.stream(values, from, from + count).map((value) -> value * value).sum());
	}

}
