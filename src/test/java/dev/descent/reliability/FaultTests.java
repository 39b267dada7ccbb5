package dev.descent.reliability;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

import static dev.descent.support.Api.JOBS;
import static org.assertj.core.api.Assertions.assertThat;

/**
 * What goes wrong around the service: others than those who are the cause notice nothing.
 * What goes wrong inside of it is tested beside what it happens to.
 */
@Tag("reliability")
class FaultTests {

	/** More than Tomcat has threads. */
	private static final int MANY = 250;

	private static ServiceProcess service;

	@BeforeAll
	static void start() {
		service = new ServiceProcess("256m", "--descent.outbound.allow-private-addresses=true",
				"--logging.file.name=/dev/full");
	}

	@AfterAll
	static void stop() {
		service.close();
	}

	@Test
	void aFullDiskForTheLogsHoldsUpNobody() {
		assertThat(service.postJson(JOBS, "{\"seed\": \"x\"}").statusCode()).isEqualTo(422);
		assertAtWork();
	}

	@Test
	void clientsThatSendByteByByteAreGivenUp() throws Exception {
		var slow = new ArrayList<Socket>();
		try {
			for (int i = 0; i < 60; i++) {
				slow.add(request("POST " + JOBS + " HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\n"
						+ "Content-Length: 100000\r\n\r\n{"));
			}
			long began = System.nanoTime();
			var waiting = new ArrayList<>(slow);
			while (!waiting.isEmpty()) {
				assertThat(System.nanoTime() - began).isLessThan(TimeUnit.SECONDS.toNanos(60));
				waiting.removeIf((socket) -> !takesAnother(socket));
				assertAtWork();
				Thread.sleep(500);
			}
			assertThat(readAll(slow.getFirst())).startsWith("HTTP/1.1 408 ").contains("/problems/too-slow");
			System.out.println("fault: 60 clients that sent byte by byte were given up after %d s"
				.formatted(TimeUnit.NANOSECONDS.toSeconds(System.nanoTime() - began)));
		}
		finally {
			close(slow);
		}
		assertAtWork();
	}

	@Test
	void clientsThatVanishInMidStreamLeaveNothingBehind() throws Exception {
		var job = ServiceProcess
			.json(service.postJson(JOBS, "{\"training\": {\"epochs\": 100000000, \"timeLimit\": \"PT1H\"}}"));
		String path = JOBS + "/" + job.path("id").asString();
		int before = service.usage().path("streams").asInt();
		var watching = new ArrayList<Socket>();
		for (int i = 0; i < MANY; i++) {
			watching.add(request("GET " + path + "/events?boundary=20&maxRate=10 HTTP/1.1\r\nHost: localhost\r\n\r\n"));
		}
		awaitStreams(before + MANY);
		assertAtWork();
		for (var socket : watching) {
			// A reset, as when a cable is pulled and put in again.
			socket.setSoLinger(true, 0);
			socket.close();
		}
		awaitStreams(before);
		assertAtWork();
		assertThat(service.postJson(path + "/cancel", "{}").statusCode()).isIn(200, 415, 422);
		service.send("POST", path + "/cancel", "");
	}

	@Test
	void clientsThatVanishInTheMiddleOfALargeAnswerGiveItsMemoryBack() throws Exception {
		var left = new ArrayList<Socket>();
		for (int i = 0; i < MANY; i++) {
			left.add(request("GET " + JOBS + "/example/boundary?resolution=200 HTTP/1.1\r\nHost: localhost\r\n\r\n"));
		}
		close(left);
		long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(60);
		while (service.usage().path("answerMemory").asLong() > 0) {
			assertThat(System.nanoTime()).isLessThan(deadline);
			Thread.sleep(100);
		}
		assertAtWork();
	}

	@Test
	void receiversThatNeverAnswerHoldUpNoJob() throws Exception {
		try (var receiver = new ServerSocket(0, 500, InetAddress.getLoopbackAddress())) {
			String job = """
					{"training": {"epochs": 10}, "webhooks": [{"url": "http://127.0.0.1:%d/", "secret": "0123456789abcdef"}]}"""
				.formatted(receiver.getLocalPort());
			for (int i = 0; i < 200; i++) {
				var answer = service.postJson(JOBS, job, "Prefer", "wait=30");
				assertThat(answer.statusCode()).as(new String(answer.body(), StandardCharsets.UTF_8)).isEqualTo(200);
			}
			assertAtWork();
		}
	}

	/** Whether a job is trained and shown. */
	private static void assertAtWork() {
		var job = ServiceProcess.json(service.postJson(JOBS, "{\"training\": {\"epochs\": 10}}", "Prefer", "wait=30"));
		assertThat(job.path("state").asString()).isEqualTo("succeeded");
		assertThat(service.get(JOBS + "/example/boundary").statusCode()).isEqualTo(200);
		assertThat(service.get("/actuator/health").statusCode()).isEqualTo(200);
	}

	private static Socket request(String request) throws IOException {
		var socket = new Socket(InetAddress.getByName("127.0.0.1"), service.port());
		socket.setSoTimeout(30_000);
		socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
		return socket;
	}

	/** Sends one more byte, unless there is an answer already. */
	private static boolean takesAnother(Socket socket) {
		try {
			if (socket.getInputStream().available() > 0) {
				return false;
			}
			socket.getOutputStream().write(' ');
			return true;
		}
		catch (IOException ex) {
			return false;
		}
	}

	private static String readAll(Socket socket) throws IOException {
		var text = new StringBuilder();
		InputStream stream = socket.getInputStream();
		try {
			for (int next = stream.read(); next >= 0; next = stream.read()) {
				text.append((char) next);
			}
		}
		catch (SocketException ex) {
			// What was sent after the answer is not read.
		}
		return text.toString();
	}

	private static void awaitStreams(int count) throws InterruptedException {
		long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(90);
		while (service.usage().path("streams").asInt() != count) {
			assertThat(System.nanoTime()).as("%d streams", service.usage().path("streams").asInt())
				.isLessThan(deadline);
			Thread.sleep(100);
		}
	}

	private static void close(List<Socket> sockets) throws IOException {
		for (var socket : sockets) {
			socket.close();
		}
	}

}
