package dev.descent.problem;

import java.time.Duration;

/** The service has as much to do as it may; the same request may succeed later. */
public final class TooBusyException extends RuntimeException {

	private final Duration retryAfter;

	/**
	 * @param detail a sentence for the user, saying which limit was met
	 * @param retryAfter how long to wait before another try
	 */
	public TooBusyException(String detail, Duration retryAfter) {
		super(detail);
		this.retryAfter = retryAfter;
	}

	public Duration retryAfter() {
		return retryAfter;
	}

}
