package dev.descent.race;

import java.nio.ByteBuffer;
import java.util.HexFormat;

import dev.descent.json.Fingerprints;

/** Shows whether runs start from the same parameters, bit for bit. */
final class StartFingerprint {

	private StartFingerprint() {
	}

	/** The first half of SHA-256 of the bytes. */
	static String of(double[] parameters) {
		var bytes = ByteBuffer.allocate(Double.BYTES * parameters.length);
		bytes.asDoubleBuffer().put(parameters);
		return HexFormat.of().formatHex(Fingerprints.sha256(bytes.array()), 0, 16);
	}

}
