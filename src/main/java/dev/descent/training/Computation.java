package dev.descent.training;

/**
 * Something that is worked out bit by bit, so that it never holds up others; touched by
 * one thread at a time.
 *
 * @param <T> what comes out
 */
public interface Computation<T> {

	/** The memory that it takes while it is under way, about and at most. */
	default long bytes() {
		return 0;
	}

	/** Makes ready, before the first unit. */
	default void begin() {
	}

	/** Does up to this many small units; fewer if nothing is left to do. */
	void advance(int units);

	boolean finished();

	/** What came out; asked for once, when it has finished. */
	T result();

}
