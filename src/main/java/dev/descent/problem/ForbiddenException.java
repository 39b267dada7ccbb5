package dev.descent.problem;

/** A request for a change of something that whoever asks for it may only look at. */
public final class ForbiddenException extends RuntimeException {

	/**
	 * @param detail a sentence for the user, saying what can be done instead
	 */
	public ForbiddenException(String detail) {
		super(detail);
	}

}
