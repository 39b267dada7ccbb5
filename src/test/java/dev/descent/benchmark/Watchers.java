package dev.descent.benchmark;

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
import java.util.concurrent.atomic.LongAdder;

import org.jspecify.annotations.Nullable;

/** Clients that watch a job, some of them without ever reading what they are told. */
final class Watchers implements AutoCloseable {

	/** So that a client that does not read soon holds up who writes to it. */
	private static final int LITTLE = 1 << 16;

	private final int port;

	private final String path;

	private final List<Watcher> readers = new ArrayList<>();

	private final List<Watcher> sleepers = new ArrayList<>();

	private final LongAdder events = new LongAdder();

	Watchers(int port, String job) {
		this.port = port;
		this.path = job + "/events";
	}

	/** More of them that read what comes. */
	Watchers readers(int count) throws IOException {
		for (int i = 0; i < count; i++) {
			var reader = new Watcher(path);
			readers.add(reader);
			reader.read();
		}
		return this;
	}

	/**
	 * More of them that do not. They ask for large pictures, or else the network would
	 * hold all they are told.
	 */
	Watchers sleepers(int count) throws IOException {
		for (int i = 0; i < count; i++) {
			sleepers.add(new Watcher(path + "?boundary=100"));
		}
		return this;
	}

	/** Events that were read so far. */
	long events() {
		return events.sum();
	}

	/**
	 * Reads every stream to its end, those of the sleepers too.
	 * @return how many readers and how many sleepers were told exactly these states and
	 * the end
	 */
	String told(List<String> states) throws InterruptedException {
		sleepers.forEach(Watcher::read);
		return told(readers, states) + " of " + readers.size() + " readers and " + told(sleepers, states) + " of "
				+ sleepers.size() + " sleepers";
	}

	private static int told(List<Watcher> watchers, List<String> states) throws InterruptedException {
		int told = 0;
		for (var watcher : watchers) {
			told += watcher.hasRead(states) ? 1 : 0;
		}
		return told;
	}

	@Override
	public void close() throws IOException {
		for (var reader : readers) {
			reader.socket.close();
		}
		for (var sleeper : sleepers) {
			sleeper.socket.close();
		}
	}

	private final class Watcher {

		private final Socket socket = new Socket();

		private final List<String> states = new ArrayList<>();

		private boolean ended;

		private @Nullable Thread thread;

		Watcher(String path) throws IOException {
			socket.setReceiveBufferSize(LITTLE);
			socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
			socket.getOutputStream()
				.write(("GET " + path + " HTTP/1.0\r\nHost: localhost\r\n\r\n").getBytes(StandardCharsets.US_ASCII));
		}

		void read() {
			thread = Thread.ofVirtual().start(this::follow);
		}

		private void follow() {
			try (var lines = new BufferedReader(
					new InputStreamReader(socket.getInputStream(), StandardCharsets.US_ASCII), LITTLE)) {
				var event = "";
				for (var line = lines.readLine(); line != null; line = lines.readLine()) {
					if (line.startsWith("event: ")) {
						event = line.substring(7);
						events.increment();
					}
					else if (line.startsWith("data: ") && event.equals("state")) {
						states.add(line.replaceFirst(".*\"state\":\"(\\w+)\".*", "$1"));
					}
					ended |= event.equals("end");
				}
			}
			catch (IOException ex) {
				if (!socket.isClosed()) {
					throw new UncheckedIOException(ex);
				}
			}
		}

		boolean hasRead(List<String> expected) throws InterruptedException {
			if (thread != null) {
				thread.join();
			}
			return ended && states.equals(expected);
		}

	}

}
