package dev.descent.insight;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.DoubleStream;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.descent.dataset.Dataset;
import dev.descent.problem.Faults;
import dev.descent.problem.ManyFaults;
import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(description = "What the network says of new inputs, in their order.")
public record Predictions(
		@Schema(description = "Whole epochs trained to get the parameters.", example = "1000") int epoch,
		@Schema(description = "Updates made to get them.", example = "1000") long step,
		@Schema(description = "The activations of the output layer, a row for each input.",
				example = "[[0.93]]") List<List<Double>> outputs,
		@Schema(description = "The class of each input; absent for a regression.",
				example = "[\"1\"]") @Nullable List<String> classes) {

	static Predictions of(TrainedNetwork network, List<? extends @Nullable List<? extends @Nullable Double>> inputs) {
		var shape = network.experiment().shape();
		double[] outputs = network.outputs(rows(inputs, shape.columns().size()));
		int units = network.experiment().output().units();
		var rows = new ArrayList<List<Double>>();
		var classes = new ArrayList<String>();
		for (int i = 0; i < inputs.size(); i++) {
			rows.add(DoubleStream.of(Arrays.copyOfRange(outputs, i * units, (i + 1) * units)).boxed().toList());
			if (!shape.classes().isEmpty()) {
				classes.add(shape.classes().get(network.classOf(outputs, i * units)));
			}
		}
		return new Predictions(network.checkpoint().epoch(), network.checkpoint().step(), rows,
				shape.classes().isEmpty() ? null : classes);
	}

	private static double[] rows(List<? extends @Nullable List<? extends @Nullable Double>> inputs, int columns) {
		var faults = new Faults();
		double[] rows = new double[inputs.size() * columns];
		var atInputs = faults.at("inputs");
		try (var lengths = new ManyFaults(atInputs); var values = new ManyFaults(atInputs)) {
			for (int i = 0; i < inputs.size(); i++) {
				var row = inputs.get(i);
				if (row == null || row.size() != columns) {
					lengths.add(atInputs.at(i), (row == null) ? "must be an array of numbers"
							: "has " + row.size() + " values but the dataset has " + columns + " features");
					continue;
				}
				for (int j = 0; j < columns; j++) {
					Double value = row.get(j);
					if (value == null || !(Math.abs(value) <= Dataset.LARGEST)) {
						values.add(atInputs.at(i).at(j), "must be a finite number, at most 1e100 in magnitude");
						continue;
					}
					rows[i * columns + j] = value;
				}
			}
		}
		faults.throwIfAny();
		return rows;
	}

}
