package dev.descent.engine.analysis;

import java.util.stream.Stream;

import dev.descent.engine.GoldenCase;
import dev.descent.engine.kernel.ScalarKernels;
import dev.descent.engine.network.Network;
import dev.descent.engine.network.Parameters;
import dev.descent.engine.training.Samples;
import dev.descent.verification.ReferenceCase;
import dev.descent.verification.ReferenceSuite;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

class MeanGradientTests {

	/** More samples than a chunk, and no multiple of one. */
	private static final int COPIES = 9;

	static Stream<GoldenCase> networks() {
		return ReferenceSuite.LOSS_SURFACES.cases().stream().map(GoldenCase::new);
	}

	@ParameterizedTest
	@MethodSource("networks")
	void itIsTheDifferenceOfLossesOverManyChunks(GoldenCase golden) {
		var architecture = golden.architecture();
		var loss = golden.loss();
		var network = new Network(architecture, new ScalarKernels());
		double[] values = ReferenceCase.flat(golden.json().get("parametersFlat"));
		var samples = repeated(golden);
		assertThat(samples.count()).isGreaterThan(256);
		double[] gradient = MeanGradient.of(network, loss, Parameters.of(architecture, values), samples).values();
		for (int i = 0; i < values.length; i++) {
			var grid = LossProbe.grid(network, loss, samples, Plane.line(values, Directions.unit(values.length, i)),
					new double[] { -1e-5, 1e-5 }, new double[] { 0 });
			while (!grid.finished()) {
				grid.advance();
			}
			double difference = (grid.losses()[1] - grid.losses()[0]) / 2e-5;
			assertThat(gradient[i]).isCloseTo(difference, within(1e-6));
		}
	}

	private static Samples repeated(GoldenCase golden) {
		double[] inputs = ReferenceCase.flat(golden.json().get("data").get("x"));
		double[] targets = ReferenceCase.flat(golden.json().get("data").get("y"));
		if (targets.length * golden.architecture().inputs() != inputs.length * golden.architecture().outputs()) {
			targets = oneHot(targets, golden.architecture().outputs());
		}
		int count = golden.json().get("data").get("x").size();
		return new Samples(COPIES * count, repeated(inputs), repeated(targets));
	}

	private static double[] oneHot(double[] classes, int outputs) {
		double[] oneHot = new double[classes.length * outputs];
		for (int i = 0; i < classes.length; i++) {
			oneHot[i * outputs + (int) classes[i]] = 1;
		}
		return oneHot;
	}

	private static double[] repeated(double[] values) {
		double[] repeated = new double[COPIES * values.length];
		for (int i = 0; i < COPIES; i++) {
			System.arraycopy(values, 0, repeated, i * values.length, values.length);
		}
		return repeated;
	}

}
