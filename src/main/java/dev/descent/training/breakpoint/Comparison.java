package dev.descent.training.breakpoint;

/**
 * Compares two numbers. Any comparison with NaN is false, also {@code !=}: nothing is
 * said of a number that there is not.
 */
@FunctionalInterface
interface Comparison {

	boolean holds(double left, double right);

	static boolean differ(double left, double right) {
		return left < right || left > right;
	}

}
