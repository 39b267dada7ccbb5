package dev.descent.engine.analysis;

import java.util.stream.Stream;

import dev.descent.engine.GoldenCase;
import dev.descent.engine.kernel.ScalarKernels;
import dev.descent.engine.network.Network;
import dev.descent.verification.Comparisons;
import dev.descent.verification.ReferenceCase;
import dev.descent.verification.ReferenceSuite;
import dev.descent.verification.VerificationTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;

/** Losses over planes against numbers computed with another program. */
@VerificationTest
class LossProbeTests {

	static Stream<GoldenCase> surfaces() {
		return ReferenceSuite.LOSS_SURFACES.cases().stream().map(GoldenCase::new);
	}

	@Test
	void thereAreTwoSurfaces() {
		assertThat(surfaces()).hasSize(2);
	}

	@ParameterizedTest
	@MethodSource("surfaces")
	void everyLossAgrees(GoldenCase golden, Comparisons comparisons) {
		double[] alpha = numbers(golden, "alpha");
		double[] beta = numbers(golden, "beta");
		var plane = new Plane(numbers(golden, "parametersFlat"), numbers(golden, "direction1"),
				numbers(golden, "direction2"));
		var grid = LossProbe.grid(new Network(golden.architecture(), new ScalarKernels()), golden.loss(),
				golden.samples(), plane, alpha, beta);
		while (!grid.finished()) {
			grid.advance();
		}
		comparisons.assertAgree(golden.reference(),
				(field) -> field.equals("loss") ? alphaFirst(grid.rows(alpha.length), alpha.length) : null);
	}

	/** The reference has a row for each alpha, the engine one for each beta. */
	private static double[] alphaFirst(double[][] losses, int alphas) {
		double[] flat = new double[alphas * losses.length];
		for (int i = 0; i < alphas; i++) {
			for (int j = 0; j < losses.length; j++) {
				flat[i * losses.length + j] = losses[j][i];
			}
		}
		return flat;
	}

	private static double[] numbers(GoldenCase golden, String field) {
		return ReferenceCase.flat(golden.json().get(field));
	}

}
