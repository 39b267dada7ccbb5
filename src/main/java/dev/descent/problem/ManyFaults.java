package dev.descent.problem;

/**
 * Faults of one kind, of which there may be as many as there are numbers in the request.
 * The first are reported one by one, the rest as a number when this is closed.
 */
public final class ManyFaults implements AutoCloseable {

	/** How many faults of one kind are reported one by one. */
	public static final int REPORTED = 20;

	private final Faults rest;

	private int count;

	/**
	 * @param rest where the number of the faults that are not reported is noted
	 */
	public ManyFaults(Faults rest) {
		this.rest = rest;
	}

	/** Notes a fault at a field, if there were not too many before. */
	public void add(Faults field, String detail) {
		count++;
		if (count <= REPORTED) {
			field.add(detail);
		}
	}

	/** Whether nothing was noted. */
	public boolean isEmpty() {
		return count == 0;
	}

	@Override
	public void close() {
		if (count > REPORTED) {
			rest.add("and " + (count - REPORTED) + " more");
		}
	}

}
