package dev.descent.benchmark;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

import dev.descent.support.OtherJvm;
import tools.jackson.databind.json.JsonMapper;

/**
 * How long a client waits for results that are worked out for it: from the request to the
 * last byte, one at a time over a kept connection to a service on this machine, of the
 * network of W2 with 500 samples.
 */
final class FigureBenchmark {

	private static final int WARM_UP = 150;

	private static final int MEASURED = 100;

	private static final List<String> OPTIONS = List.of("--add-modules", "jdk.incubator.vector", "-jar");

	private static final Pattern PORT = Pattern.compile("Tomcat started on port (\\d+)");

	private static final String JOB = """
			{"dataset": {"type": "moons", "samples": 500}, "split": {"validationFraction": 0},
			 "network": {"hiddenLayers": [{"units": 8, "activation": "tanh"}, {"units": 8, "activation": "tanh"}]},
			 "training": {"epochs": 500}}""";

	private FigureBenchmark() {
	}

	/**
	 * @param arguments the jar of the service, which is started on a free port
	 */
	static void main(String[] arguments) throws Exception {
		try (var service = new OtherJvm(OPTIONS, arguments[0], "--server.address=127.0.0.1", "--server.port=0")) {
			var port = PORT.matcher(service.outputUntil(PORT)).results().findFirst().orElseThrow().group(1);
			try (var connection = new Connection(Integer.parseInt(port))) {
				measure(connection);
			}
		}
	}

	private static void measure(Connection connection) throws Exception {
		String job = "/api/v1/training-jobs/"
				+ JsonMapper.shared().readTree(connection.post("/api/v1/training-jobs", JOB)).path("id").asString();
		while (!JsonMapper.shared().readTree(connection.get(job)).path("state").asString().equals("succeeded")) {
			Thread.onSpinWait();
		}
		measure(connection, "boundary, 200 x 200, JSON", job + "/boundary?resolution=200", "application/json");
		measure(connection, "loss surface, 61 x 61, JSON", job + "/loss-surface?resolution=61", "application/json");
		measure(connection, "boundary, PNG", job + "/boundary", "image/png");
		measure(connection, "boundary, 200 x 200, PNG", job + "/boundary?resolution=200", "image/png");
		measure(connection, "loss history, PNG", job + "/loss-history", "image/png");
		measure(connection, "neuron maps, 17 panels, PNG", job + "/neuron-maps", "image/png");
		measure(connection, "loss surface, 41 x 41, PNG", job + "/loss-surface", "image/png");
		measure(connection, "the same in three dimensions", job + "/loss-surface?view=surface", "image/png");
		measure(connection, "boundary, SVG", job + "/boundary", "image/svg+xml");
		measure(connection, "boundary, text", job + "/boundary", "text/plain");
	}

	private static void measure(Connection connection, String name, String path, String accept) throws Exception {
		double[] times = new double[MEASURED];
		int bytes = 0;
		for (int i = -WARM_UP; i < MEASURED; i++) {
			long start = System.nanoTime();
			bytes = connection.get(path, accept).length;
			times[Math.max(0, i)] = (System.nanoTime() - start) / 1e6;
		}
		Arrays.sort(times);
		System.out.printf(Locale.ROOT, "%s: %.1f ms (median), %.1f ms (95 %%), %.1f ms (largest of %d), %,d bytes%n",
				name, times[MEASURED / 2], times[MEASURED * 95 / 100], times[MEASURED - 1], MEASURED, bytes);
	}

}
