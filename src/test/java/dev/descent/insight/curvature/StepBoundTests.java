package dev.descent.insight.curvature;

import java.util.List;
import java.util.Objects;

import dev.descent.engine.optimizer.Sgd;
import dev.descent.engine.optimizer.Step;
import dev.descent.training.specification.optimizer.DescentSpecification.SgdSpecification;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

/** Descent on a parabola dies away just below the bound and grows just above it. */
class StepBoundTests {

	private static final double CURVATURE = 3;

	@ParameterizedTest
	@CsvSource({ "0, 0, false", "0.5, 0, false", "0.9, 0, false", "0.9, 0.5, false", "0.5, 0, true", "0.95, 0, true",
			"0, 0.5, false" })
	void theBoundIsWhereDescentOnAParabolaTurns(double momentum, double dampening, boolean nesterov) {
		var optimizer = new SgdSpecification(1.0, momentum, dampening, nesterov, 0.0, false, true, null);
		var method = new Sgd(momentum, dampening, nesterov);
		var bound = new StepBound(1.0, StepBound.factor(optimizer), CURVATURE, List.of());
		double edge = Objects.requireNonNull(bound.largestStableRate());
		assertThat(heightAfter(method, 0.99 * edge)).isLessThan(1);
		assertThat(heightAfter(method, 1.01 * edge)).isGreaterThan(1);
		assertThat(bound.ratio()).isEqualTo(1 / edge);
	}

	private static double heightAfter(Sgd method, double rate) {
		double[] w = { 1 };
		var memory = method.memory().allocate(1);
		for (int i = 1; i <= 2000; i++) {
			method.update(w, new double[] { CURVATURE * w[0] }, memory, step(i, rate));
		}
		return Math.abs(w[0]);
	}

	private static Step step(long number, double rate) {
		return new Step() {

			@Override
			public long number() {
				return number;
			}

			@Override
			public double learningRate() {
				return rate;
			}

			@Override
			public double momentum(double own) {
				return own;
			}

		};
	}

	@Test
	void whereTheLossCurvesUpNowhereThereIsNoBound() {
		var bound = new StepBound(0.5, 2, -1, List.of());
		assertThat(bound.largestStableRate()).isNull();
		assertThat(bound.ratio()).isZero();
	}

}
