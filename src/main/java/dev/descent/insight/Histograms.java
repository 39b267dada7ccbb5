package dev.descent.insight;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import dev.descent.engine.analysis.MeanGradient;
import dev.descent.figure.Axis;
import dev.descent.figure.CsvTable;
import dev.descent.figure.Figure;
import dev.descent.figure.Illustrated;
import dev.descent.figure.Mark;
import dev.descent.figure.Panel;
import io.swagger.v3.oas.annotations.media.Schema;

/** How the parameters of each layer, and the gradient of the loss, are spread. */
@Schema(description = """
		How the parameters of each layer are spread, and the derivatives of the mean training loss (without penalties) with \
		respect to them.""")
public record Histograms(
		@Schema(description = "Whole epochs trained to get the parameters.", example = "1000") int epoch,
		@Schema(description = "Updates made to get them.", example = "1000") long step,
		@Schema(description = "From the first hidden layer to the output layer.") List<Layer> layers)
		implements
			CsvTable,
			Illustrated {

	@Schema(name = "LayerHistograms", description = "The parameters of one layer.")
	public record Layer(@Schema(description = "The weights.") Histogram weights,
			@Schema(description = "The biases.") Histogram biases,
			@Schema(description = "The derivatives with respect to the weights.") Histogram weightGradients,
			@Schema(description = "The derivatives with respect to the biases.") Histogram biasGradients) {
	}

	static Histograms of(TrainedNetwork trained, int bins) {
		var experiment = trained.experiment();
		var parameters = trained.checkpoint().parameters();
		var gradient = MeanGradient.of(trained.network(), experiment.plan().loss(), parameters,
				experiment.samples(experiment.split().training()));
		var architecture = experiment.architecture();
		return new Histograms(trained.checkpoint().epoch(), trained.checkpoint().step(),
				IntStream.range(0, architecture.depth()).mapToObj((l) -> {
					int weights = architecture.weightsFrom(l);
					int biases = architecture.biasesFrom(l);
					int end = architecture.weightsFrom(l + 1);
					return new Layer(Histogram.of(parameters.values(), weights, biases, bins),
							Histogram.of(parameters.values(), biases, end, bins),
							Histogram.of(gradient.values(), weights, biases, bins),
							Histogram.of(gradient.values(), biases, end, bins));
				}).toList());
	}

	@Override
	public Figure figure() {
		var panels = new ArrayList<Panel>();
		for (int l = 0; l < layers.size(); l++) {
			panels.add(panel("weights of layer " + l, layers.get(l).weights(), 0));
			panels.add(panel("their gradient", layers.get(l).weightGradients(), 1));
		}
		return new Figure("Weights and gradients after epoch " + epoch, panels);
	}

	private static Panel panel(String title, Histogram histogram, int tint) {
		double[] heights = Arrays.stream(histogram.counts()).asDoubleStream().toArray();
		return new Panel(title, Axis.linear("value"), Axis.linear("count"),
				List.of(new Mark.Bars("", histogram.edges(), heights, tint)));
	}

	@Override
	public List<String> csvHeader() {
		return List.of("layer", "of", "from", "to", "count");
	}

	@Override
	public Stream<List<?>> csvRows() {
		return IntStream.range(0, layers.size()).boxed().flatMap((l) -> {
			var layer = layers.get(l);
			return Stream
				.of(rows(l, "weights", layer.weights()), rows(l, "biases", layer.biases()),
						rows(l, "weight_gradients", layer.weightGradients()),
						rows(l, "bias_gradients", layer.biasGradients()))
				.flatMap((rows) -> rows);
		});
	}

	private static Stream<List<?>> rows(int layer, String of, Histogram histogram) {
		return IntStream.range(0, histogram.counts().length)
			.mapToObj((i) -> List.of(layer, of, histogram.edges()[i], histogram.edges()[i + 1], histogram.counts()[i]));
	}

}
