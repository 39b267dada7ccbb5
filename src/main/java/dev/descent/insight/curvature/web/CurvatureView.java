package dev.descent.insight.curvature.web;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import dev.descent.engine.analysis.Eigenvalue;
import dev.descent.engine.analysis.Spectrum;
import dev.descent.figure.Axis;
import dev.descent.figure.CsvTable;
import dev.descent.figure.Figure;
import dev.descent.figure.Illustrated;
import dev.descent.figure.Mark;
import dev.descent.insight.curvature.LossCurvature;
import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

@Schema(name = "Curvature",
		description = """
				The eigenvalues of the Hessian of the objective (mean loss and penalties, nothing left out) with respect to the \
				parameters at one moment.""")
record CurvatureView(@Schema(description = "Whole epochs trained to get the parameters.", example = "1000") int epoch,
		@Schema(description = "Updates made to get them.", example = "1000") long step,
		@Schema(description = "Weights and biases: so many eigenvalues there are.", example = "33") int parameterCount,
		@Schema(description = "Training samples that were taken, the first ones.", example = "80") int samples,
		@Schema(description = "Whether all eigenvalues were worked out; else those at both ends.",
				example = "true") boolean exact,
		@Schema(description = "Products of the Hessian with a vector that it took.", example = "33") int products,
		@Schema(description = "The largest eigenvalues, the largest first.") List<Value> largest,
		@Schema(description = "The smallest eigenvalues, the smallest first; negative ones are directions in which the loss curves down.") List<Value> smallest,
		@Schema(description = "All eigenvalues in ascending order; null if they were not worked out.",
				example = "[-0.01, 0.0, 0.7]") @Nullable List<Double> eigenvalues,
		@Schema(description = "How many of all are negative, beyond rounding; null if they were not worked out.",
				example = "3") @Nullable Integer negative,
		Trace trace, StepBoundView stability,
		@Schema(description = "What to know about these numbers, in sentences.", example = "[]") List<String> warnings)
		implements
			CsvTable,
			Illustrated {

	/** What is smaller than this share of the largest may be rounding. */
	private static final double ROUNDING = 1e-10;

	@Schema(name = "Eigenvalue", description = "One eigenvalue.")
	record Value(
			@Schema(description = "Its rank in ascending order, from 1, as far as is known.", example = "33") int rank,
			@Schema(description = "The eigenvalue.", example = "0.65") double value,
			@Schema(description = "Within this distance there is an eigenvalue.", example = "1e-16") double residual) {
	}

	@Schema(name = "HessianTrace", description = "The sum of all eigenvalues.")
	record Trace(@Schema(description = "The trace.", example = "1.3") double value,
			@Schema(description = "Its standard error, if it was estimated by random signs; null if it is exact.",
					example = "null") @Nullable Double standardError) {
	}

	static CurvatureView of(LossCurvature curvature, int shown) {
		var at = curvature.moments().getFirst();
		var moment = at.moment();
		var spectrum = at.spectrum();
		int count = moment.experiment().architecture().parameterCount();
		var ranked = ranked(spectrum, count);
		int upper = spectrum.complete() ? Math.min(shown, count) : Math.ceilDiv(ranked.size(), 2);
		int lower = spectrum.complete() ? upper : ranked.size() - upper;
		return new CurvatureView(moment.epoch(), moment.step(), count, curvature.samples(), spectrum.complete(),
				spectrum.products(), ranked.reversed().subList(0, upper), ranked.subList(0, lower),
				spectrum.complete() ? ranked.stream().map(Value::value).toList() : null,
				spectrum.complete() ? negative(spectrum) : null,
				new Trace(spectrum.trace(), spectrum.complete() ? null : (Double) spectrum.traceError()),
				StepBoundView.of(at.bound()), CurvatureNotes.of(moment.experiment(), curvature.samples()));
	}

	private static List<Value> ranked(Spectrum spectrum, int count) {
		var found = spectrum.eigenvalues();
		int skipped = count - found.size();
		return IntStream.range(0, found.size()).mapToObj((i) -> {
			Eigenvalue each = found.get(i);
			return new Value((i < found.size() / 2) ? i + 1 : i + 1 + skipped, each.value(), each.residual());
		}).toList();
	}

	private static int negative(Spectrum spectrum) {
		double largest = Math.max(Math.abs(spectrum.largest().value()), Math.abs(spectrum.smallest().value()));
		return (int) spectrum.eigenvalues().stream().filter((each) -> each.value() < -ROUNDING * largest).count();
	}

	/** In ascending order, all that are known. */
	private List<Value> known() {
		var values = eigenvalues;
		if (values != null) {
			double residual = largest.getFirst().residual();
			return IntStream.range(0, values.size())
				.mapToObj((i) -> new Value(i + 1, values.get(i), residual))
				.toList();
		}
		return Stream.concat(smallest.stream(), largest.reversed().stream()).toList();
	}

	@Override
	public Figure figure() {
		var known = known();
		double[] ranks = known.stream().mapToDouble(Value::rank).toArray();
		var marks = new ArrayList<Mark>();
		marks.add(new Mark.Scatter("eigenvalue", ranks, known.stream().mapToDouble(Value::value).toArray(), 0, true,
				null));
		Double edge = stability.largestStableSharpness();
		if (edge != null) {
			double[] ends = { 1, Math.max(2, parameterCount) };
			double[] heights = new double[2];
			Arrays.fill(heights, edge);
			marks.add(new Mark.Line("edge of stability", ends, heights, 1, true));
		}
		return Figure.of("Curvature of the loss after epoch " + epoch, Axis.linear("rank"), Axis.either("eigenvalue"),
				marks);
	}

	@Override
	public List<String> csvHeader() {
		return List.of("rank", "eigenvalue", "residual");
	}

	@Override
	public Stream<List<?>> csvRows() {
		return known().stream().map((each) -> List.of(each.rank(), each.value(), each.residual()));
	}

}
