package dev.descent.training.web;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import dev.descent.engine.analysis.Instrument;
import dev.descent.figure.Axis;
import dev.descent.figure.CsvTable;
import dev.descent.figure.Figure;
import dev.descent.figure.Illustrated;
import dev.descent.figure.Mark;
import dev.descent.figure.Panel;
import dev.descent.training.Instruments;
import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

@Schema(name = "Instruments",
		description = """
				What was read of each layer at the evaluated epochs, column by column. What is of a batch is of the last one before the \
				evaluation, with the parameters before its update; the rest is of the parameters after it. A column of which nothing \
				was recorded or wanted is null.""")
record InstrumentsView(
		@Schema(description = "Evaluations from one recorded epoch to the next; above 1 in long runs.",
				example = "1") int recordedEvery,
		@Schema(description = "Points recorded, of which an answer may show fewer.",
				example = "1001") int recordedPoints,
		@Schema(description = "The epochs.", example = "[0, 1, 2]") List<Integer> epoch,
		@Schema(description = "The layers that were asked for, in their order.") List<Layer> layers)
		implements
			CsvTable,
			Illustrated {

	/** What an update : parameter ratio is said to be about. */
	private static final double USUAL_RATIO = 1e-3;

	private static final int GUIDE_TINT = 7;

	private static final List<Instrument> ALL = List.of(Instrument.values());

	/** These spread over orders of magnitude. */
	private static final Set<Instrument> LOGARITHMIC = Set.of(Instrument.GRADIENT_NORM, Instrument.UPDATE_RATIO,
			Instrument.GRADIENT_SIGNAL_TO_NOISE);

	@Schema(name = "LayerInstruments", description = "What was read of one layer.")
	record Layer(@Schema(description = "The layer, from 0 for the first hidden one.", example = "0") int layer, @Schema(
			description = "Norm of the gradient of the last batch before the evaluation, as the optimizer was given it: with penalties, noise and clipping.",
			example = "[null, 0.31, 0.28]") @Nullable List<@Nullable Double> gradientNorm,
			@Schema(description = "Norm of the weights and biases.",
					example = "[2.1, 2.11, 2.13]") @Nullable List<@Nullable Double> parameterNorm,
			@Schema(description = "Norm of the change by the last update over the norm of what it changed; about 0.001 is usual.",
					example = "[null, 0.0021, 0.0019]") @Nullable List<@Nullable Double> updateRatio,
			@Schema(description = "Norm of the difference from the parameters of epoch 0.",
					example = "[0, 0.0044, 0.0081]") @Nullable List<@Nullable Double> distanceFromStart,
			@Schema(description = "Share of the units whose activation and slope are exactly 0 for every sample of the batch, 0 to 1; null for softmax.",
					example = "[null, 0, 0.125]") @Nullable List<@Nullable Double> deadShare,
			@Schema(description = "Share of units and samples of the batch where the slope of the activation is below a twentieth of its largest, 0 to 1; null for activations that do not level off in both directions.",
					example = "[null, 0.02, 0.03]") @Nullable List<@Nullable Double> saturatedShare,
			@Schema(description = "Mean of the weights.",
					example = "[0.01, 0.012, 0.013]") @Nullable List<@Nullable Double> weightMean,
			@Schema(description = "Standard deviation of the weights.",
					example = "[0.5, 0.51, 0.52]") @Nullable List<@Nullable Double> weightDeviation,
			@Schema(description = "Mean of the activations over the batch.",
					example = "[null, 0.49, 0.5]") @Nullable List<@Nullable Double> activationMean,
			@Schema(description = "Standard deviation of the activations over the batch.",
					example = "[null, 0.2, 0.21]") @Nullable List<@Nullable Double> activationDeviation,
			@Schema(description = "Norm of the mean gradient of the batch over its standard error, the root of the batch size over the simple noise scale (McCandlish et al., 2018).",
					example = "[null, 3.1, 2.7]") @Nullable List<@Nullable Double> gradientSignalToNoise) {

		private static Layer of(int layer, Function<Instrument, @Nullable List<@Nullable Double>> column) {
			return new Layer(layer, column.apply(Instrument.GRADIENT_NORM), column.apply(Instrument.PARAMETER_NORM),
					column.apply(Instrument.UPDATE_RATIO), column.apply(Instrument.DISTANCE_FROM_START),
					column.apply(Instrument.DEAD_SHARE), column.apply(Instrument.SATURATED_SHARE),
					column.apply(Instrument.WEIGHT_MEAN), column.apply(Instrument.WEIGHT_DEVIATION),
					column.apply(Instrument.ACTIVATION_MEAN), column.apply(Instrument.ACTIVATION_DEVIATION),
					column.apply(Instrument.GRADIENT_SIGNAL_TO_NOISE));
		}

		private @Nullable List<@Nullable Double> column(Instrument instrument) {
			return switch (instrument) {
				case GRADIENT_NORM -> gradientNorm;
				case PARAMETER_NORM -> parameterNorm;
				case UPDATE_RATIO -> updateRatio;
				case DISTANCE_FROM_START -> distanceFromStart;
				case DEAD_SHARE -> deadShare;
				case SATURATED_SHARE -> saturatedShare;
				case WEIGHT_MEAN -> weightMean;
				case WEIGHT_DEVIATION -> weightDeviation;
				case ACTIVATION_MEAN -> activationMean;
				case ACTIVATION_DEVIATION -> activationDeviation;
				case GRADIENT_SIGNAL_TO_NOISE -> gradientSignalToNoise;
			};
		}

		private @Nullable Double at(Instrument instrument, int row) {
			var column = column(instrument);
			return (column != null) ? column.get(row) : null;
		}

	}

	static InstrumentsView of(Instruments.Series series, List<Integer> layers, Set<Instrument> wanted,
			@Nullable Integer maxPoints) {
		int size = series.size();
		int shown = (maxPoints != null) ? Math.min(maxPoints, size) : size;
		int[] rows = IntStream.range(0, shown).map((i) -> spaced(i, shown, size)).toArray();
		int[] epochs = series.epochs();
		return new InstrumentsView(series.stride(), size, IntStream.of(rows).mapToObj((row) -> epochs[row]).toList(),
				layers.stream().map((l) -> Layer.of(l, (instrument) -> {
					if (!wanted.contains(instrument)) {
						return null;
					}
					double[] all = series.of(l, instrument);
					return Numbers.orNull(IntStream.of(rows).mapToDouble((row) -> all[row]).toArray());
				})).toList());
	}

	/** The i-th of some rows that are evenly spaced from the first to the last. */
	private static int spaced(int i, int shown, int size) {
		return (int) ((long) i * (size - 1) / Math.max(1, shown - 1));
	}

	@Override
	public Figure figure() {
		double[] epochs = epoch.stream().mapToDouble(Integer::doubleValue).toArray();
		var panels = ALL.stream()
			.filter((instrument) -> layers.stream().anyMatch((layer) -> layer.column(instrument) != null))
			.map((instrument) -> panel(instrument, epochs))
			.toList();
		return new Figure("Instruments", panels.isEmpty() ? List.of(panel(Instrument.DEAD_SHARE, epochs)) : panels);
	}

	private Panel panel(Instrument instrument, double[] epochs) {
		var marks = new ArrayList<Mark>();
		for (var layer : layers) {
			var column = layer.column(instrument);
			if (column != null) {
				marks.add(new Mark.Line("layer " + layer.layer(), epochs, Numbers.orNaN(column), layer.layer(), false));
			}
		}
		if (instrument == Instrument.UPDATE_RATIO) {
			double[] usual = new double[epochs.length];
			Arrays.fill(usual, USUAL_RATIO);
			marks.add(new Mark.Line("1e-3", epochs, usual, GUIDE_TINT, true));
		}
		String title = name(instrument).replace('_', ' ');
		return new Panel(title, Axis.linear("epoch"),
				LOGARITHMIC.contains(instrument) ? Axis.logarithmic(title) : Axis.linear(title), marks);
	}

	private static String name(Instrument instrument) {
		return instrument.name().toLowerCase(Locale.ROOT);
	}

	@Override
	public List<String> csvHeader() {
		return Stream.concat(Stream.of("epoch", "layer"), ALL.stream().map(InstrumentsView::name)).toList();
	}

	@Override
	public Stream<List<?>> csvRows() {
		return IntStream.range(0, epoch.size()).boxed().flatMap((row) -> layers.stream().map((layer) -> {
			var cells = new ArrayList<@Nullable Object>();
			cells.add(epoch.get(row));
			cells.add(layer.layer());
			ALL.forEach((instrument) -> cells.add(layer.at(instrument, row)));
			return cells;
		}));
	}

}
