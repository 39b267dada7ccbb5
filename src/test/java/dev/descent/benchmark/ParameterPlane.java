package dev.descent.benchmark;

import dev.descent.engine.random.Purpose;
import dev.descent.engine.random.RandomStream;

/** Parameters in a plane, one point after another in the same array. */
final class ParameterPlane {

	private final double[] center;

	private final double[][] directions;

	private final double[] point;

	ParameterPlane(double[] center) {
		this.center = center;
		this.directions = new double[][] { direction(1), direction(2) };
		this.point = center.clone();
	}

	private double[] direction(int index) {
		var random = RandomStream.of(Workload.SEED, Purpose.INITIALIZER, index);
		double[] direction = new double[center.length];
		for (int i = 0; i < direction.length; i++) {
			direction[i] = random.nextGaussian();
		}
		return direction;
	}

	/** The parameters at a point; overwritten by the next. */
	double[] at(double x, double y) {
		for (int i = 0; i < point.length; i++) {
			point[i] = center[i] + x * directions[0][i] + y * directions[1][i];
		}
		return point;
	}

}
