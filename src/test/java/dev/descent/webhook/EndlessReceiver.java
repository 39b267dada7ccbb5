package dev.descent.webhook;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;

/** Answers on the loopback interface and never comes to an end. */
final class EndlessReceiver implements AutoCloseable {

	private final ServerSocket server;

	EndlessReceiver(String beginning, String rest) {
		try {
			server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		Thread.ofVirtual().start(() -> accept(beginning, rest.repeat(1000)));
	}

	private void accept(String beginning, String rest) {
		while (!server.isClosed()) {
			try {
				var socket = server.accept();
				Thread.ofVirtual().start(() -> answer(socket, beginning, rest));
			}
			catch (IOException _) {
				return;
			}
		}
	}

	private static void answer(Socket socket, String beginning, String rest) {
		try (socket) {
			var out = socket.getOutputStream();
			out.write(beginning.getBytes(StandardCharsets.ISO_8859_1));
			while (true) {
				out.write(rest.getBytes(StandardCharsets.ISO_8859_1));
			}
		}
		catch (IOException _) {
			// the other side has gone
		}
	}

	String url() {
		return "http://127.0.0.1:" + server.getLocalPort() + "/";
	}

	@Override
	public void close() {
		try {
			server.close();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

}
