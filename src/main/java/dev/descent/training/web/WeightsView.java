package dev.descent.training.web;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

import dev.descent.engine.network.Parameters;
import dev.descent.training.Checkpoint;
import dev.descent.training.specification.LayerParameters;
import io.swagger.v3.oas.annotations.media.Schema;

@Schema(name = "Weights", description = """
		The parameters at one moment. `layers` can be given as `network.initialParameters` of another job.""")
record WeightsView(@Schema(description = "Whole epochs trained to get them.", example = "1000") int epoch,
		@Schema(description = "Updates made to get them.", example = "1000") long step,
		@Schema(description = "From the first hidden layer to the output layer.") List<LayerParameters> layers) {

	static WeightsView of(Checkpoint checkpoint) {
		var parameters = checkpoint.parameters();
		return new WeightsView(checkpoint.epoch(), checkpoint.step(),
				IntStream.range(0, parameters.architecture().depth()).mapToObj((l) -> layer(parameters, l)).toList());
	}

	private static LayerParameters layer(Parameters parameters, int layer) {
		var weights = parameters.weights(layer);
		var rows = new ArrayList<List<Double>>();
		for (int unit = 0; unit < weights.rows(); unit++) {
			int from = weights.from() + unit * weights.rowStride();
			rows.add(boxed(parameters, from, weights.columns()));
		}
		return new LayerParameters(rows,
				boxed(parameters, parameters.architecture().biasesFrom(layer), weights.rows()));
	}

	private static List<Double> boxed(Parameters parameters, int from, int length) {
		return Arrays.stream(parameters.values(), from, from + length).boxed().toList();
	}

}
