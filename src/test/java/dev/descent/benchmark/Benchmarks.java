package dev.descent.benchmark;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.TreeMap;

import org.openjdk.jmh.infra.BenchmarkParams;
import org.openjdk.jmh.results.BenchmarkResult;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.results.format.ResultFormatFactory;
import org.openjdk.jmh.results.format.ResultFormatType;
import org.openjdk.jmh.runner.NoBenchmarksException;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.OptionsBuilder;

/**
 * Runs benchmarks in rounds, each in a JVM of its own per round, so that what else the
 * machine does meets all of them alike.
 */
final class Benchmarks {

	/** The kernels by themselves explain the other figures; they need no repetition. */
	private static final String ONCE = "ProductBenchmark|FunctionBenchmark";

	private static final String NOTHING = "^$";

	private Benchmarks() {
	}

	/**
	 * Measures and writes the results.
	 * @param arguments which benchmarks (a regular expression), the number of rounds, the
	 * path of the results without its ending, options for the measuring JVMs
	 */
	public static void main(String[] arguments) throws RunnerException, IOException {
		var rounds = new TreeMap<BenchmarkParams, List<BenchmarkResult>>();
		for (int round = 0; round < Integer.parseInt(arguments[1]); round++) {
			for (var result : run(arguments[0], (round == 0) ? NOTHING : ONCE, arguments[3])) {
				rounds.computeIfAbsent(result.getParams(), (_) -> new ArrayList<>())
					.addAll(result.getBenchmarkResults());
			}
		}
		var results = rounds.entrySet()
			.stream()
			.map((entry) -> new RunResult(entry.getKey(), entry.getValue()))
			.toList();
		if (results.isEmpty()) {
			throw new IllegalArgumentException("no benchmark matches " + arguments[0]);
		}
		ResultFormatFactory.getInstance(ResultFormatType.JSON, arguments[2] + ".json").writeOut(results);
		String report = Report.of(new Measurements(results), Machine.describe());
		Files.writeString(Path.of(arguments[2] + ".md"), report);
		System.out.println(report);
	}

	private static Collection<RunResult> run(String include, String exclude, String jvmArguments)
			throws RunnerException {
		var options = new OptionsBuilder().include(include).exclude(exclude).forks(1).shouldFailOnError(true);
		if (!jvmArguments.isBlank()) {
			options.jvmArgsAppend(jvmArguments.split(" "));
		}
		try {
			return new Runner(options.build()).run();
		}
		catch (NoBenchmarksException ex) {
			return List.of();
		}
	}

}
