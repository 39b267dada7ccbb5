package dev.descent.webhook;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.util.HexFormat;

import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Proves who wrote a message and when: HMAC-SHA-256 (RFC 2104) over the time, a dot and
 * the body. The time is signed too, so that an old message cannot be sent again as a new
 * one.
 */
final class Signature {

	static final String HEADER = "Descent-Signature";

	private static final String ALGORITHM = "HmacSHA256";

	private Signature() {
	}

	/** The header's value, {@code t=<seconds since 1970>,v1=<hex>}. */
	static String of(byte[] body, String secret, Instant at) {
		long seconds = at.getEpochSecond();
		try {
			var mac = Mac.getInstance(ALGORITHM);
			mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), ALGORITHM));
			mac.update((seconds + ".").getBytes(StandardCharsets.UTF_8));
			return "t=" + seconds + ",v1=" + HexFormat.of().formatHex(mac.doFinal(body));
		}
		catch (GeneralSecurityException ex) {
			throw new IllegalStateException(ex);
		}
	}

}
