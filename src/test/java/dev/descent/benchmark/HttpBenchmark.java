package dev.descent.benchmark;

import java.time.Duration;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Pattern;

import dev.descent.engine.kernel.KernelChoice;
import dev.descent.engine.kernel.KernelPreference;
import dev.descent.engine.kernel.Kernels;
import dev.descent.engine.kernel.WarmingKernels;
import dev.descent.support.OtherJvm;
import dev.descent.training.Trainings;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * What HTTP adds to training: default jobs sent to a service on this machine, beside the
 * same jobs on the bare engine in this process, in turn. It prints how much longer than
 * its training a job takes, and how many jobs a second are done.
 */
final class HttpBenchmark {

	private static final int JOBS = 2000;

	/** The compiler is busy with HTTP and JSON for that long. */
	private static final int WARM_UP_JOBS = 60_000;

	/** As the image is started. */
	static final List<String> OPTIONS = List.of("--add-modules", "jdk.incubator.vector", "-XX:InitialRAMPercentage=25",
			"-jar");

	private static final int CLIENTS = 16;

	private static final int ROUNDS = 5;

	private static final int SINGLE_JOBS = 300;

	/** As many as the service has by default. */
	static final int WORKERS = Runtime.getRuntime().availableProcessors();

	static final Pattern PORT = Pattern.compile("Tomcat started on port (\\d+)");

	static final Pattern WARM = Pattern.compile("Training with .* kernels (from now on|for good)");

	private HttpBenchmark() {
	}

	/**
	 * @param arguments the jar of the service, which is started on a free port
	 */
	static void main(String[] arguments) throws Exception {
		try (var service = new OtherJvm(OPTIONS, arguments[0], "--server.address=127.0.0.1", "--server.port=0")) {
			var port = PORT.matcher(service.outputUntil(PORT)).results().findFirst().orElseThrow().group(1);
			service.outputUntil(WARM);
			measure(service, Integer.parseInt(port));
		}
	}

	private static void measure(OtherJvm service, int port) throws Exception {
		var kernels = warmKernels();
		throughHttp(port, WARM_UP_JOBS);
		onTheBareEngine(kernels, JOBS);
		System.out.printf(Locale.ROOT, "kernels: %s in the service, %s here%n", kernelsOf(port), kernels.name());
		printAdded(port);
		double[] ratios = new double[ROUNDS];
		for (int round = 0; round < ROUNDS; round++) {
			double before = milliseconds(service.processorTime());
			double start = milliseconds(ownProcessorTime());
			double http = throughHttp(port, JOBS);
			double after = milliseconds(service.processorTime());
			double middle = milliseconds(ownProcessorTime());
			double bare = onTheBareEngine(kernels, JOBS);
			double end = milliseconds(ownProcessorTime());
			ratios[round] = http / bare;
			System.out.printf(Locale.ROOT,
					"%d jobs of %d clients: %.0f jobs/s through HTTP, %.0f on the bare engine, ratio %.2f; processor time a job: service %.2f ms, clients %.2f ms, bare engine %.2f ms%n",
					JOBS, CLIENTS, http, bare, ratios[round], (after - before) / JOBS, (middle - start) / JOBS,
					(end - middle) / JOBS);
		}
		Arrays.sort(ratios);
		System.out.printf(Locale.ROOT, "median ratio %.2f%n", ratios[ROUNDS / 2]);
	}

	private static Duration ownProcessorTime() {
		return ProcessHandle.current().info().totalCpuDuration().orElseThrow();
	}

	private static double milliseconds(Duration duration) {
		return duration.toNanos() / 1e6;
	}

	private static String kernelsOf(int port) throws Exception {
		try (var connection = new Connection(port)) {
			return json(connection.get("/actuator/info")).at("/kernels/inUse").asString();
		}
	}

	/** How much longer than its training a job takes when nothing else is going on. */
	private static void printAdded(int port) throws Exception {
		double[] engine = new double[SINGLE_JOBS];
		double[] added = new double[SINGLE_JOBS];
		try (var connection = new Connection(port)) {
			for (int i = 0; i < SINGLE_JOBS; i++) {
				long start = System.nanoTime();
				byte[] answer = connection.trainDefaultJob();
				double whole = (System.nanoTime() - start) / 1e6;
				engine[i] = json(answer).path("trainedSeconds").asDouble() * 1e3;
				added[i] = whole - engine[i];
			}
		}
		Arrays.sort(engine);
		Arrays.sort(added);
		System.out.printf(Locale.ROOT,
				"one job at a time: engine %.1f ms; HTTP adds %.2f ms (median), %.2f ms (95 %%), %.2f ms (largest of %d)%n",
				engine[SINGLE_JOBS / 2], added[SINGLE_JOBS / 2], added[SINGLE_JOBS * 95 / 100], added[SINGLE_JOBS - 1],
				SINGLE_JOBS);
	}

	/** Jobs a second. */
	private static double throughHttp(int port, int jobs) throws Exception {
		return rate(CLIENTS, jobs, (remaining) -> {
			try (var connection = new Connection(port)) {
				while (remaining.getAndDecrement() > 0) {
					connection.trainDefaultJob();
				}
			}
			return null;
		});
	}

	/** Jobs a second. */
	private static double onTheBareEngine(Kernels kernels, int jobs) throws Exception {
		var experiment = Trainings.experiment("{}");
		return rate(WORKERS, jobs, (remaining) -> {
			while (remaining.getAndDecrement() > 0) {
				Trainings.run(experiment, kernels).finish();
			}
			return null;
		});
	}

	interface Client {

		Void work(AtomicInteger remaining) throws Exception;

	}

	static double rate(int threads, int jobs, Client client) throws InterruptedException, ExecutionException {
		var remaining = new AtomicInteger(jobs);
		Callable<Void> work = () -> client.work(remaining);
		try (var executor = Executors.newFixedThreadPool(threads)) {
			long start = System.nanoTime();
			for (var done : executor.invokeAll(Collections.nCopies(threads, work))) {
				done.get();
			}
			return jobs / ((System.nanoTime() - start) / 1e9);
		}
	}

	static Kernels warmKernels() {
		var kernels = KernelChoice.of(KernelPreference.AUTO).kernels();
		if (kernels instanceof WarmingKernels warming) {
			var warmUp = warming.warmUp();
			while (!warmUp.advance(System::nanoTime)) {
				// on
			}
		}
		return kernels;
	}

	static JsonNode json(byte[] body) {
		return JsonMapper.shared().readTree(body);
	}

}
