package dev.descent.insight.curvature.web;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.function.ToIntFunction;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import dev.descent.engine.analysis.Agreement;
import dev.descent.engine.analysis.CheckedDerivative;
import dev.descent.engine.network.Architecture;
import dev.descent.figure.Axis;
import dev.descent.figure.CsvTable;
import dev.descent.figure.Figure;
import dev.descent.figure.Illustrated;
import dev.descent.figure.Mark;
import dev.descent.insight.curvature.GradientReport;
import dev.descent.insight.surface.ParameterPlace;
import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

@Schema(name = "GradientCheck", description = """
		Backpropagation's derivatives of the objective (mean loss and penalties, nothing left out) beside central \
		differences.""")
record GradientCheckView(
		@Schema(description = "Whole epochs trained to get the parameters.", example = "1000") int epoch,
		@Schema(description = "Updates made to get them.", example = "1000") long step,
		@Schema(description = "Training samples that were taken, the first ones.", example = "80") int samples,
		@Schema(description = "The objective over them.", example = "0.25") double objective,
		@Schema(description = "Weights and biases.", example = "33") int parameterCount,
		@Schema(description = "How many of them were checked.", example = "33") int checked,
		@Schema(description = "Whether no derivative is wrong.", example = "true") boolean agrees,
		@Schema(description = "The layer in which the error begins, from 0; null if nothing is wrong.",
				example = "null") @Nullable Integer brokenFrom,
		@Schema(description = "The result in sentences.", example = "All 33 derivatives agree.") String verdict,
		@Schema(description = "How steps and tolerances were chosen.",
				example = "Central differences with steps of 2^-17 times the parameter.") String method,
		@Schema(description = "The derivative that is furthest off, measured in its tolerance.") Derivative worst,
		@Schema(description = "From the first hidden layer to the output layer.") List<Layer> layers,
		@Schema(description = "Every derivative that was checked, in the order of the parameters.") List<Derivative> derivatives)
		implements
			CsvTable,
			Illustrated {

	@Schema(name = "LayerGradientCheck", description = "The derivatives of one layer.")
	record Layer(@Schema(description = "The layer, from 0.", example = "0") int layer, Block weights, Block biases) {
	}

	@Schema(name = "DerivativeBlock", description = "The derivatives of the weights or the biases of one layer.")
	record Block(@Schema(description = "How many there are.", example = "16") int count,
			@Schema(description = "How many were checked.", example = "16") int checked,
			@Schema(description = "How many of these have a corner within reach.", example = "0") int kinks,
			@Schema(description = "How many are wrong.", example = "0") int wrong,
			@Schema(description = "The largest difference, corners aside.", example = "2e-11") double largestError,
			@Schema(description = "The largest relative difference, corners aside; null if all derivatives are too small for differences to tell.",
					example = "3e-10") @Nullable Double largestRelativeError) {

		static Block of(int count, Collection<CheckedDerivative> checked) {
			var smooth = checked.stream().filter((each) -> each.agreement() != Agreement.KINK).toList();
			return new Block(count, checked.size(), checked.size() - smooth.size(),
					(int) smooth.stream().filter((each) -> each.agreement() == Agreement.WRONG).count(),
					smooth.stream().mapToDouble(CheckedDerivative::error).max().orElse(0),
					smooth.stream()
						.map(CheckedDerivative::relativeError)
						.filter(Objects::nonNull)
						.reduce(Math::max)
						.orElse(null));
		}

	}

	@Schema(name = "Derivative", description = "One derivative, computed in both ways.")
	record Derivative(
			@Schema(description = "The parameter: layer.unit.input or layer.unit.bias, from 0.",
					example = "0.3.1") String parameter,
			@Schema(description = "By backpropagation.", example = "0.0123") double analytic,
			@Schema(description = "By a central difference.", example = "0.0123") double numeric,
			@Schema(description = "By how much they differ.", example = "2e-12") double error,
			@Schema(description = "The same as a share of the larger; null if they are too small for differences to tell.",
					example = "1.6e-10") @Nullable Double relativeError,
			@Schema(description = "What rounding and the length of the step explain.",
					example = "1.2e-10") double tolerance,
			@Schema(description = "Length of the step of the difference.", example = "7.6e-06") double step,
			@Schema(description = "How they compare.", example = "agrees") Agreement agreement) {

		static Derivative of(int index, CheckedDerivative checked, Architecture architecture) {
			return new Derivative(ParameterPlace.of(index, architecture).name(), checked.analytic(), checked.numeric(),
					checked.error(), checked.relativeError(), checked.tolerance(), checked.step(), checked.agreement());
		}

		private double inTolerances() {
			return (agreement == Agreement.KINK) ? 0 : error / tolerance;
		}

	}

	static GradientCheckView of(GradientReport report) {
		var moment = report.moment();
		var architecture = moment.experiment().architecture();
		int[] indices = report.indices();
		var derivatives = IntStream.range(0, indices.length)
			.mapToObj((i) -> Derivative.of(indices[i], report.checked().get(i), architecture))
			.toList();
		var layers = IntStream.range(0, architecture.depth())
			.mapToObj((l) -> new Layer(l, block(report, architecture.weightsFrom(l), architecture.biasesFrom(l)),
					block(report, architecture.biasesFrom(l), architecture.weightsFrom(l + 1))))
			.toList();
		Integer brokenFrom = layers.stream()
			.filter((each) -> each.weights().wrong() + each.biases().wrong() > 0)
			.map(Layer::layer)
			.reduce((_, last) -> last)
			.orElse(null);
		return new GradientCheckView(moment.epoch(), moment.step(), report.samples(), report.objective(),
				architecture.parameterCount(), indices.length, brokenFrom == null, brokenFrom,
				verdict(layers, brokenFrom), method(report.noise()),
				derivatives.stream().max(Comparator.comparingDouble(Derivative::inTolerances)).orElseThrow(), layers,
				derivatives);
	}

	private static Block block(GradientReport report, int from, int to) {
		int[] indices = report.indices();
		return Block.of(to - from,
				IntStream.range(0, indices.length)
					.filter((i) -> indices[i] >= from && indices[i] < to)
					.mapToObj((i) -> report.checked().get(i))
					.toList());
	}

	private static String verdict(List<Layer> layers, @Nullable Integer brokenFrom) {
		int checked = sum(layers, Block::checked);
		int kinks = sum(layers, Block::kinks);
		int wrong = sum(layers, Block::wrong);
		String corners = (kinks == 0) ? ""
				: " %,d have a corner of an activation, loss or penalty within reach and cannot be compared."
					.formatted(kinks);
		if (brokenFrom == null) {
			return ((kinks == 0) ? "All %,d derivatives agree.".formatted(checked)
					: "%,d of %,d derivatives agree.".formatted(checked - kinks, checked)) + corners;
		}
		int last = layers.size() - 1;
		return "%,d of %,d derivatives are wrong. Errors are handed back from the outputs to the inputs, and the last layer that has any is layer %d: %s.%s"
			.formatted(wrong, checked, brokenFrom,
					(brokenFrom == last)
							? "the derivative of the loss, of a penalty or of the output activation is to be looked at"
							: "the derivative of its activation, or how its gradient is formed, is to be looked at",
					corners);
	}

	private static int sum(List<Layer> layers, ToIntFunction<Block> count) {
		return layers.stream().flatMap((layer) -> Stream.of(layer.weights(), layer.biases())).mapToInt(count).sum();
	}

	private static String method(double noise) {
		return """
				Central differences with a step of 2^-17, about the cube root of the rounding unit, times the parameter where it is \
				larger than 1. The objective is rounded by about %.1e (from its fourth differences); ten times that over the step, \
				the truncation (from a step twice as long) and a millionth of the derivative are tolerated. What differs where a \
				corner is near is looked at again with a step that is 64 times shorter."""
			.formatted(noise);
	}

	@Override
	public Figure figure() {
		var marks = new ArrayList<Mark>();
		var extent = derivatives.stream().mapToDouble(Derivative::analytic).summaryStatistics();
		double[] ends = { extent.getMin(), extent.getMax() };
		marks.add(new Mark.Line("equal", ends, ends, 7, true));
		for (var layer : layers) {
			var shown = derivatives.stream()
				.filter((each) -> each.parameter().startsWith(layer.layer() + "."))
				.toList();
			marks.add(new Mark.Scatter("layer " + layer.layer(), column(shown, true), column(shown, false),
					layer.layer(), true, null));
		}
		return Figure.of("Gradient check after epoch " + epoch + (agrees ? "" : " (it fails)"),
				Axis.linear("by backpropagation"), Axis.linear("by differences"), marks);
	}

	private static double[] column(List<Derivative> derivatives, boolean analytic) {
		return derivatives.stream().mapToDouble((each) -> analytic ? each.analytic() : each.numeric()).toArray();
	}

	@Override
	public List<String> csvHeader() {
		return List.of("parameter", "analytic", "numeric", "error", "relative_error", "tolerance", "step", "agreement");
	}

	@Override
	public Stream<List<?>> csvRows() {
		return derivatives.stream()
			.map((each) -> Arrays.asList(each.parameter(), each.analytic(), each.numeric(), each.error(),
					each.relativeError(), each.tolerance(), each.step(),
					each.agreement().name().toLowerCase(Locale.ROOT)));
	}

}
