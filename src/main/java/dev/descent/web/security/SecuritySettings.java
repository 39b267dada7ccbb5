package dev.descent.web.security;

import java.time.Duration;
import java.util.List;
import java.util.Map;

import jakarta.validation.Valid;
import jakarta.validation.constraints.AssertTrue;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import org.hibernate.validator.constraints.time.DurationMin;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * Who may call the service, set by {@code descent.security.*}.
 *
 * @param keys the API keys by their names; without any, everybody who reaches the service
 * may do everything
 * @param rateLimit how often each key may call
 * @param hosts names in the header Host, beside those of this machine, that requests may
 * come with to a service that has no keys and listens on a loopback address, such as
 * behind a proxy
 */
@Validated
@ConfigurationProperties("descent.security")
record SecuritySettings(@DefaultValue Map<String, @Valid Key> keys, @DefaultValue @Valid RateLimit rateLimit,
		@DefaultValue List<String> hosts) {

	/**
	 * One API key.
	 *
	 * @param sha256 SHA-256 of the key in hexadecimal digits; the key itself is kept
	 * nowhere
	 * @param role what the key may be used for
	 * @param owner whose resources the key is for; the name of the key if absent. Keys
	 * with the same owner see the same resources
	 */
	record Key(
			@NotNull @Pattern(regexp = "[0-9a-f]{64}",
					message = "must be the SHA-256 of the key: 64 digits, 0 to 9 and a to f") String sha256,
			@DefaultValue("read_write") Role role, @Nullable @Pattern(regexp = NAME) String owner) {
	}

	/** What a key may be used for. */
	enum Role {

		/** Everything. */
		READ_WRITE,

		/** Looking only: GET and HEAD. */
		READ_ONLY

	}

	/**
	 * How often each key may call. Who waits gets calls back evenly.
	 *
	 * @param requests calls to the API that a key may make at once
	 * @param per time in which a key that has used up all its calls has all of them again
	 */
	record RateLimit(@DefaultValue("600") @Min(1) int requests,
			@DefaultValue("1m") @NotNull @DurationMin(seconds = 1) Duration per) {
	}

	private static final String NAME = "[A-Za-z0-9._-]{1,64}";

	boolean hasKeys() {
		return !keys.isEmpty();
	}

	@AssertTrue(message = "names of keys must have 1 to 64 letters, digits, dots, hyphens or underscores")
	boolean isNamedWell() {
		return keys.keySet().stream().allMatch((name) -> name.matches(NAME));
	}

	@AssertTrue(message = "no two keys may have the same SHA-256")
	boolean isUnambiguous() {
		return keys.values().stream().map(Key::sha256).distinct().count() == keys.size();
	}

}
