package dev.descent.reliability;

/** How long the tests of this package take: minutes, or an hour. */
public enum Scale {

	SHORT, FULL;

	private static final Scale PRESENT = "full".equals(System.getProperty("reliability.scale")) ? FULL : SHORT;

	public static boolean isFull() {
		return PRESENT == FULL;
	}

	public static int of(int shortOnes, int fullOnes) {
		return isFull() ? fullOnes : shortOnes;
	}

}
