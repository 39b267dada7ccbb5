package dev.descent.web;

import java.io.IOException;

import org.jspecify.annotations.Nullable;

/** A body that is longer than allowed or comes too slowly, noticed while it is read. */
final class RefusedBodyException extends IOException {

	private final Problem problem;

	RefusedBodyException(Problem problem, String detail) {
		super(detail);
		this.problem = problem;
	}

	Problem problem() {
		return problem;
	}

	/** The exception itself where it is the cause of another. */
	static @Nullable RefusedBodyException in(Throwable exception) {
		for (Throwable cause = exception; cause != null; cause = cause.getCause()) {
			if (cause instanceof RefusedBodyException refused) {
				return refused;
			}
		}
		return null;
	}

}
