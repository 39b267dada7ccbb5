package dev.descent.insight.curvature.web;

import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;

import dev.descent.figure.Axis;
import dev.descent.figure.CsvTable;
import dev.descent.figure.Figure;
import dev.descent.figure.Illustrated;
import dev.descent.figure.Mark;
import dev.descent.insight.curvature.LossCurvature;
import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

@Schema(name = "CurvatureHistory",
		description = """
				The sharpness (the largest eigenvalue of the Hessian of the objective) at several moments of a run, beside the one at \
				which the learning rate becomes unstable: gradient descent on the full batch often sharpens until it comes to that \
				edge, and stays there (Cohen et al., 2021).""")
record CurvatureHistoryView(@Schema(description = "Weights and biases.", example = "33") int parameterCount,
		@Schema(description = "Training samples that were taken, the first ones.", example = "80") int samples,
		@Schema(description = "The moments, in the order of time.") List<Moment> moments,
		@Schema(description = "What the learning rate means at the last of them.") StepBoundView stability,
		@Schema(description = "What to know about these numbers, in sentences.", example = "[]") List<String> warnings)
		implements
			CsvTable,
			Illustrated {

	@Schema(name = "CurvatureMoment", description = "The sharpness at one moment.")
	record Moment(@Schema(description = "Whole epochs trained.", example = "16") int epoch,
			@Schema(description = "Updates made.", example = "16") long step,
			@Schema(description = "The largest eigenvalue.", example = "0.65") double sharpness,
			@Schema(description = "Within this distance there is an eigenvalue.", example = "1e-16") double residual,
			@Schema(description = "The learning rate of the last update; null for a method without one.",
					example = "0.5") @Nullable Double learningRate,
			@Schema(description = "The largest sharpness at which it is stable; null without one.",
					example = "4.0") @Nullable Double largestStableSharpness,
			@Schema(description = "The first as a share of the second: 1 is the edge of stability; null without one.",
					example = "0.16") @Nullable Double ratio) {

		private static Moment of(LossCurvature.At at) {
			var bound = at.bound();
			return new Moment(at.moment().epoch(), at.moment().step(), bound.sharpness(),
					at.spectrum().largest().residual(), bound.learningRate(), bound.largestStableSharpness(),
					bound.ratio());
		}

	}

	static CurvatureHistoryView of(LossCurvature curvature) {
		var last = curvature.moments().getLast();
		var experiment = last.moment().experiment();
		return new CurvatureHistoryView(experiment.architecture().parameterCount(), curvature.samples(),
				curvature.moments().stream().map(Moment::of).toList(), StepBoundView.of(last.bound()),
				CurvatureNotes.of(experiment, curvature.samples()));
	}

	@Override
	public Figure figure() {
		return Figure.of("Sharpness and the edge of stability", Axis.linear("update"),
				Axis.either("largest eigenvalue"), List.of(line("sharpness", Moment::sharpness, 0, false),
						line("edge of stability", Moment::largestStableSharpness, 1, true)));
	}

	private Mark line(String name, Function<Moment, @Nullable Double> height, int tint, boolean dashed) {
		return new Mark.Line(name, moments.stream().mapToDouble(Moment::step).toArray(),
				moments.stream().mapToDouble((moment) -> {
					Double value = height.apply(moment);
					return (value != null) ? value : Double.NaN;
				}).toArray(), tint, dashed);
	}

	@Override
	public List<String> csvHeader() {
		return List.of("epoch", "step", "sharpness", "residual", "learning_rate", "largest_stable_sharpness", "ratio");
	}

	@Override
	public Stream<List<?>> csvRows() {
		return moments.stream()
			.map((moment) -> Arrays.asList(moment.epoch(), moment.step(), moment.sharpness(), moment.residual(),
					moment.learningRate(), moment.largestStableSharpness(), moment.ratio()));
	}

}
