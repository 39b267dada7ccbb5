package dev.descent.support;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * A client of a stream of server-sent events that reads when it is told to, and has as
 * little room for what it has not read as may be.
 */
public final class Watching implements AutoCloseable {

	private static final int LITTLE = 1 << 15;

	private final Socket socket = new Socket();

	private final BufferedReader lines;

	/**
	 * An event.
	 *
	 * @param name what it says; {@code comment} for a comment
	 */
	public record Event(String name, int id, JsonNode data) {

		public String text(String field) {
			return data.path(field).asString("none");
		}

	}

	Watching(int port, int timeoutMillis, String path, String... headers) {
		try {
			socket.setReceiveBufferSize(LITTLE);
			socket.setSoTimeout(timeoutMillis);
			socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
			var request = new StringBuilder("GET " + path + " HTTP/1.0\r\nHost: localhost\r\n");
			for (int i = 0; i < headers.length; i += 2) {
				request.append(headers[i]).append(": ").append(headers[i + 1]).append("\r\n");
			}
			socket.getOutputStream().write(request.append("\r\n").toString().getBytes(StandardCharsets.US_ASCII));
			lines = new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8), LITTLE);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	/** Reads the head of the answer and fails unless it is a stream. */
	public Watching opened() {
		var head = block();
		assertThat(head.getFirst()).contains(" 200 ");
		assertThat(head).contains("Content-Type: text/event-stream;charset=UTF-8");
		assertThat(block()).containsExactly("retry: 2000");
		return this;
	}

	/** The next event or comment; null at the end of the stream. */
	public @Nullable Event next() {
		var block = block();
		if (block.isEmpty()) {
			return null;
		}
		if (block.getFirst().startsWith(":")) {
			return new Event("comment", -1, JsonMapper.shared().valueToTree(block.getFirst().substring(1).strip()));
		}
		assertThat(block).hasSize(3);
		return new Event(value(block.get(1), "event"), Integer.parseInt(value(block.get(0), "id")),
				JsonMapper.shared().readTree(value(block.get(2), "data")));
	}

	private static String value(String line, String field) {
		assertThat(line).startsWith(field + ": ");
		return line.substring(field.length() + 2);
	}

	/** Reads on up to an event; all that came, this one last. */
	public List<Event> until(Predicate<Event> last) {
		var events = new ArrayList<Event>();
		for (var event = next(); event != null; event = next()) {
			events.add(event);
			if (last.test(event)) {
				return events;
			}
		}
		throw new AssertionError("The stream ended with " + events);
	}

	/** Reads on up to the next event of a name. */
	public Event until(String name) {
		return until((event) -> event.name().equals(name)).getLast();
	}

	/** Reads to the end of the stream. */
	public List<Event> rest() {
		var events = new ArrayList<Event>();
		for (var event = next(); event != null; event = next()) {
			events.add(event);
		}
		return events;
	}

	/** The lines up to an empty one; none at the end of the stream. */
	private List<String> block() {
		var block = new ArrayList<String>();
		try {
			for (var line = lines.readLine(); line != null && !line.isEmpty(); line = lines.readLine()) {
				block.add(line);
			}
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		return block;
	}

	@Override
	public void close() {
		try {
			socket.close();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

}
