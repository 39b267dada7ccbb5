package dev.descent.training.specification;

import java.util.List;

import dev.descent.problem.Faults;
import dev.descent.problem.SelfChecking;

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

	private static void checkLayer(LayerParameters layer, int fanIn, int units, Faults faults) {
		var weights = faults.at("weights");
		if (layer.weights().size() != units) {
			weights.add("has %d rows but the layer has %d units".formatted(layer.weights().size(), units));
		}
		else {
			for (int unit = 0; unit < units; unit++) {
				checkRow(layer.weights().get(unit), fanIn, "inputs", weights.at(unit));
			}
		}
		checkRow(layer.biases(), units, "units", faults.at("biases"));
	}

	private static void checkRow(List<Double> row, int length, String what, Faults faults) {
		if (row.size() != length) {
			faults.add("has %d values but the layer has %d %s".formatted(row.size(), length, what));
		}
		else if (!row.stream().allMatch(LayerParameters::isUsable)) {
			faults.add("must hold numbers from -1e100 to 1e100 only");
		}
	}

}
