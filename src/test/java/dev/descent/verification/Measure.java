package dev.descent.verification;

import java.util.Arrays;

/** What a relative difference is. */
enum Measure {

	/** For the numbers of a run, of which small ones are left over from large ones. */
	OF_FIELD("largest absolute difference / largest absolute expected number of the field") {

		@Override
		double scale(double expected, double largest) {
			return (largest > 0) ? largest : 1;
		}

	},

	/** For the values of a function, each of which stands for itself. */
	OF_NUMBER("largest of absolute difference / max(1, absolute expected number)") {

		@Override
		double scale(double expected, double largest) {
			return Math.max(1, Math.abs(expected));
		}

	};

	private final String text;

	Measure(String text) {
		this.text = text;
	}

	/** What a difference is divided by. */
	abstract double scale(double expected, double largest);

	/** The largest relative difference; not finite if one of the numbers is not. */
	double difference(double[] actual, double[] expected) {
		double largest = Arrays.stream(expected).map(Math::abs).max().orElse(0);
		double worst = 0;
		for (int i = 0; i < expected.length; i++) {
			worst = Math.max(worst, Math.abs(actual[i] - expected[i]) / scale(expected[i], largest));
		}
		return worst;
	}

	@Override
	public String toString() {
		return text;
	}

}
