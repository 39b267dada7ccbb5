package dev.descent.problem;

/** A request that is sound but that the present state of its target forbids. */
public final class ConflictException extends RuntimeException {

	/**
	 * @param detail a sentence for the user, saying which state forbids what
	 */
	public ConflictException(String detail) {
		super(detail);
	}

}
