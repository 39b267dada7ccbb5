package dev.descent.training;

/**
 * Something that is worked out bit by bit, so that it never holds up others; touched by
 * one thread at a time.
 *
 * @param <T> what comes out
 */
public interface Computation<T> {

	/** Makes ready, before the first unit. */
	default void begin() {
	}

	/** Does up to this many small units; fewer if nothing is left to do. */
	void advance(int units);

	boolean finished();

	/** What came out; asked for once, when it has finished. */
	T result();

}
