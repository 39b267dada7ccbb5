package dev.descent.reliability.fuzz;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;

/**
 * A request as its bytes are sent, right or wrong.
 *
 * @param target path and query, in Latin-1
 * @param operation which operation it is certainly meant for; null where the method, the
 * path or HTTP itself has been tampered with
 * @param body null for none
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
record Probe(String method, String target, List<Header> headers, byte @Nullable [] body, Framing framing,
		@Nullable Operation operation) {

	private static final int LONGEST_SHOWN = 2000;

	/** A line of the head, in Latin-1. */
	record Header(String name, String value) {
	}

	/** How the end of the body is said. */
	enum Framing {

		LENGTH, CHUNKED,
		/** By a length that more was promised with than comes. */
		SHORT,
		/** By chunks the last of which does not come. */
		BROKEN_CHUNKS

	}

	/** Whether the service is told to expect more than comes. */
	boolean endsEarly() {
		return framing == Framing.SHORT || framing == Framing.BROKEN_CHUNKS;
	}

	Probe with(Header header) {
		var all = new ArrayList<>(headers);
		all.add(header);
		return new Probe(method, target, all, body, framing, operation);
	}

	Probe withBody(byte[] other) {
		return new Probe(method, target, headers, other, framing, operation);
	}

	Probe framed(Framing other) {
		return new Probe(method, target, headers, body, other, operation);
	}

	/** The same, of which nobody can say any longer what it is for. */
	Probe astray(String otherMethod, String otherTarget) {
		return new Probe(otherMethod, otherTarget, headers, body, framing, null);
	}

	byte[] bytes() {
		var head = new StringBuilder(method + " " + target + " HTTP/1.1\r\n");
		if (headers.stream().noneMatch((header) -> header.name().equalsIgnoreCase("Host"))) {
			head.append("Host: localhost\r\n");
		}
		headers.forEach((header) -> head.append(header.name()).append(": ").append(header.value()).append("\r\n"));
		var bytes = new ByteArrayOutputStream();
		if (body == null) {
			head.append("\r\n");
			bytes.writeBytes(latin(head));
			return bytes.toByteArray();
		}
		switch (framing) {
			case LENGTH -> head.append("Content-Length: ").append(body.length);
			case SHORT -> head.append("Content-Length: ").append(body.length + 100);
			case CHUNKED, BROKEN_CHUNKS -> head.append("Transfer-Encoding: chunked");
		}
		bytes.writeBytes(latin(head.append("\r\n\r\n")));
		boolean chunked = framing == Framing.CHUNKED || framing == Framing.BROKEN_CHUNKS;
		if (chunked && body.length > 0) {
			bytes.writeBytes((Integer.toHexString(body.length) + "\r\n").getBytes(StandardCharsets.US_ASCII));
		}
		bytes.writeBytes(body);
		if (chunked) {
			String end = ((body.length > 0) ? "\r\n" : "") + ((framing == Framing.CHUNKED) ? "0\r\n\r\n" : "zz");
			bytes.writeBytes(end.getBytes(StandardCharsets.US_ASCII));
		}
		return bytes.toByteArray();
	}

	private static byte[] latin(CharSequence text) {
		return text.toString().getBytes(StandardCharsets.ISO_8859_1);
	}

	/** How to send it by hand, nearly. */
	@Override
	public String toString() {
		String shown = "curl --path-as-is -X " + method + " 'http://localhost:8080" + visible(target) + "'"
				+ headers.stream()
					.map((header) -> " -H '" + header.name() + ": " + visible(header.value()) + "'")
					.collect(Collectors.joining());
		if (body != null) {
			shown += " --data-binary $'" + visible(new String(body, StandardCharsets.UTF_8)) + "'";
		}
		if (framing != Framing.LENGTH) {
			shown += " # " + framing;
		}
		return shown;
	}

	private static String visible(String text) {
		var visible = new StringBuilder();
		text.codePoints()
			.limit(LONGEST_SHOWN)
			.forEach((character) -> visible.append((character < 32 || character > 126)
					? String.format("\\u%04x", character) : Character.toString(character)));
		return visible + ((text.length() > LONGEST_SHOWN) ? "... (" + text.length() + ")" : "");
	}

}
