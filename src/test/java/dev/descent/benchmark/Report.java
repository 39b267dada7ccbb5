package dev.descent.benchmark;

import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

/**
 * Markdown tables of what was measured, beside the bars that it has to clear. What was
 * not measured is a dash.
 */
final class Report {

	/** Vector kernels against plain loops, at least. */
	private static final Map<Workload, Double> VECTOR_BARS = Map.of(Workload.W1, 3.0, Workload.W2, 4.0, Workload.W3,
			6.5, Workload.W4, 11.0);

	/** Scalar kernels without the vector module against plain loops, at least. */
	private static final Map<Workload, Double> SCALAR_BARS = Map.of(Workload.W1, 2.0, Workload.W2, 2.0, Workload.W3,
			2.5, Workload.W4, 6.0);

	/** Milliseconds, at most. */
	private static final Map<Insight, Double> INSIGHT_BARS = Map.of(Insight.BOUNDARY, 5.0, Insight.LOSS_SURFACE, 180.0);

	private final Measurements measured;

	private final StringBuilder text = new StringBuilder();

	private final @Nullable Spread peak;

	private Report(Measurements measured) {
		this.measured = measured;
		this.peak = measured.rate("PeakBenchmark.vector");
	}

	static String of(Measurements measured, String machine) {
		var report = new Report(measured);
		report.text.append(machine).append(".\n");
		report.table("PeakBenchmark", report::peak);
		report.table("TrainingBenchmark", report::training);
		report.table("TrainingBenchmark", report::evaluatedTraining);
		report.table("InstrumentBenchmark", report::instruments);
		report.table("ProductBenchmark", report::products);
		report.table("FunctionBenchmark", report::functions);
		report.table("InsightBenchmark", report::pictures);
		return report.text.toString();
	}

	private void table(String benchmark, Runnable table) {
		if (measured.has(benchmark)) {
			table.run();
		}
	}

	private void peak() {
		double lanes = measured.workOfInvocation("PeakBenchmark.vector") / PeakBenchmark.FLOPS;
		header("fused multiply-adds on one core", "GFLOP/s");
		row("one by one", times(measured.rate("PeakBenchmark.scalar"), 1e-9));
		row("vectors of %.0f bits".formatted(lanes * Double.SIZE), times(peak, 1e-9));
	}

	private void training() {
		header("thousand samples a second", "plain loops", "loops tuned by hand", "scalar kernels",
				"the same without the module", "vector kernels", "without the module : plain", "vector : plain",
				"without the module : tuned", "vector : tuned", "bytes allocated an update");
		for (var workload : Workload.values()) {
			var plain = training(workload, false, Implementation.NAIVE);
			var tuned = measured.rate("TrainingBenchmark.tunedTraining", workload);
			var alone = measured.rate("TrainingBenchmark.trainingWithoutModule", workload);
			var vector = training(workload, false, Implementation.VECTOR);
			row(workload, times(plain, 1e-3), times(tuned, 1e-3),
					times(training(workload, false, Implementation.SCALAR), 1e-3), times(alone, 1e-3),
					times(vector, 1e-3), ratio(alone, plain, SCALAR_BARS.get(workload)),
					ratio(vector, plain, VECTOR_BARS.get(workload)), ratio(alone, tuned, null),
					ratio(vector, tuned, null), bytesOfUpdate(workload, false));
		}
	}

	private void evaluatedTraining() {
		header("with the loss over all samples after each epoch", "plain loops", "scalar kernels", "vector kernels",
				"vector : plain", "bytes allocated an update");
		for (var workload : Workload.values()) {
			var plain = training(workload, true, Implementation.NAIVE);
			var vector = training(workload, true, Implementation.VECTOR);
			row(workload, times(plain, 1e-3), times(training(workload, true, Implementation.SCALAR), 1e-3),
					times(vector, 1e-3), ratio(vector, plain, null), bytesOfUpdate(workload, true));
		}
	}

	private @Nullable Spread training(Workload workload, boolean evaluating, Implementation implementation) {
		return measured.rate("TrainingBenchmark.training", workload, evaluating, implementation);
	}

	private @Nullable String bytesOfUpdate(Workload workload, boolean evaluating) {
		var bytes = measured.allocation("TrainingBenchmark.training", workload, evaluating, Implementation.VECTOR);
		return (bytes == null) ? null : "%.2f (below 1)"
			.formatted(bytes.highest() * workload.epochs() * workload.samples() / workload.updates());
	}

	private void instruments() {
		header("instruments, % of the training time", "economy", "full");
		row(Workload.W1, percent(measured.costOfInstruments("economy", Workload.W1), ""),
				percent(measured.costOfInstruments("full", Workload.W1), ""));
		for (var workload : List.of(Workload.W2, Workload.W3)) {
			row(workload, percent(measured.costOfInstruments("economy", workload), " (below 3)"),
					percent(measured.costOfInstruments("full", workload), " (below 30)"));
		}
	}

	private static @Nullable String percent(@Nullable Spread share, String bar) {
		return (share == null) ? null : share.times(100) + bar;
	}

	private void products() {
		header("matrix products, GFLOP/s", "scalar kernels", "vector kernels", "vector : peak");
		for (var product : Product.values()) {
			var vector = measured.rate("ProductBenchmark.product", product, Implementation.VECTOR);
			row(product.label(), times(measured.rate("ProductBenchmark.product", product, Implementation.SCALAR), 1e-9),
					times(vector, 1e-9), ratio(vector, peak, (product == Product.W4_ALL) ? 0.55 : null));
		}
	}

	private void functions() {
		header("functions, ns an element", "length", "of the JDK", "scalar kernels", "vector kernels");
		for (var function : Function.values()) {
			for (int length : List.of(800, 32_768)) {
				row(function.label(), length,
						time(1e9, "FunctionBenchmark.function", function, length, Implementation.NAIVE),
						time(1e9, "FunctionBenchmark.function", function, length, Implementation.SCALAR),
						time(1e9, "FunctionBenchmark.function", function, length, Implementation.VECTOR));
			}
		}
	}

	private void pictures() {
		header("pictures, ms", "plain loops", "scalar kernels", "vector kernels", "bar");
		for (var insight : Insight.values()) {
			row(insight.label(), time(1e3, "InsightBenchmark.picture", insight, Implementation.NAIVE),
					time(1e3, "InsightBenchmark.picture", insight, Implementation.SCALAR),
					time(1e3, "InsightBenchmark.picture", insight, Implementation.VECTOR),
					"below %.0f".formatted(INSIGHT_BARS.get(insight)));
		}
	}

	/** The time of one. */
	private @Nullable Spread time(double unitsOfSecond, String benchmark, Object... parameters) {
		var rate = measured.rate(benchmark, parameters);
		return (rate == null) ? null : rate.inverted().times(unitsOfSecond);
	}

	private static @Nullable Spread times(@Nullable Spread spread, double factor) {
		return (spread == null) ? null : spread.times(factor);
	}

	private static @Nullable String ratio(@Nullable Spread over, @Nullable Spread under, @Nullable Double bar) {
		if (over == null || under == null) {
			return null;
		}
		String ratio = Spread.number(over.median() / under.median());
		return (bar == null) ? ratio : "%s (at least %s)".formatted(ratio, Spread.number(bar));
	}

	private void header(String... cells) {
		text.append('\n');
		row((Object[]) cells);
		text.append("|---".repeat(cells.length)).append("|\n");
	}

	private void row(@Nullable Object... cells) {
		for (var cell : cells) {
			text.append("| ").append((cell == null) ? "-" : cell).append(' ');
		}
		text.append("|\n");
	}

}
