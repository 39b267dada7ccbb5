package dev.descent.webhook;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;

import static org.assertj.core.api.Assertions.assertThat;

/** Takes messages on the loopback interface and answers as it is told. */
final class Receiver implements AutoCloseable {

	private static final int HANG = 0;

	private final BlockingQueue<Received> received = new LinkedBlockingQueue<>();

	private final CountDownLatch closed = new CountDownLatch(1);

	private final HttpServer server;

	/** What came. */
	record Received(Headers headers, String body) {

		String header(String name) {
			return headers.getFirst(name);
		}

	}

	/**
	 * @param statuses to answer with, the last one for ever; 0 to answer nothing
	 */
	private Receiver(List<Integer> statuses, String location) {
		try {
			server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		var left = new LinkedBlockingQueue<>(statuses);
		server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
		server.createContext("/", (exchange) -> answer(exchange, left, location));
		server.start();
	}

	static Receiver answering(Integer... statuses) {
		return new Receiver(List.of(statuses), "");
	}

	static Receiver redirecting(int status, String location) {
		return new Receiver(List.of(status), location);
	}

	static Receiver hanging() {
		return new Receiver(List.of(HANG), "");
	}

	private void answer(HttpExchange exchange, LinkedBlockingQueue<Integer> left, String location) throws IOException {
		received.add(new Received(exchange.getRequestHeaders(),
				new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8)));
		int status = (left.size() > 1) ? left.remove() : left.element();
		if (status == HANG) {
			try {
				closed.await();
			}
			catch (InterruptedException _) {
				Thread.currentThread().interrupt();
			}
			return;
		}
		if (!location.isEmpty()) {
			exchange.getResponseHeaders().set("Location", location);
		}
		exchange.sendResponseHeaders(status, -1);
		exchange.close();
	}

	int port() {
		return server.getAddress().getPort();
	}

	String url() {
		return "http://127.0.0.1:" + port() + "/hook?course=ml-101";
	}

	Received next() {
		try {
			var next = received.poll(30, TimeUnit.SECONDS);
			assertThat(next).as("a message").isNotNull();
			return next;
		}
		catch (InterruptedException ex) {
			throw new IllegalStateException(ex);
		}
	}

	/** How many messages came that nobody has looked at. */
	int waiting() {
		return received.size();
	}

	@Override
	public void close() {
		closed.countDown();
		server.stop(0);
	}

}
