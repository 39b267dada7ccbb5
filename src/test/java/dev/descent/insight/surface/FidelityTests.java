package dev.descent.insight.surface;

import java.util.List;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

class FidelityTests {

	private static PathOnPlane.Point point(double planeLoss, double trueLoss, double distance) {
		return new PathOnPlane.Point(0, 0, 0, 0, planeLoss, trueLoss, distance);
	}

	@Test
	void aPathInThePlaneIsTrusted() {
		var fidelity = Fidelity.of(List.of(point(1, 1, 0), point(0.5, 0.5, 0)), new double[] { 3, 0 });
		assertThat(fidelity.inPlane()).isEqualTo(1);
		assertThat(fidelity.lossDifference()).isZero();
		assertThat(fidelity.warning()).isNull();
	}

	@Test
	void aPathThatLeavesThePlaneIsNot() {
		var fidelity = Fidelity.of(List.of(point(1, 1, 3), point(0.5, 0.5, 0)), new double[] { 5, 0 });
		assertThat(fidelity.inPlane()).isCloseTo(1 - 9 / 25.0, within(1e-15));
		assertThat(fidelity.warning()).contains("Only 64 % of the path lies in this plane");
	}

	@Test
	void neitherIsOneWhoseLossesAreElsewhere() {
		var fidelity = Fidelity.of(List.of(point(1.3, 1, 0.1), point(0.5, 0.4, 0)), new double[] { 5, 0 });
		assertThat(fidelity.lossDifference()).isCloseTo(0.3 / 0.6, within(1e-15));
		assertThat(fidelity.warning()).contains("off by up to 50 %");
	}

	@Test
	void aPathOfOnePointIsInThePlane() {
		var fidelity = Fidelity.of(List.of(point(1, 1, 0)), new double[] { 0 });
		assertThat(fidelity.inPlane()).isEqualTo(1);
		assertThat(fidelity.lossDifference()).isZero();
		assertThat(fidelity.warning()).isNull();
	}

}
