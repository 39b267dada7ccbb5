package dev.descent.reliability.fuzz;

import java.util.Set;

import dev.descent.reliability.Scale;
import dev.descent.reliability.fuzz.Probe.Header;
import dev.descent.reliability.fuzz.Wire.Reply;
import dev.descent.support.Api;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.ActiveProfiles;

/** Where keys are needed; most requests have one. */
@ActiveProfiles("keys")
class KeyedApiFuzzTests extends ApiFuzz {

	private static final Header RIGHT = bearer("anna-secret");

	private static final Header READ_ONLY = bearer("dashboard-secret");

	private static final Set<String> READING = Set.of("GET", "HEAD");

	KeyedApiFuzzTests(@Autowired Api api) {
		super(api.withKey("anna-secret"), Scale.of(3_000, 40_000));
	}

	private static Header bearer(String key) {
		return new Header("Authorization", "Bearer " + key);
	}

	@Override
	Probe sealed(Probe probe, Dice dice) {
		if (dice.chance(0.8)) {
			return probe.with(RIGHT);
		}
		return dice.chance(0.2) ? probe
				: probe.with(dice.of(READ_ONLY, bearer("wrong-secret"), bearer(""), bearer("anna-secret x"),
						bearer("anna%2Dsecret"), bearer("=".repeat(4000)), bearer("\u00e4\u0000"),
						new Header("Authorization", "Basic YW5uYTphbm5hLXNlY3JldA=="),
						new Header("Authorization", "anna-secret"), new Header("Authorization", "")));
	}

	@Override
	@Nullable String complaint(Probe probe, Reply reply) {
		if (probe.operation() == null || reply.status() >= 400 || probe.headers().contains(RIGHT)) {
			return null;
		}
		boolean may = probe.headers().contains(READ_ONLY) && READING.contains(probe.method());
		return may ? null : "let in without the right key, with status " + reply.status();
	}

}
