package dev.descent.engine.optimizer;

/**
 * Writes numbers into an array, or reads them from it, one after the other. What stands
 * in the JDK for it, {@code DoubleBuffer}, is at times not compiled into its callers and
 * then takes up to forty times as long.
 */
public final class NumberCursor {

	private final double[] numbers;

	private int at;

	/** At the first of them. */
	public NumberCursor(double[] numbers) {
		this.numbers = numbers;
	}

	public NumberCursor put(double number) {
		numbers[at++] = number;
		return this;
	}

	public NumberCursor put(double[] source) {
		System.arraycopy(source, 0, numbers, at, source.length);
		at += source.length;
		return this;
	}

	public double get() {
		return numbers[at++];
	}

	public NumberCursor get(double[] target) {
		System.arraycopy(numbers, at, target, 0, target.length);
		at += target.length;
		return this;
	}

}
