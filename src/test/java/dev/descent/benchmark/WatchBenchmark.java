package dev.descent.benchmark;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

import dev.descent.support.OtherJvm;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * What watchers cost the job they watch: the epochs a second of a running job with none,
 * with 500 that read, and with 500 of which 50 never read, in turn; the memory before and
 * after; whether each was told every state and the end; and how long the service takes to
 * stop with 100 of them.
 */
final class WatchBenchmark {

	private static final int WATCHERS = 500;

	private static final int SLEEPERS = 50;

	private static final int ROUNDS = 4;

	/** For the watchers to be there and the compiler to be done with them. */
	private static final Duration SETTLING = Duration.ofSeconds(3);

	/** As the image is started. */
	private static final List<String> OPTIONS = List.of("--add-modules", "jdk.incubator.vector",
			"-XX:InitialRAMPercentage=25", "-jar");

	private static final String ENDLESS = "{\"training\": {\"epochs\": 100000000, \"timeLimit\": \"PT1H\"}}";

	private static final Pattern PORT = Pattern.compile("Tomcat started on port (\\d+)");

	private static final Pattern WARM = Pattern.compile("Training with .* kernels (from now on|for good)");

	private static final Pattern TOTAL = Pattern.compile("Total +\\d+ +(\\d+)");

	private final OtherJvm service;

	private final int port;

	private final Connection connection;

	/** How long is measured at a time. */
	private final Duration phase;

	private WatchBenchmark(OtherJvm service, int port, Connection connection, Duration phase) {
		this.phase = phase;
		this.service = service;
		this.port = port;
		this.connection = connection;
	}

	/**
	 * @param arguments the jar of the service, which is started on a free port, and the
	 * seconds of each phase
	 */
	static void main(String[] arguments) throws Exception {
		var phase = Duration.ofSeconds(Integer.parseInt(arguments[1]));
		var service = new OtherJvm(OPTIONS, arguments[0], "--server.address=127.0.0.1", "--server.port=0",
				"--descent.streams.patience=60s", "--server.tomcat.connection-timeout=60s");
		try {
			int port = Integer
				.parseInt(PORT.matcher(service.outputUntil(PORT)).results().findFirst().orElseThrow().group(1));
			service.outputUntil(WARM);
			try (var connection = new Connection(port)) {
				var benchmark = new WatchBenchmark(service, port, connection, phase);
				benchmark.measure();
				benchmark.stop();
			}
		}
		finally {
			service.close();
		}
	}

	private String submit() throws IOException {
		return json(connection.post("/api/v1/training-jobs", ENDLESS)).at("/links/self").asString();
	}

	private void measure() throws IOException, InterruptedException {
		String job = submit();
		try (var watchers = new Watchers(port, job).readers(WATCHERS)) {
			phase(job, "warm-up", watchers);
		}
		var reading = new double[ROUNDS];
		var sleeping = new double[ROUNDS];
		for (int round = 0; round < ROUNDS; round++) {
			double alone = phase(job, "nobody", new Watchers(port, job));
			System.out.printf(Locale.ROOT, "heap without watchers %.1f MB%n", heap() / 1e6);
			try (var watchers = new Watchers(port, job).readers(WATCHERS)) {
				reading[round] = phase(job, WATCHERS + " that read", watchers) / alone;
			}
			try (var watchers = new Watchers(port, job).readers(WATCHERS - SLEEPERS).sleepers(SLEEPERS)) {
				sleeping[round] = phase(job, WATCHERS + ", " + SLEEPERS + " of which do not read", watchers) / alone;
				if (round == ROUNDS - 1) {
					System.out.printf(Locale.ROOT, "heap with watchers %.1f MB%n", heap() / 1e6);
					connection.post(job + "/cancel", "");
					System.out.println("told every state and the end: "
							+ watchers.told(List.of("queued", "running", "cancelled")));
				}
			}
		}
		Thread.sleep(SETTLING);
		System.out.printf(Locale.ROOT, "heap at the end %.1f MB%n", heap() / 1e6);
		System.out.printf(Locale.ROOT, "rate against nobody: all read %s, some do not %s%n", spread(reading),
				spread(sleeping));
	}

	private static String spread(double[] ratios) {
		Arrays.sort(ratios);
		return String.format(Locale.ROOT, "%.2f [%.2f, %.2f]", (ratios[(ROUNDS - 1) / 2] + ratios[ROUNDS / 2]) / 2,
				ratios[0], ratios[ROUNDS - 1]);
	}

	/** Epochs a second. */
	private double phase(String job, String who, Watchers watchers) throws IOException, InterruptedException {
		Thread.sleep(SETTLING);
		long events = watchers.events();
		var served = service.processorTime();
		var clients = ownProcessorTime();
		double epoch = epoch(job);
		long start = System.nanoTime();
		Thread.sleep(phase);
		double seconds = (System.nanoTime() - start) / 1e9;
		double rate = (epoch(job) - epoch) / seconds;
		System.out.printf(Locale.ROOT,
				"%s: %.0f epochs/s, %.0f events/s read; processors: service %.2f, clients %.2f%n", who, rate,
				(watchers.events() - events) / seconds, service.processorTime().minus(served).toNanos() / 1e9 / seconds,
				ownProcessorTime().minus(clients).toNanos() / 1e9 / seconds);
		return rate;
	}

	private double epoch(String job) throws IOException {
		return json(connection.get(job)).at("/progress/epoch").asDouble();
	}

	/** Bytes of all that can be reached. */
	private long heap() throws IOException {
		var process = new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "jcmd").toString(),
				String.valueOf(service.pid()), "GC.class_histogram")
			.start();
		var histogram = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
		return Long.parseLong(TOTAL.matcher(histogram).results().findFirst().orElseThrow().group(1));
	}

	/** From the signal to the end of the process. */
	private void stop() throws IOException, InterruptedException {
		var all = new ArrayList<Watchers>();
		for (int i = 0; i < 2; i++) {
			all.add(new Watchers(port, submit()).readers(40).sleepers(10));
		}
		Thread.sleep(SETTLING);
		long start = System.nanoTime();
		service.close();
		System.out.printf(Locale.ROOT, "stopped with 100 watchers, 20 of which do not read, and two jobs in %.2f s%n",
				(System.nanoTime() - start) / 1e9);
		for (var watchers : all) {
			watchers.close();
		}
	}

	private static Duration ownProcessorTime() {
		return ProcessHandle.current().info().totalCpuDuration().orElseThrow();
	}

	private static JsonNode json(byte[] body) {
		return JsonMapper.shared().readTree(body);
	}

}
