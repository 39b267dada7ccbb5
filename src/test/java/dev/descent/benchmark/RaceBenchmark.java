package dev.descent.benchmark;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

import dev.descent.engine.kernel.Kernels;
import dev.descent.support.OtherJvm;
import dev.descent.training.Experiment;
import dev.descent.training.Trainings;

/**
 * What a race takes beside its runs on the bare engine: eight optimizers with ten seeds,
 * 500 epochs of moons each, posted to a service on this machine and waited for, and the
 * same runs in this process with as many threads, in turn. Every race has other seeds, so
 * that nothing is shared.
 */
final class RaceBenchmark {

	private static final List<String> OPTIMIZERS = List.of("\"sgd\"", "\"sgd\", \"momentum\": 0.9",
			"\"sgd\", \"momentum\": 0.9, \"nesterov\": true", "\"adagrad\"", "\"rmsprop\"", "\"adam\"", "\"nadam\"",
			"\"adamw\"");

	private static final int SEEDS = 10;

	private static final int WARM_UP_ROUNDS = 150;

	private static final int ROUNDS = 41;

	private RaceBenchmark() {
	}

	/**
	 * @param arguments the jar of the service, which is started on a free port
	 */
	static void main(String[] arguments) throws Exception {
		try (var service = new OtherJvm(HttpBenchmark.OPTIONS, arguments[0], "--server.address=127.0.0.1",
				"--server.port=0")) {
			var port = HttpBenchmark.PORT.matcher(service.outputUntil(HttpBenchmark.PORT))
				.results()
				.findFirst()
				.orElseThrow()
				.group(1);
			service.outputUntil(HttpBenchmark.WARM);
			measure(Integer.parseInt(port));
		}
	}

	private static void measure(int port) throws Exception {
		var kernels = HttpBenchmark.warmKernels();
		double[] ended = new double[ROUNDS];
		double[] answered = new double[ROUNDS];
		double[] races = new double[ROUNDS];
		for (int round = -WARM_UP_ROUNDS; round < ROUNDS; round++) {
			int firstSeed = 1_000_000 + SEEDS * round;
			var race = race(port, firstSeed);
			double bare = onTheBareEngine(kernels, firstSeed);
			if (round >= 0) {
				ended[round] = race.ended() / bare;
				answered[round] = race.answered() / bare;
				races[round] = race.ended();
			}
		}
		Arrays.sort(races);
		System.out.printf(Locale.ROOT,
				"race of %d optimizers and %d seeds: %.1f ms; ratio to the bare engine: %s from its start to its end, %s from the request to the answer%n",
				OPTIMIZERS.size(), SEEDS, 1e3 * races[ROUNDS / 2], spread(ended), spread(answered));
	}

	private static String spread(double[] ratios) {
		Arrays.sort(ratios);
		return String.format(Locale.ROOT, "%.2f (%.2f to %.2f)", ratios[ROUNDS / 2], ratios[ROUNDS / 10],
				ratios[ROUNDS - 1 - ROUNDS / 10]);
	}

	/**
	 * Seconds of a race.
	 *
	 * @param ended from its start to its end, by the clock of the service
	 * @param answered from the request to the answer
	 */
	private record Times(double ended, double answered) {
	}

	private static Times race(int port, int firstSeed) throws Exception {
		String variants = OPTIMIZERS.stream()
			.map((optimizer) -> "{\"patch\": {\"optimizer\": {\"type\": %s}}}".formatted(optimizer))
			.collect(Collectors.joining(", ", "[", "]"));
		String request = "{\"base\": {\"training\": {\"epochs\": 500}}, \"seeds\": %d, \"firstSeed\": %d, \"variants\": %s}"
			.formatted(SEEDS, firstSeed, variants);
		try (var connection = new Connection(port)) {
			long start = System.nanoTime();
			byte[] answer = connection.postAndWait("/api/v1/races", request);
			double seconds = (System.nanoTime() - start) / 1e9;
			var race = HttpBenchmark.json(answer);
			var progress = race.path("progress");
			if (progress.path("endedRuns").asInt() != SEEDS * OPTIMIZERS.size()
					|| progress.path("shared").asInt() != 0) {
				throw new IllegalStateException("unlike what was asked for: " + progress);
			}
			var states = race.path("transitions");
			var ended = Duration.between(Instant.parse(states.path(0).path("at").asString()),
					Instant.parse(states.path(2).path("at").asString()));
			return new Times(ended.toNanos() / 1e9, seconds);
		}
	}

	/** Seconds for the same runs. */
	private static double onTheBareEngine(Kernels kernels, int firstSeed) throws Exception {
		var experiments = new ArrayList<Experiment>();
		for (int i = 0; i < SEEDS; i++) {
			for (String optimizer : OPTIMIZERS) {
				experiments.add(Trainings.experiment(
						"{\"seed\": %d, \"dataset\": {\"type\": \"moons\", \"seed\": 42}, \"optimizer\": {\"type\": %s}, \"training\": {\"epochs\": 500}}"
							.formatted(firstSeed + i, optimizer)));
			}
		}
		int runs = experiments.size();
		return runs / HttpBenchmark.rate(HttpBenchmark.WORKERS, runs, (remaining) -> {
			for (int next = remaining.getAndDecrement(); next > 0; next = remaining.getAndDecrement()) {
				Trainings.run(experiments.get(next - 1), kernels).finish();
			}
			return null;
		});
	}

}
