package dev.descent.reliability;

import java.io.IOException;
import java.io.InputStream;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Collectors;
import java.util.stream.DoubleStream;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

import static dev.descent.support.Api.DATASETS;
import static dev.descent.support.Api.JOBS;
import static dev.descent.support.Api.OPTIMIZER_PATHS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

/** A service with little memory that is asked for much of it, over a long time. */
@Tag("reliability")
class SoakTests {

	private static final String HEAP = "256m";

	/** How often the memory for results is filled. */
	private static final int TIMES = 20;

	/**
	 * How often before the heap is looked at first, so that all that is kept for good is
	 * there.
	 */
	private static final int WARMING = 3;

	private static final int ASKING = 6;

	private static final int WATCHING = 12;

	/** Of the results of a job, each larger than the service would like many to be. */
	private static final List<Question> QUESTIONS = List.of(
			new Question("/boundary?resolution=200", "application/json"),
			new Question("/boundary?resolution=200", "text/csv"),
			new Question("/boundary?resolution=200&width=2000&height=2000", "image/png"),
			new Question("/boundary?resolution=150&format=frames&frames=16", "application/json"),
			new Question("/boundary?resolution=60&format=frames&frames=16&width=1000&height=1000", "image/gif"),
			new Question("/boundary?resolution=100&format=frames&frames=16", "application/vnd.plotly.v1+json"),
			new Question("/neuron-maps?resolution=90", "application/json"),
			new Question("/neuron-maps?resolution=60", "image/svg+xml"),
			new Question("/neuron-maps?resolution=60", "image/png"),
			new Question("/loss-surface?resolution=21", "application/json"),
			new Question("/loss-surface?resolution=21&view=surface&width=1500&height=1500", "image/png"),
			new Question("/loss-history", "application/json"), new Question("/weights", "application/json"),
			new Question("/trace", "application/json"), new Question("/curvature?products=30", "application/json"),
			new Question("/evaluation", "text/plain"), new Question("/histograms", "image/svg+xml"));

	private final Map<String, AtomicInteger> answers = new ConcurrentSkipListMap<>();

	private final Latencies small = new Latencies();

	private final AtomicBoolean over = new AtomicBoolean();

	private final AtomicReference<@Nullable Throwable> failure = new AtomicReference<>();

	private final AtomicInteger events = new AtomicInteger();

	private record Question(String path, String type) {
	}

	@Test
	void aSmallHeapLastsHoweverMuchIsAsked() throws Exception {
		String budget = Scale.of(8, 40) + "MB";
		try (var service = new ServiceProcess(HEAP + " -XX:SoftRefLRUPolicyMSPerMB=0",
				"--descent.limits.result-memory=" + budget)) {
			long most = service.read("/api/v1/catalog").at("/limits/resultMemory").asLong();
			everythingOnce(service);
			awaitWarmKernels(service);
			soak(service, WARMING * most, most);
			empty(service);
			long before = service.heapInUse();
			answers.clear();
			events.set(0);

			soak(service, TIMES * most, most);
			assertThat(service.get(JOBS + "?limit=100").statusCode()).isEqualTo(200);
			empty(service);
			long after = service.heapInUse();
			report("answers " + answers);
			report("health and small GETs meanwhile: " + small);
			report("heap in use before %,d, after %,d: %+.1f %%".formatted(before, after,
					100.0 * (after - before) / before));
			assertThat(service.log()).doesNotContain("OutOfMemoryError").doesNotContain("A request failed");
			assertThat(after / (double) before).isCloseTo(1, within(0.05));
			assertThat(answers.keySet()).allMatch((answer) -> answer.matches("(200|202|404|409|413|503).*"));
		}
	}

	/**
	 * Trains jobs until they have had so many bytes of results, while others ask and
	 * watch.
	 */
	private void soak(ServiceProcess service, long bytes, long most) throws Exception {
		over.set(false);
		var others = others(service);
		long posted = 0;
		int count = 0;
		long began = System.nanoTime();
		for (; posted < bytes && failure.get() == null; count++) {
			posted += train(service, count, 40);
			long kept = service.usage().path("resultMemory").asLong();
			assertThat(kept).as("memory of results").isLessThanOrEqualTo(most);
		}
		double seconds = (System.nanoTime() - began) / 1e9;
		over.set(true);
		for (var other : others) {
			other.join(Duration.ofMinutes(2));
			assertThat(other.isAlive()).isFalse();
		}
		if (failure.get() != null) {
			throw new AssertionError("while it was asked", failure.get());
		}
		report("%,d jobs with %,d bytes of results in %.0f s, %d times what is kept (%,d); %,d events to %d watchers"
			.formatted(count, posted, seconds, posted / most, most, events.get(), WATCHING));
	}

	/** Whoever asks, watches or looks while the jobs are trained. */
	private List<Thread> others(ServiceProcess service) {
		var others = new ArrayList<Thread>();
		for (int i = 0; i < ASKING; i++) {
			var random = new Random(i);
			others.add(start(
					() -> ask(service, QUESTIONS.get(random.nextInt(QUESTIONS.size())), anyJob(service, random))));
			others.add(start(() -> {
				send(service, random);
				pause(200);
			}));
		}
		for (int i = 0; i < WATCHING; i++) {
			var random = new Random(-i);
			others.add(start(() -> watch(service, random)));
		}
		others.add(start(() -> {
			look(service);
			pause(50);
		}));
		return others;
	}

	private Thread start(Runnable deed) {
		return Thread.ofPlatform().daemon().start(() -> {
			try {
				while (!over.get()) {
					deed.run();
				}
			}
			catch (RuntimeException | Error ex) {
				failure.compareAndSet(null, ex);
			}
		});
	}

	/** The kernels that are tried out first take memory that is given back. */
	private static void awaitWarmKernels(ServiceProcess service) {
		while (service.read("/actuator/info").at("/kernels/warmUp").asString().equals("pending")) {
			pause(100);
		}
	}

	/** All kinds of requests, so that later ones find everything loaded. */
	private void everythingOnce(ServiceProcess service) {
		for (int i = 0; i < 3; i++) {
			train(service, i, 20);
			var random = new Random(i);
			for (var question : QUESTIONS) {
				ask(service, question, anyJob(service, random));
			}
			send(service, random);
			look(service);
		}
		over.set(true);
		watch(service, new Random(0));
		over.set(false);
		answers.clear();
	}

	/** A job with about a megabyte of checkpoints. */
	private static long train(ServiceProcess service, int seed, int epochs) {
		String job = """
				{"name": "soak-%d", "seed": %d, "optimizer": {"type": "adam"}, "training": {"epochs": %d},
				 "network": {"hiddenLayers": [{"units": 60, "activation": "relu"}, {"units": 60}]},
				 "recording": {"checkpoints": 16}}""".formatted(seed, seed, epochs);
		while (true) {
			var answer = service.postJson(JOBS, job, "Prefer", "wait=60");
			if (answer.statusCode() == 503) {
				pause(1000 * Integer.parseInt(answer.headers().firstValue("Retry-After").orElseThrow()));
				continue;
			}
			var ended = ServiceProcess.json(answer);
			assertThat(ended.path("state").asString()).isEqualTo("succeeded");
			assertThat(ended.path("expiresAt").isNull()).isFalse();
			return ended.path("memoryBytes").asLong();
		}
	}

	private void ask(ServiceProcess service, Question question, String job) {
		var answer = service.get(JOBS + "/" + job + question.path(), "Accept", question.type());
		count(answer.statusCode(), answer.headers().firstValue("Retry-After").isPresent(), question.path());
	}

	/** Large bodies. */
	private void send(ServiceProcess service, Random random) {
		String rows = DoubleStream.generate(random::nextDouble)
			.limit(8_000)
			.mapToObj((x) -> "[" + x + ",0.5]")
			.collect(Collectors.joining(","));
		var predictions = service.postJson(JOBS + "/example/predictions", "{\"inputs\": [" + rows + "]}");
		count(predictions.statusCode(), predictions.headers().firstValue("Retry-After").isPresent(), "predictions");
		var paths = service.postJson(OPTIMIZER_PATHS, "{\"grid\": {\"resolution\": 200}}");
		count(paths.statusCode(), paths.headers().firstValue("Retry-After").isPresent(), "paths");
		var dataset = service.send("POST", DATASETS, "x,y\n" + "1.5,2.5\n2.5,3.5\n".repeat(20_000), "Content-Type",
				"text/csv");
		count(dataset.statusCode() == 201 ? 200 : dataset.statusCode(),
				dataset.headers().firstValue("Retry-After").isPresent(), "datasets");
		dataset.headers().firstValue("Location").ifPresent((location) -> {
			var points = service.get(location + "/points");
			count(points.statusCode(), points.headers().firstValue("Retry-After").isPresent(), "points");
			service.send("DELETE", location, "");
		});
	}

	/** Follows the newest job and leaves in the middle. */
	private void watch(ServiceProcess service, Random random) {
		var request = HttpRequest
			.newBuilder(service.uri(JOBS + "/" + anyJob(service, random) + "/events?boundary=60&maxRate=10"))
			.build();
		try (var client = HttpClient.newHttpClient()) {
			var answer = client.send(request, BodyHandlers.ofInputStream());
			try (InputStream stream = answer.body()) {
				for (int i = 0; i < 20 && stream.read(new byte[4096]) >= 0; i++) {
					events.incrementAndGet();
				}
			}
			client.shutdownNow();
		}
		catch (IOException ex) {
			count(-1, true, "stream " + ex.getMessage());
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
		}
	}

	/** What must be answered in any case. */
	private void look(ServiceProcess service) {
		for (String path : List.of("/actuator/health", JOBS + "/example", JOBS + "?limit=5")) {
			var answer = small.measure(() -> service.get(path));
			assertThat(answer.statusCode()).as(path).isEqualTo(200);
		}
	}

	private void count(int status, boolean retry, String path) {
		assertThat(status == 503).as(path + " " + status).isEqualTo(status == 503 && retry);
		answers
			.computeIfAbsent((status < 300) ? "200" : status + " " + path.replaceAll("\\?.*", ""),
					(_) -> new AtomicInteger())
			.incrementAndGet();
	}

	private static String anyJob(ServiceProcess service, Random random) {
		JsonNode jobs = service.read(JOBS + "?limit=10").path("jobs");
		return jobs.get(random.nextInt(jobs.size())).path("id").asString();
	}

	/** Ends and forgets everything. */
	private static void empty(ServiceProcess service) throws InterruptedException {
		service.send("POST", JOBS + "/cancel?all=true", "");
		service.send("DELETE", JOBS + "?all=true", "");
		while (service.usage().path("streams").asInt() > 0 || service.usage().path("activeJobs").asInt() > 0) {
			Thread.sleep(100);
		}
	}

	private static void pause(int millis) {
		try {
			Thread.sleep(millis);
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
		}
	}

	private static void report(String line) {
		System.out.println("soak: " + line);
	}

}
