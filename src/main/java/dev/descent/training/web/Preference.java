package dev.descent.training.web;

import java.time.Duration;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

/**
 * What a client prefers (RFC 7240); of its preferences only {@code wait} is understood.
 */
final class Preference {

	private static final Pattern WAIT = Pattern.compile("(?:^|[,;\\s])wait\\s*=\\s*\"?(\\d{1,15})\"?(?:$|[,;\\s])",
			Pattern.CASE_INSENSITIVE);

	private Preference() {
	}

	/** How long to wait for the result; null if the client does not prefer to wait. */
	static @Nullable Duration waitIn(@Nullable String prefer) {
		if (prefer == null) {
			return null;
		}
		var matcher = WAIT.matcher(prefer);
		return matcher.find() ? Duration.ofSeconds(Long.parseLong(matcher.group(1))) : null;
	}

}
