package dev.descent.reliability.fuzz;

import java.io.BufferedInputStream;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.GZIPInputStream;

import dev.descent.reliability.fuzz.Probe.Header;
import org.jspecify.annotations.Nullable;

/**
 * A client that sends exactly the bytes it is given, which no ordinary one does, and
 * keeps its connection as long as both sides agree on where the next answer begins.
 */
final class Wire implements AutoCloseable {

	/** Says that something hangs; nothing takes as long. */
	private static final Duration PATIENCE = Duration.ofMinutes(2);

	/** What is read of a stream of events. */
	private static final int ENOUGH = 20_000;

	private static final Duration GLANCE = Duration.ofMillis(60);

	private final int port;

	private @Nullable Socket socket;

	private InputStream input = InputStream.nullInputStream();

	Wire(int port) {
		this.port = port;
	}

	/**
	 * What the service answers.
	 * @return null if it closes the connection without an answer
	 * @throws SocketTimeoutException if it does neither
	 */
	@Nullable Reply exchange(Probe probe) throws IOException {
		byte[] bytes = probe.bytes();
		boolean fresh = socket == null;
		var reply = send(probe, bytes);
		if (reply == null && !fresh) {
			// The service may have closed the connection after the answer before this.
			reply = send(probe, bytes);
		}
		return reply;
	}

	private @Nullable Reply send(Probe probe, byte[] bytes) throws IOException {
		var connection = connected();
		try {
			connection.getOutputStream().write(bytes);
			if (probe.endsEarly()) {
				connection.shutdownOutput();
			}
		}
		catch (SocketTimeoutException ex) {
			throw ex;
		}
		catch (IOException _) {
			// It may have answered before it has read all.
		}
		try {
			var reply = read(probe.method().equals("HEAD"), connection);
			if (reply == null || probe.endsEarly() || reply.closes()) {
				close();
			}
			return reply;
		}
		catch (SocketTimeoutException ex) {
			close();
			throw ex;
		}
		catch (IOException _) {
			close();
			return null;
		}
	}

	private Socket connected() throws IOException {
		var open = socket;
		if (open == null) {
			open = new Socket(InetAddress.getLoopbackAddress(), port);
			open.setSoTimeout((int) PATIENCE.toMillis());
			open.setTcpNoDelay(true);
			input = new BufferedInputStream(open.getInputStream(), 1 << 16);
			socket = open;
		}
		return open;
	}

	private @Nullable Reply read(boolean head, Socket connection) throws IOException {
		String line = line();
		if (line == null) {
			return null;
		}
		int status = Integer.parseInt(line.substring(9, 12));
		var headers = new ArrayList<Header>();
		for (String next = line(); next != null && !next.isEmpty(); next = line()) {
			int colon = next.indexOf(':');
			headers.add(new Header(next.substring(0, colon), next.substring(colon + 1).strip()));
		}
		if (status < 200) {
			return read(head, connection);
		}
		var reply = new Reply(status, headers, new byte[0]);
		if (head || status == 204 || status == 304) {
			return reply;
		}
		if (reply.mediaType().equals("text/event-stream")) {
			connection.setSoTimeout((int) GLANCE.toMillis());
			var events = new Reply(status, headers, glance());
			close();
			return events;
		}
		byte[] body = body(reply);
		return new Reply(status, headers, reply.header("Content-Encoding").equals("gzip") ? unzipped(body) : body);
	}

	private byte[] body(Reply reply) throws IOException {
		if (reply.header("Transfer-Encoding").equals("chunked")) {
			var body = new ByteArrayOutputStream();
			for (int size = chunkSize(); size > 0; size = chunkSize()) {
				body.write(input.readNBytes(size));
				line();
			}
			line();
			return body.toByteArray();
		}
		String length = reply.header("Content-Length");
		return length.isEmpty() ? input.readAllBytes() : input.readNBytes(Integer.parseInt(length));
	}

	/** The events that come at once. */
	private byte[] glance() throws IOException {
		var body = new ByteArrayOutputStream();
		try {
			for (int size = chunkSize(); size > 0 && body.size() < ENOUGH; size = chunkSize()) {
				body.write(input.readNBytes(size));
				line();
			}
		}
		catch (SocketTimeoutException _) {
			// There are no more for now.
		}
		return body.toByteArray();
	}

	private int chunkSize() throws IOException {
		String size = line();
		return (size != null && !size.isEmpty()) ? Integer.parseInt(size, 16) : 0;
	}

	private @Nullable String line() throws IOException {
		var line = new ByteArrayOutputStream();
		for (int next = input.read(); next != '\n'; next = input.read()) {
			if (next < 0) {
				return null;
			}
			line.write(next);
		}
		return line.toString(StandardCharsets.ISO_8859_1).stripTrailing();
	}

	private static byte[] unzipped(byte[] body) throws IOException {
		try (var unzip = new GZIPInputStream(new ByteArrayInputStream(body))) {
			return unzip.readAllBytes();
		}
	}

	@Override
	public void close() throws IOException {
		if (socket != null) {
			socket.close();
			socket = null;
		}
	}

	/** An answer. */
	@SuppressWarnings("ArrayRecordComponent") // never compared
	record Reply(int status, List<Header> headers, byte[] body) {

		/** The value of a header; empty if it is not there. */
		String header(String name) {
			return headers.stream()
				.filter((header) -> header.name().equalsIgnoreCase(name))
				.map(Header::value)
				.findFirst()
				.orElse("");
		}

		String mediaType() {
			return header("Content-Type").replaceFirst(";.*", "").strip();
		}

		boolean closes() {
			return header("Connection").equalsIgnoreCase("close");
		}

		String text() {
			return new String(body, StandardCharsets.UTF_8);
		}

	}

}
