package dev.descent.problem;

/** There is no room to keep what was sent, until something else is deleted. */
public final class StorageFullException extends RuntimeException {

	/**
	 * Refuses for lack of room.
	 * @param detail a sentence for the user, saying which limit was met
	 */
	public StorageFullException(String detail) {
		super(detail);
	}

}
