package dev.descent.training.web;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import dev.descent.engine.analysis.RunMeter;
import dev.descent.figure.Axis;
import dev.descent.figure.ColorScale;
import dev.descent.figure.CsvTable;
import dev.descent.figure.Figure;
import dev.descent.figure.Illustrated;
import dev.descent.figure.Mark;
import dev.descent.figure.Panel;
import dev.descent.training.Instruments;
import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

@Schema(name = "InstrumentHistograms",
		description = """
				How the weights and the activations of each layer were spread, at up to 64 evenly spaced epochs and the latest. \
				The activations are those of the last batch before the evaluation.""")
record InstrumentHistogramsView(
		@Schema(description = "Evaluations from one recorded epoch to the next.", example = "16") int recordedEvery,
		@Schema(description = "The epochs.", example = "[0, 16, 32]") List<Integer> epoch,
		@Schema(description = "The layers that were asked for, in their order.") List<Layer> layers)
		implements
			CsvTable,
			Illustrated {

	@Schema(name = "LayerInstrumentHistograms", description = "The histograms of one layer, one for each epoch.")
	record Layer(@Schema(description = "The layer, from 0 for the first hidden one.", example = "0") int layer,
			@Schema(description = "Of the weights.") List<Spread> weights,
			@Schema(description = "Of the activations; null where no batch came before.") List<@Nullable Spread> activations) {
	}

	@SuppressWarnings("ArrayRecordComponent") // written out, never compared
	@Schema(name = "InstrumentHistogram", description = "Evenly wide bins from the smallest to the largest number.")
	record Spread(
			@Schema(description = "The smallest number, where the first bin begins.", example = "-1.2") double low,
			@Schema(description = "The largest number, where the last bin ends.", example = "2.1") double high,
			@Schema(description = "How many are in each bin.", example = "[3, 5]") int[] counts) {

		static @Nullable Spread of(double[] numbers) {
			return Double.isNaN(numbers[0]) ? null : new Spread(numbers[0], numbers[1],
					Arrays.stream(numbers, 2, numbers.length).mapToInt((count) -> (int) count).toArray());
		}

		private int total() {
			return Arrays.stream(counts).sum();
		}

		/** Adds to bins of another range what share of the numbers is in each. */
		private void addShares(double from, double width, double[] shares) {
			double own = (high - low) / counts.length;
			for (int i = 0; i < counts.length; i++) {
				double begin = (low + i * own - from) / width;
				double end = (own > 0) ? begin + own / width : begin;
				double share = counts[i] / (double) total();
				int first = Math.clamp((int) begin, 0, shares.length - 1);
				int last = Math.clamp((int) end, 0, shares.length - 1);
				for (int j = first; j <= last; j++) {
					double covered = (end > begin) ? (Math.min(end, j + 1.0) - Math.max(begin, j)) / (end - begin) : 1;
					shares[j] += share * Math.max(0, covered);
				}
			}
		}

	}

	static InstrumentHistogramsView of(Instruments.Histograms histograms, List<Integer> layers) {
		return new InstrumentHistogramsView(histograms.stride(), IntStream.of(histograms.epochs()).boxed().toList(),
				layers.stream()
					.map((l) -> new Layer(l,
							histograms(histograms.size(), (row) -> histograms.ofWeights(l, row)).stream()
								.map(Objects::requireNonNull)
								.toList(),
							histograms(histograms.size(), (row) -> histograms.ofActivations(l, row))))
					.toList());
	}

	private static List<@Nullable Spread> histograms(int size, IntFunction<double[]> numbers) {
		var all = new ArrayList<@Nullable Spread>();
		for (int row = 0; row < size; row++) {
			all.add(Spread.of(numbers.apply(row)));
		}
		return all;
	}

	@Override
	public Figure figure() {
		var panels = new ArrayList<Panel>();
		for (var layer : layers) {
			panels.add(panel("weights of layer " + layer.layer(), layer.weights()));
			panels.add(panel("activations of layer " + layer.layer(), layer.activations()));
		}
		return new Figure("Weights and activations over the epochs", panels);
	}

	/** Of the epochs that are evenly spaced. */
	private Panel panel(String title, List<? extends @Nullable Spread> histograms) {
		int count = epoch.size();
		boolean uneven = count > 2 && epoch.get(count - 1) - epoch.get(count - 2) != epoch.get(1) - epoch.get(0);
		int columns = uneven ? count - 1 : count;
		var known = histograms.stream().filter(Objects::nonNull).map(Objects::requireNonNull).toList();
		double low = known.stream().mapToDouble(Spread::low).min().orElse(0);
		double high = known.stream().mapToDouble(Spread::high).max().orElse(1);
		double width = (high > low) ? (high - low) / RunMeter.BINS : 1.0 / RunMeter.BINS;
		double[] x = epoch.stream().limit(columns).mapToDouble(Integer::doubleValue).toArray();
		double[] y = IntStream.range(0, RunMeter.BINS).mapToDouble((i) -> low + (i + 0.5) * width).toArray();
		double[][] shares = new double[RunMeter.BINS][columns];
		for (int j = 0; j < columns; j++) {
			var histogram = histograms.get(j);
			if (histogram != null) {
				double[] column = new double[RunMeter.BINS];
				histogram.addShares(low, width, column);
				for (int i = 0; i < column.length; i++) {
					shares[i][j] = column[i];
				}
			}
		}
		return new Panel(title, Axis.linear("epoch"), Axis.linear("value"),
				List.of(new Mark.HeatMap("share", x, y, shares, ColorScale.over(shares), null, false)));
	}

	@Override
	public List<String> csvHeader() {
		return List.of("epoch", "layer", "of", "from", "to", "count");
	}

	@Override
	public Stream<List<?>> csvRows() {
		return IntStream.range(0, epoch.size())
			.boxed()
			.flatMap((row) -> layers.stream()
				.flatMap((layer) -> Stream.concat(rows(row, layer.layer(), "weights", layer.weights().get(row)),
						rows(row, layer.layer(), "activations", layer.activations().get(row)))));
	}

	private Stream<List<?>> rows(int row, int layer, String of, @Nullable Spread histogram) {
		if (histogram == null) {
			return Stream.empty();
		}
		double width = (histogram.high() - histogram.low()) / histogram.counts().length;
		return IntStream.range(0, histogram.counts().length)
			.mapToObj((i) -> List.of(epoch.get(row), layer, of, histogram.low() + i * width,
					histogram.low() + (i + 1) * width, histogram.counts()[i]));
	}

}
