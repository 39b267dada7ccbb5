package dev.descent.reliability;

/** How long the tests of this package take: minutes, or half an hour. */
enum Scale {

	SHORT, FULL;

	private static final Scale PRESENT = "full".equals(System.getProperty("reliability.scale")) ? FULL : SHORT;

	static int of(int shortOnes, int fullOnes) {
		return (PRESENT == FULL) ? fullOnes : shortOnes;
	}

}
