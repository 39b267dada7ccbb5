package dev.descent.race;

import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** Shows whether runs start from the same parameters, bit for bit. */
final class StartFingerprint {

	private StartFingerprint() {
	}

	/** The first half of SHA-256 of the bytes. */
	static String of(double[] parameters) {
		var bytes = ByteBuffer.allocate(Double.BYTES * parameters.length);
		bytes.asDoubleBuffer().put(parameters);
		try {
			var digest = MessageDigest.getInstance("SHA-256").digest(bytes.array());
			return HexFormat.of().formatHex(digest, 0, 16);
		}
		catch (NoSuchAlgorithmException ex) {
			throw new IllegalStateException(ex);
		}
	}

}
