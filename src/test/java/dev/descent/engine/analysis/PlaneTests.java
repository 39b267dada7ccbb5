package dev.descent.engine.analysis;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

class PlaneTests {

	/** Neither of length 1 nor at right angles. */
	private static final Plane PLANE = new Plane(new double[] { 1, 0, 0 }, new double[] { 2, 0, 0 },
			new double[] { 1, 1, 0 });

	@Test
	void aPointOfThePlaneIsWhereItsCoordinatesSay() {
		double[] point = new double[3];
		PLANE.place(3, -2, point);
		assertThat(point).containsExactly(5, -2, 0);
		assertThat(PLANE.nearest(point)).containsExactly(new double[] { 3, -2 }, within(1e-12));
		assertThat(PLANE.distance(point, 3, -2)).isZero();
	}

	@Test
	void aPointBesideThePlaneIsAsFarAsItStandsAboveIt() {
		double[] above = { 5, -2, 7 };
		double[] at = PLANE.nearest(above);
		assertThat(at).containsExactly(new double[] { 3, -2 }, within(1e-12));
		assertThat(PLANE.distance(above, at[0], at[1])).isEqualTo(7);
	}

	@Test
	void aLineHasOneCoordinate() {
		var line = Plane.line(new double[] { 1, 1 }, new double[] { 0, 4 });
		assertThat(line.nearest(new double[] { 9, 3 })).containsExactly(0.5, 0);
		assertThat(line.distance(new double[] { 9, 3 }, 0.5, 0)).isEqualTo(8);
	}

	@Test
	void directionsOfAnotherLengthAreRefused() {
		assertThatIllegalArgumentException().isThrownBy(() -> new Plane(new double[3], new double[2], new double[3]))
			.withMessageContaining("3 parameters, not 2 and 3");
	}

}
