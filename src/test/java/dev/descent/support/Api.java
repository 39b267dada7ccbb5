package dev.descent.support;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpHeaders;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

import static org.assertj.core.api.Assertions.assertThat;

/** A client of the service under test that sends what it is told, right or wrong. */
public final class Api implements AutoCloseable {

	public static final String JOBS = "/api/v1/training-jobs";

	public static final String RACES = "/api/v1/races";

	public static final String RANGE_TESTS = "/api/v1/learning-rate-range-tests";

	public static final String OPTIMIZER_PATHS = "/api/v1/optimizer-paths";

	public static final String DATASETS = "/api/v1/datasets";

	/** A fault that keeps a job from being trained. */
	private static final String NAME_TOO_LONG = "x".repeat(201);

	/** Says in time that something hangs; nothing is measured with it. */
	private static final Duration PATIENCE = Duration.ofSeconds(60);

	private final HttpClient client = HttpClient.newHttpClient();

	private final int port;

	/** Names and values in turn, sent with every request. */
	private final String[] always;

	public Api(int port) {
		this(port, new String[0]);
	}

	private Api(int port, String[] always) {
		this.port = port;
		this.always = always;
	}

	/** A client that sends a key. */
	public Api withKey(String key) {
		return new Api(port, new String[] { "Authorization", "Bearer " + key });
	}

	/** What the service answered. */
	@SuppressWarnings("ArrayRecordComponent") // never compared
	public record Answer(int status, HttpHeaders headers, byte[] bytes) {

		public String body() {
			return new String(bytes, StandardCharsets.UTF_8);
		}

		public JsonNode json() {
			return JsonMapper.shared().readTree(bytes);
		}

		public @Nullable String header(String name) {
			return headers.firstValue(name).orElse(null);
		}

		/** The content type without parameters. */
		public String mediaType() {
			return headers.firstValue("Content-Type").orElse("none").replaceFirst(";.*", "").strip();
		}

		/** The pointers of all faults. */
		public List<String> pointers() {
			var pointers = new ArrayList<String>();
			json().path("errors").forEach((error) -> pointers.add(error.path("pointer").asString("none")));
			return pointers;
		}

		/** What is said of the fault at a pointer. */
		public String detailAt(String pointer) {
			return json().path("errors")
				.valueStream()
				.filter((error) -> error.path("pointer").asString("none").equals(pointer))
				.map((error) -> error.path("detail").asString())
				.findFirst()
				.orElseThrow();
		}

	}

	/** The pointers of all that is wrong with a job, which is never trained. */
	public List<String> faults(ObjectNode job) {
		var answer = postJson(JOBS, job.put("name", NAME_TOO_LONG).toString());
		assertThat(answer.status()).as(answer.body()).isEqualTo(422);
		var pointers = new ArrayList<>(answer.pointers());
		assertThat(pointers.remove("/name")).isTrue();
		return pointers;
	}

	/**
	 * Gets what is there.
	 * @param headers names and values in turn
	 */
	public Answer get(String path, String... headers) {
		return send("GET", path, BodyPublishers.noBody(), headers);
	}

	public Answer delete(String path) {
		return send("DELETE", path, BodyPublishers.noBody());
	}

	/** Posts without a body. */
	public Answer post(String path) {
		return send("POST", path, BodyPublishers.noBody());
	}

	public Answer postJson(String path, String json, String... headers) {
		return post(path, json.getBytes(StandardCharsets.UTF_8), withType("application/json", headers));
	}

	public Answer postCsv(String path, String csv) {
		return post(path, csv.getBytes(StandardCharsets.UTF_8), "Content-Type", "text/csv");
	}

	public Answer post(String path, byte[] body, String... headers) {
		return send("POST", path, BodyPublishers.ofByteArray(body), headers);
	}

	/** Posts without saying how long the body is. */
	public Answer postChunked(String path, byte[] body, String... headers) {
		return send("POST", path, BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(body)), headers);
	}

	private static String[] withType(String type, String... headers) {
		return Stream.concat(Stream.of("Content-Type", type), Stream.of(headers)).toArray(String[]::new);
	}

	public Answer send(String method, String path, BodyPublisher body, String... headers) {
		var request = HttpRequest.newBuilder(URI.create("http://localhost:" + port + path))
			.timeout(PATIENCE)
			.method(method, body);
		if (always.length + headers.length > 0) {
			request.headers(all(headers));
		}
		try {
			var response = client.send(request.build(), BodyHandlers.ofByteArray());
			return new Answer(response.statusCode(), response.headers(), response.body());
		}
		catch (IOException ex) {
			throw new UncheckedIOException(method + " " + path, ex);
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw new IllegalStateException(ex);
		}
	}

	/**
	 * Sends exactly these characters (Latin-1) and nothing more, and gives back all that
	 * comes until the service closes the connection.
	 */
	public String exchange(String request) {
		try (var socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
			socket.setSoTimeout((int) PATIENCE.toMillis());
			socket.getOutputStream().write(request.getBytes(StandardCharsets.ISO_8859_1));
			socket.shutdownOutput();
			return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	/**
	 * Watches a job; what comes is read only when it is asked for.
	 * @param query such as {@code ?maxRate=10}, or empty
	 */
	public Watching watch(JsonNode job, String query, String... headers) {
		return watch(path(job) + "/events" + query, headers);
	}

	/** Watches a stream. */
	public Watching watch(String path, String... headers) {
		return new Watching(port, (int) PATIENCE.toMillis(), path, all(headers));
	}

	private String[] all(String... headers) {
		return Stream.of(always, headers).flatMap(Stream::of).toArray(String[]::new);
	}

	/** Trains a job to its end, whatever that is. */
	public JsonNode train(String specification) {
		var answer = postJson(JOBS, specification, "Prefer", "wait=30");
		assertThat(answer.status()).as(answer.body()).isEqualTo(200);
		return answer.json();
	}

	/** Submits a job and does not wait for it. */
	public JsonNode submit(String specification) {
		var answer = postJson(JOBS, specification);
		assertThat(answer.status()).as(answer.body()).isEqualTo(202);
		return answer.json();
	}

	/** A job that runs until it is cancelled. */
	public JsonNode submitEndless() {
		return submit("{\"training\": {\"epochs\": 100000000, \"timeLimit\": \"PT1H\"}}");
	}

	/** A race once it has ended. */
	public JsonNode ended(String path) {
		JsonNode race;
		do {
			race = read(path + "?wait=30");
		}
		while (race.path("stopReason").isNull());
		return race;
	}

	/** What a link of a job leads to. */
	public JsonNode follow(JsonNode job, String link) {
		return read(job.path("links").path(link).asString());
	}

	/** A job's result, such as {@code weights?epoch=0}. */
	public JsonNode result(JsonNode job, String result) {
		return read(path(job) + "/" + result);
	}

	public JsonNode read(String path) {
		var answer = get(path);
		assertThat(answer.status()).as(path + ": " + answer.body()).isEqualTo(200);
		return answer.json();
	}

	/** Where a job is. */
	public static String path(JsonNode job) {
		return JOBS + "/" + job.path("id").asString();
	}

	/** Cancels all jobs that have not ended, of every kind. */
	public void cancelAll() {
		for (String state : List.of("queued", "running")) {
			String page = "?limit=100&state=" + state;
			for (var list : List.of(read(RACES + page).path("races"), read(JOBS + page).path("jobs"),
					read(RANGE_TESTS + page).path("tests"))) {
				list.forEach((job) -> post(job.path("links").path("self").asString() + "/cancel"));
			}
		}
	}

	@Override
	public void close() {
		client.shutdownNow();
	}

}
