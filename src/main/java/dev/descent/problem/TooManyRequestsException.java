package dev.descent.problem;

import java.time.Duration;

/** Whoever asks has asked more often than they may. */
public final class TooManyRequestsException extends RuntimeException {

	private final Duration retryAfter;

	/**
	 * @param detail a sentence for the user, saying how often is allowed
	 * @param retryAfter how long to wait before another try
	 */
	public TooManyRequestsException(String detail, Duration retryAfter) {
		super(detail);
		this.retryAfter = retryAfter;
	}

	public Duration retryAfter() {
		return retryAfter;
	}

}
