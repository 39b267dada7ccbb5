package dev.descent.web;

import java.io.IOException;

import org.jspecify.annotations.Nullable;

/** A body that is longer than allowed, noticed while it is read. */
final class RequestTooLargeException extends IOException {

	RequestTooLargeException(long most) {
		super("The body may have %,d bytes at most.".formatted(most));
	}

	/** The exception itself where it is the cause of another. */
	static @Nullable RequestTooLargeException in(Throwable exception) {
		for (Throwable cause = exception; cause != null; cause = cause.getCause()) {
			if (cause instanceof RequestTooLargeException tooLarge) {
				return tooLarge;
			}
		}
		return null;
	}

}
