package dev.descent.benchmark;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;

import org.jspecify.annotations.Nullable;
import org.openjdk.jmh.infra.BenchmarkParams;
import org.openjdk.jmh.results.IterationResult;
import org.openjdk.jmh.results.RunResult;

/** The results of {@link Measured}, found by benchmark and parameters. */
final class Measurements {

	private final Map<String, List<IterationResult>> iterations = new HashMap<>();

	Measurements(Collection<RunResult> results) {
		for (var result : results) {
			iterations.put(key(result.getParams()),
					result.getBenchmarkResults()
						.stream()
						.flatMap((fork) -> fork.getIterationResults().stream())
						.toList());
		}
	}

	private static String key(BenchmarkParams params) {
		Set<String> values = new TreeSet<>();
		for (String name : params.getParamsKeys()) {
			values.add(params.getParam(name));
		}
		return key(params.getBenchmark().replaceAll(".*\\.(.*\\..*)", "$1"), values);
	}

	private static String key(String benchmark, Set<String> parameters) {
		return benchmark + parameters;
	}

	/** Whether anything of a class was measured. */
	boolean has(String benchmark) {
		return iterations.keySet().stream().anyMatch((key) -> key.startsWith(benchmark + "."));
	}

	/**
	 * Work per second of processor time; null if it was not measured.
	 * @param benchmark class and method
	 * @param parameters their values, in any order
	 */
	@Nullable Spread rate(String benchmark, Object... parameters) {
		return quotient("work", "cpu", benchmark, parameters);
	}

	/** Bytes that were allocated for a unit of work. */
	@Nullable Spread allocation(String benchmark, Object... parameters) {
		return quotient("bytes", "work", benchmark, parameters);
	}

	private @Nullable Spread quotient(String over, String under, String benchmark, Object... parameters) {
		var measured = find(benchmark, parameters);
		return (measured == null) ? null
				: Spread.of(measured.stream()
					.mapToDouble((iteration) -> counter(iteration, over) / counter(iteration, under))
					.toArray());
	}

	/** How much longer trainings are with instruments at a level, as a share. */
	@Nullable Spread costOfInstruments(String level, Workload workload) {
		var ratio = quotient(level, "none", "InstrumentBenchmark.inTurn", workload);
		return (ratio == null) ? null : ratio.plus(-1);
	}

	/** How much work one invocation does. */
	double workOfInvocation(String benchmark) {
		var measured = find(benchmark);
		if (measured == null) {
			return Double.NaN;
		}
		var iteration = measured.getFirst();
		return counter(iteration, "work") / iteration.getPrimaryResult().getScore();
	}

	private @Nullable List<IterationResult> find(String benchmark, Object... parameters) {
		Set<String> values = new TreeSet<>();
		for (Object parameter : parameters) {
			values.add(parameter.toString());
		}
		return iterations.get(key(benchmark, values));
	}

	private static double counter(IterationResult iteration, String name) {
		return Objects.requireNonNull(iteration.getSecondaryResults().get(name), name).getScore();
	}

}
