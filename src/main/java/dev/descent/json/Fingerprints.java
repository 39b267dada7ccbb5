package dev.descent.json;

import java.io.IOException;
import java.io.OutputStream;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

import tools.jackson.databind.ObjectWriter;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * Tells values apart without keeping them: two are the same if they are written the same.
 */
public final class Fingerprints {

	private final ObjectWriter writer;

	/**
	 * @param mapper writes the values
	 */
	public Fingerprints(JsonMapper mapper) {
		this.writer = mapper.writer(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS);
	}

	/** SHA-256 of these bytes. */
	public static byte[] sha256(byte[] bytes) {
		return sha256().digest(bytes);
	}

	private static MessageDigest sha256() {
		try {
			return MessageDigest.getInstance("SHA-256");
		}
		catch (NoSuchAlgorithmException ex) {
			throw new IllegalStateException("every Java has SHA-256", ex);
		}
	}

	/** SHA-256 of the JSON of a value. */
	public String of(Object value) {
		try (var digest = new DigestOutputStream(OutputStream.nullOutputStream(), sha256())) {
			writer.writeValue(digest, value);
			return HexFormat.of().formatHex(digest.getMessageDigest().digest());
		}
		catch (IOException ex) {
			throw new IllegalStateException(ex);
		}
	}

}
