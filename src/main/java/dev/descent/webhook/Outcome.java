package dev.descent.webhook;

import java.util.Set;

import org.jspecify.annotations.Nullable;

/**
 * How an attempt went.
 *
 * @param status what was answered; null if nothing was
 * @param failure why it did not succeed; null if it did
 * @param worthAnother whether another attempt may do better
 */
public record Outcome(@Nullable Integer status, @Nullable String failure, boolean worthAnother) {

	/** What is not the fault of the request. */
	private static final Set<Integer> PASSING = Set.of(408, 429);

	static Outcome answered(int status) {
		return switch (status / 100) {
			case 2 -> new Outcome(status, null, false);
			case 3 -> new Outcome(status, "answered with a redirect, which is not followed", false);
			case 5 -> new Outcome(status, "answered with an error", true);
			default -> new Outcome(status, "answered with an error", PASSING.contains(status));
		};
	}

	/** Nothing was answered, but that may change. */
	static Outcome failed(String why) {
		return new Outcome(null, why, true);
	}

	/** Nothing was sent, and nothing will be. */
	static Outcome refused(String why) {
		return new Outcome(null, why, false);
	}

	public boolean succeeded() {
		return failure == null;
	}

}
