package dev.descent.dataset.specification;

import dev.descent.engine.random.RandomStream;

/**
 * Random points of a square that keep their distance from each other: each is the best of
 * a few candidates, the one furthest from all earlier points (Mitchell, "Spectrally
 * optimal sampling for distribution ray tracing", 1991).
 */
final class Centers {

	private static final int CANDIDATES = 32;

	private final double[] x1;

	private final double[] x2;

	Centers(int count, double halfWidth, RandomStream random) {
		x1 = new double[count];
		x2 = new double[count];
		for (int i = 0; i < count; i++) {
			double furthest = Double.NEGATIVE_INFINITY;
			for (int candidate = 0; candidate < CANDIDATES; candidate++) {
				double a = random.nextDouble(-halfWidth, halfWidth);
				double b = random.nextDouble(-halfWidth, halfWidth);
				double distance = squaredDistanceToFirst(i, a, b);
				if (distance > furthest) {
					furthest = distance;
					x1[i] = a;
					x2[i] = b;
				}
			}
		}
	}

	double x1(int center) {
		return x1[center];
	}

	double x2(int center) {
		return x2[center];
	}

	private double squaredDistanceToFirst(int count, double a, double b) {
		double nearest = Double.MAX_VALUE;
		for (int i = 0; i < count; i++) {
			nearest = Math.min(nearest, (x1[i] - a) * (x1[i] - a) + (x2[i] - b) * (x2[i] - b));
		}
		return nearest;
	}

}
