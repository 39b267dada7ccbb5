package dev.descent.problem;

/** What was asked for does not exist, or no longer does. */
public final class NotFoundException extends RuntimeException {

	/**
	 * @param detail a sentence for the user, such as "There is no training job 'x'."
	 */
	public NotFoundException(String detail) {
		super(detail);
	}

}
