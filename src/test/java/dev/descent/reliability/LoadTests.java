package dev.descent.reliability;

import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntConsumer;

import dev.descent.engine.kernel.ScalarKernels;
import dev.descent.support.OtherJvm;
import dev.descent.training.Trainings;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

import static dev.descent.support.Api.JOBS;
import static org.assertj.core.api.Assertions.assertThat;

/** Many clients with many small jobs. */
@Tag("reliability")
class LoadTests {

	private static final int CLIENTS = 32;

	/** Less than a millisecond of training. */
	private static final String TINY = """
			{"name": "%s", "dataset": {"type": "moons", "samples": 20}, "network": {"hiddenLayers": [{"units": 4}]},
			 "training": {"epochs": 20}, "recording": {"checkpoints": 2}}""";

	/** Long enough to fill a short queue. */
	private static final String SMALL = TINY.replace("\"epochs\": 20", "\"epochs\": 5000")
		.replace("\"checkpoints\": 2", "\"checkpoints\": 2, \"evaluateEvery\": 100");

	private final Latencies posts = new Latencies();

	private final Latencies gets = new Latencies();

	@Test
	void everyJobOfManyClientsIsTrainedOnce() throws Exception {
		int count = Scale.of(2_000, 10_000);
		try (var service = new ServiceProcess("1g", "--descent.limits.active-jobs=" + count)) {
			var warm = new ConcurrentHashMap<String, String>();
			clients(500, (i) -> post(service, TINY, "warm-" + i, warm, new Latencies()));
			awaitEnd(service);

			var ids = new ConcurrentHashMap<String, String>();
			long began = System.nanoTime();
			clients(count, (i) -> {
				post(service, TINY, "load-" + i, ids, posts);
				if (i % 10 == 0) {
					// As a client does that has lost the answer.
					String first = ids.get("load-" + i);
					post(service, TINY, "load-" + i, ids, posts);
					assertThat(ids).containsEntry("load-" + i, first);
				}
				String id = ids.get("load-" + i);
				var job = ServiceProcess.json(gets.measure(() -> service.get(JOBS + "/" + id)));
				assertThat(job.path("state").asString()).isIn("queued", "running", "succeeded");
			});
			awaitEnd(service);
			double seconds = (System.nanoTime() - began) / 1e9;
			assertTrainedOnce(service, ids, "load-", count);
			report("%,d jobs from %d clients in %.1f s: %,.0f jobs/s".formatted(count, CLIENTS, seconds,
					count / seconds));
			report("POST " + posts);
			report("GET of a job " + gets);
		}
		report("bare engine, as many jobs: " + bareEngine(count));
	}

	@Test
	void withTheQueueFullTheRestIsRefusedAndSucceedsLater() throws Exception {
		int count = Scale.of(300, 2_000);
		var refused = new AtomicInteger();
		try (var service = new ServiceProcess("512m", "--descent.limits.active-jobs=16")) {
			var ids = new ConcurrentHashMap<String, String>();
			clients(count, (i) -> {
				while (!ids.containsKey("full-" + i)) {
					var answer = post(service, SMALL, "full-" + i, ids, posts);
					if (answer.statusCode() == 503) {
						refused.incrementAndGet();
						pause(retryAfter(answer));
					}
				}
			});
			awaitEnd(service);
			assertTrainedOnce(service, ids, "full-", count);
		}
		assertThat(refused.get()).isPositive();
		report("queue of 16: %,d jobs, %,d times refused, POST %s".formatted(count, refused.get(), posts));
	}

	private static int retryAfter(HttpResponse<byte[]> refusal) {
		int seconds = Integer.parseInt(refusal.headers().firstValue("Retry-After").orElseThrow());
		assertThat(seconds).isBetween(1, 60);
		return seconds;
	}

	private static void pause(int seconds) {
		try {
			Thread.sleep(seconds * 1000L);
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
		}
	}

	private static HttpResponse<byte[]> post(ServiceProcess service, String job, String name, Map<String, String> ids,
			Latencies latencies) {
		var answer = latencies.measure(() -> service.postJson(JOBS, job.formatted(name), "Idempotency-Key", name));
		if (answer.statusCode() != 503) {
			ids.put(name, ServiceProcess.json(answer).path("id").asString());
		}
		return answer;
	}

	/** Each of the clients does every so-many-th of the deeds, one after the other. */
	private static void clients(int count, IntConsumer deed) throws Exception {
		try (var executor = Executors.newFixedThreadPool(CLIENTS)) {
			var clients = new ArrayList<Callable<Void>>();
			for (int c = 0; c < CLIENTS; c++) {
				int first = c;
				clients.add(() -> {
					for (int i = first; i < count; i += CLIENTS) {
						deed.accept(i);
					}
					return null;
				});
			}
			for (var client : executor.invokeAll(clients)) {
				client.get();
			}
		}
	}

	/** Waits until no job is left that has not ended. */
	private static void awaitEnd(ServiceProcess service) {
		long deadline = System.nanoTime() + TimeUnit.MINUTES.toNanos(5);
		while (service.usage().path("activeJobs").asInt() > 0) {
			assertThat(System.nanoTime()).isLessThan(deadline);
			pause(1);
		}
	}

	/** All are there, under the ids that were answered, and ran once to their end. */
	private static void assertTrainedOnce(ServiceProcess service, Map<String, String> ids, String prefix, int count) {
		var found = new HashMap<String, List<String>>();
		var states = new HashSet<String>();
		String next = JOBS + "?limit=100";
		while (next != null) {
			var page = service.read(next);
			page.path("jobs").forEach((job) -> {
				String name = job.path("name").asString("");
				if (name.startsWith(prefix)) {
					found.computeIfAbsent(name, (_) -> new ArrayList<>()).add(job.path("id").asString());
					states.add(job.path("state").asString());
				}
			});
			next = page.path("next").isNull() ? null : page.path("next").asString();
		}
		assertThat(states).containsExactly("succeeded");
		assertThat(found).hasSize(count);
		found.forEach((name, jobs) -> assertThat(jobs).as(name).containsExactly(ids.get(name)));
		for (int i = 0; i < count; i += 20) {
			var job = service.read(JOBS + "/" + ids.get(prefix + i));
			assertThat(job.path("transitions").valueStream().map((state) -> state.path("state").asString()))
				.containsExactly("queued", "running", "succeeded");
			assertThat(job.at("/progress/epoch")).isEqualTo(job.at("/specification/training/epochs"));
		}
	}

	private static String bareEngine(int count) {
		try (var jvm = new OtherJvm(OtherJvm.withClassPath("-Xmx1g", "--add-modules", "jdk.incubator.vector"),
				BareEngine.class, TINY.formatted("bare"), String.valueOf(count))) {
			return jvm.output().lines().toList().getLast();
		}
	}

	static void report(String line) {
		System.out.println("load: " + line);
	}

	/** Trains the same jobs with nothing around the engine. */
	static final class BareEngine {

		private BareEngine() {
		}

		public static void main(String... arguments) throws Exception {
			int count = Integer.parseInt(arguments[1]);
			train(arguments[0], count);
			long began = System.nanoTime();
			train(arguments[0], count);
			double seconds = (System.nanoTime() - began) / 1e9;
			System.out.println(String.format(Locale.ROOT, "%.2f s: %.0f jobs/s", seconds, count / seconds));
		}

		private static void train(String json, int count) throws Exception {
			int threads = Runtime.getRuntime().availableProcessors();
			try (var executor = Executors.newFixedThreadPool(threads)) {
				var shares = new ArrayList<Callable<Void>>();
				for (int t = 0; t < threads; t++) {
					int share = count / threads;
					shares.add(() -> {
						for (int i = 0; i < share; i++) {
							var run = Trainings.run(Trainings.experiment(json), new ScalarKernels());
							run.advance(Integer.MAX_VALUE);
						}
						return null;
					});
				}
				for (var share : executor.invokeAll(shares)) {
					share.get();
				}
			}
		}

	}

}
