package dev.descent.engine.activation;

import java.util.stream.Stream;

import dev.descent.engine.kernel.Matrix;
import dev.descent.engine.kernel.ScalarKernels;
import dev.descent.support.Variants;
import dev.descent.training.specification.activation.ActivationSpecification;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;

/** An activation tells of its corners exactly if its derivative jumps. */
class CornerTests {

	private static final double[] PLACES = { -3, -2.5, -1, 0, 1, 2.5, 3 };

	static Stream<Activation> activations() {
		return Stream.concat(
				Variants.of(ActivationSpecification.class).stream().map(ActivationSpecification::activation),
				Stream.of(new Elu(0.5), new Elu(1), new LeakyRelu(0.3)));
	}

	@ParameterizedTest
	@MethodSource("activations")
	void theDerivativeJumpsWhereThereAreCorners(Activation activation) {
		boolean jumps = false;
		for (double place : PLACES) {
			jumps |= Math.abs(derivative(activation, place + 1e-9) - derivative(activation, place - 1e-9)) > 1e-3;
		}
		assertThat(activation.hasCorners()).isEqualTo(jumps);
	}

	private static double derivative(Activation activation, double at) {
		var z = Matrix.zeros(1, 1);
		var a = Matrix.zeros(1, 1);
		var delta = Matrix.zeros(1, 1);
		z.values()[0] = at;
		delta.values()[0] = 1;
		activation.forward(new ScalarKernels(), z, a);
		activation.backward(new ScalarKernels(), z, a, delta);
		return delta.values()[0];
	}

}
