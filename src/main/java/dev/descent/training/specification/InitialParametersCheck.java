package dev.descent.training.specification;

import java.util.List;

import dev.descent.problem.Faults;
import dev.descent.problem.ManyFaults;
import dev.descent.problem.SelfChecking;
import org.jspecify.annotations.Nullable;

/** Whether given initial parameters have the shapes that the network needs. */
record InitialParametersCheck(NetworkSpecification network, int inputs, int outputs) implements SelfChecking {

	@Override
	public void check(Faults faults) {
		var given = network.initialParameters();
		if (given == null) {
			return;
		}
		int depth = network.hiddenLayers().size() + 1;
		if (given.size() != depth) {
			faults
				.add("has %d layers but the network has %d (the output layer included)".formatted(given.size(), depth));
			return;
		}
		for (int l = 0; l < depth; l++) {
			int fanIn = (l == 0) ? inputs : network.hiddenLayers().get(l - 1).units();
			int units = (l == depth - 1) ? outputs : network.hiddenLayers().get(l).units();
			checkLayer(given.get(l), fanIn, units, faults.at(l));
		}
	}

	private static void checkLayer(@Nullable LayerParameters layer, int fanIn, int units, Faults faults) {
		if (layer == null) {
			return;
		}
		var weights = faults.at("weights");
		if (layer.weights() != null) {
			weights.require(layer.weights().size() == units,
					"has %d rows but the layer has %d units".formatted(layer.weights().size(), units));
			try (var lengths = new ManyFaults(weights); var values = new ManyFaults(weights)) {
				for (int unit = 0; unit < layer.weights().size(); unit++) {
					checkRow(layer.weights().get(unit), fanIn, "inputs", weights.at(unit), lengths, values);
				}
			}
		}
		if (layer.biases() != null) {
			var biases = faults.at("biases");
			try (var lengths = new ManyFaults(biases); var values = new ManyFaults(biases)) {
				checkRow(layer.biases(), units, "units", biases, lengths, values);
			}
		}
	}

	private static void checkRow(@Nullable List<? extends @Nullable Double> row, int length, String what, Faults faults,
			ManyFaults lengths, ManyFaults values) {
		if (row == null) {
			lengths.add(faults, "must be an array of numbers");
			return;
		}
		if (row.size() != length) {
			lengths.add(faults, "has %d values but the layer has %d %s".formatted(row.size(), length, what));
		}
		for (int i = 0; i < row.size(); i++) {
			if (!LayerParameters.isUsable(row.get(i))) {
				values.add(faults.at(i), "must be a number from -1e100 to 1e100");
			}
		}
	}

}
