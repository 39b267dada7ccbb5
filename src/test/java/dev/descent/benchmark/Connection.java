package dev.descent.benchmark;

import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;

/**
 * A connection to a service on this machine that is kept, and takes as little of the
 * processor from it as may be: no more of HTTP is understood than the service speaks.
 */
final class Connection implements AutoCloseable {

	private static final byte[] TRAIN = request("POST /api/v1/training-jobs", """
			Prefer: wait=60
			Content-Type: application/json
			Content-Length: 2
			""", "{}");

	/** More than any answer that is asked for. */
	private static final int MOST_BYTES = 1 << 22;

	private final int port;

	private Socket socket;

	private InputStream answers;

	/** Said by the service, which serves a number of requests on a connection. */
	private boolean ended;

	private final byte[] buffer = new byte[MOST_BYTES];

	Connection(int port) throws IOException {
		this.port = port;
		this.socket = connect(port);
		this.answers = answersOf(socket);
	}

	private static Socket connect(int port) throws IOException {
		var socket = new Socket(InetAddress.getLoopbackAddress(), port);
		socket.setTcpNoDelay(true);
		socket.setSoTimeout(60_000);
		return socket;
	}

	private static InputStream answersOf(Socket socket) throws IOException {
		return new BufferedInputStream(socket.getInputStream(), 1 << 14);
	}

	private static byte[] request(String line, String headers, String body) {
		return (line + " HTTP/1.1\r\nHost: localhost\r\n" + headers + "\r\n" + body)
			.getBytes(StandardCharsets.US_ASCII);
	}

	/** Trains a job with all defaults and waits for its end. */
	byte[] trainDefaultJob() throws IOException {
		return answer(TRAIN);
	}

	byte[] get(String path) throws IOException {
		return answer(request("GET " + path, "", ""));
	}

	byte[] get(String path, String accept) throws IOException {
		return answer(request("GET " + path, "Accept: " + accept + "\r\n", ""));
	}

	/** Posts something that takes a while, and waits for its end. */
	byte[] postAndWait(String path, String json) throws IOException {
		return answer(request("POST " + path,
				"Prefer: wait=60\r\nContent-Type: application/json\r\nContent-Length: " + json.length() + "\r\n",
				json));
	}

	byte[] post(String path, String json) throws IOException {
		return answer(request("POST " + path,
				"Content-Type: application/json\r\nContent-Length: " + json.length() + "\r\n", json));
	}

	private byte[] answer(byte[] request) throws IOException {
		if (ended) {
			socket.close();
			socket = connect(port);
			answers = answersOf(socket);
		}
		socket.getOutputStream().write(request);
		String status = line();
		if (!status.contains(" 20")) {
			throw new IOException("the service answered " + status);
		}
		int length = -1;
		ended = false;
		for (String header = line(); !header.isEmpty(); header = line()) {
			var lowerCase = header.toLowerCase(Locale.ROOT);
			if (lowerCase.startsWith("content-length:")) {
				length = Integer.parseInt(lowerCase.substring(15).strip());
			}
			ended |= lowerCase.equals("connection: close");
		}
		return (length >= 0) ? answers.readNBytes(length) : chunks();
	}

	private byte[] chunks() throws IOException {
		int read = 0;
		for (int size = chunkSize(); size > 0; size = chunkSize()) {
			if (answers.readNBytes(buffer, read, size) < size) {
				throw new EOFException();
			}
			read += size;
			line();
		}
		line();
		return Arrays.copyOf(buffer, read);
	}

	private int chunkSize() throws IOException {
		return Integer.parseInt(line(), 16);
	}

	private String line() throws IOException {
		var line = new StringBuilder();
		for (int c = answers.read(); c != '\n'; c = answers.read()) {
			if (c < 0) {
				throw new EOFException();
			}
			if (c != '\r') {
				line.append((char) c);
			}
		}
		return line.toString();
	}

	@Override
	public void close() throws IOException {
		socket.close();
	}

}
