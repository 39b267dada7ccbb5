package dev.descent.reliability;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import dev.descent.DescentApplication;
import dev.descent.support.OtherJvm;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import static org.assertj.core.api.Assertions.assertThat;

/** The service in a JVM of its own, on a free port of the loopback address. */
final class ServiceProcess implements AutoCloseable {

	private static final Pattern STARTED = Pattern.compile("Tomcat started on port (\\d+)");

	private static final Pattern USED = Pattern.compile("heap .*used (\\d+)K", Pattern.DOTALL);

	/** Says in time that something hangs. */
	private static final Duration PATIENCE = Duration.ofSeconds(60);

	private final OtherJvm jvm;

	private final int port;

	private final StringBuffer log = new StringBuffer();

	private final HttpClient client = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

	/**
	 * @param heap such as {@code 256m}
	 * @param settings such as {@code --descent.limits.streams=2}
	 */
	ServiceProcess(String heap, String... settings) {
		var arguments = Stream.concat(Stream.of("--server.address=127.0.0.1", "--server.port=0"), Stream.of(settings))
			.toArray(String[]::new);
		this.jvm = new OtherJvm(OtherJvm.withClassPath("-Xmx" + heap, "--add-modules", "jdk.incubator.vector"),
				DescentApplication.class, arguments);
		var started = STARTED.matcher(jvm.outputUntil(STARTED));
		assertThat(started.find()).isTrue();
		this.port = Integer.parseInt(started.group(1));
		Thread.ofVirtual().start(() -> jvm.output().lines().forEach((line) -> log.append(line).append('\n')));
	}

	int port() {
		return port;
	}

	URI uri(String path) {
		return URI.create("http://127.0.0.1:" + port + path);
	}

	HttpResponse<byte[]> get(String path, String... headers) {
		return send("GET", path, "", headers);
	}

	HttpResponse<byte[]> postJson(String path, String json, String... headers) {
		return send("POST", path, json, Stream.concat(Stream.of("Content-Type", "application/json"), Stream.of(headers))
			.toArray(String[]::new));
	}

	HttpResponse<byte[]> send(String method, String path, String body, String... headers) {
		var request = HttpRequest.newBuilder(uri(path))
			.timeout(PATIENCE)
			.method(method, body.isEmpty() ? BodyPublishers.noBody() : BodyPublishers.ofString(body));
		if (headers.length > 0) {
			request.headers(headers);
		}
		try {
			return client.send(request.build(), BodyHandlers.ofByteArray());
		}
		catch (IOException ex) {
			throw new UncheckedIOException(method + " " + path, ex);
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw new IllegalStateException(ex);
		}
	}

	JsonNode read(String path) {
		return json(get(path));
	}

	static JsonNode json(HttpResponse<byte[]> answer) {
		assertThat(answer.statusCode()).as(new String(answer.body(), StandardCharsets.UTF_8)).isBetween(200, 299);
		return JsonMapper.shared().readTree(answer.body());
	}

	JsonNode usage() {
		return read("/api/v1/catalog").path("usage");
	}

	/** All that it has logged since it started. */
	String log() {
		return log.toString();
	}

	/** What the heap holds after full collections, in bytes. */
	long heapInUse() {
		for (int i = 0; i < 3; i++) {
			command("GC.run");
		}
		var used = USED.matcher(command("GC.heap_info"));
		assertThat(used.find()).isTrue();
		return Long.parseLong(used.group(1)) << 10;
	}

	/** By the JDK's own tool, which attaches to the JVM. */
	private String command(String command) {
		var jcmd = Path.of(System.getProperty("java.home"), "bin", "jcmd").toString();
		try {
			var process = new ProcessBuilder(List.of(jcmd, String.valueOf(jvm.pid()), command))
				.redirectErrorStream(true)
				.start();
			try (BufferedReader reader = process.inputReader()) {
				return String.join("\n", reader.lines().toList());
			}
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	@Override
	public void close() {
		client.shutdownNow();
		jvm.close();
	}

}
