package dev.descent.engine.analysis;

import dev.descent.engine.network.Architecture;
import dev.descent.engine.random.Purpose;
import dev.descent.engine.random.RandomStream;

/** A direction along which a derivative is taken. */
interface Direction {

	/**
	 * About the cube root of the unit roundoff, where the truncation and the rounding of
	 * a central difference are alike; a power of two, so that steps are exact.
	 */
	double STEP = 0x1p-17;

	/** How far to step for a difference. */
	double step();

	/** The derivative along it. */
	double slope(double[] gradient);

	/** Moves the parameters along it, in place. */
	void move(double by, double[] parameters);

	/**
	 * The direction of one parameter.
	 * @param value of the parameter
	 */
	static Direction ofParameter(int index, double value) {
		return new OneParameter(index, STEP * Math.scalb(1.0, Math.max(0, Math.getExponent(value))));
	}

	/** A random direction of length 1 of all parameters of one layer. */
	static Direction ofLayer(Architecture architecture, int layer, long seed) {
		int from = architecture.weightsFrom(layer);
		double[] entries = new double[architecture.weightsFrom(layer + 1) - from];
		var random = RandomStream.of(seed, Purpose.DIRECTION, layer);
		double squares = 0;
		for (int i = 0; i < entries.length; i++) {
			entries[i] = random.nextGaussian();
			squares += entries[i] * entries[i];
		}
		double length = Math.sqrt(squares);
		for (int i = 0; i < entries.length; i++) {
			entries[i] /= length;
		}
		return new OneLayer(from, entries);
	}

	/** Along one axis. */
	record OneParameter(int index, double step) implements Direction {

		@Override
		public double slope(double[] gradient) {
			return gradient[index];
		}

		@Override
		public void move(double by, double[] parameters) {
			parameters[index] += by;
		}

	}

	/** Among the parameters from one on. */
	@SuppressWarnings("ArrayRecordComponent") // never compared
	record OneLayer(int from, double[] entries) implements Direction {

		@Override
		public double step() {
			return STEP;
		}

		@Override
		public double slope(double[] gradient) {
			double sum = 0;
			for (int i = 0; i < entries.length; i++) {
				sum += gradient[from + i] * entries[i];
			}
			return sum;
		}

		@Override
		public void move(double by, double[] parameters) {
			for (int i = 0; i < entries.length; i++) {
				parameters[from + i] += by * entries[i];
			}
		}

	}

}
