package dev.descent.training.specification;

import java.util.List;

import dev.descent.problem.Faults;
import dev.descent.problem.ManyFaults;
import dev.descent.problem.SelfChecking;
import org.jspecify.annotations.Nullable;

/** Whether given initial parameters have the shapes that the network needs. */
record InitialParametersCheck(NetworkSpecification network, int inputs, int outputs) implements SelfChecking {

	/** A length that is not known. */
	private static final int ANY = -1;

	@Override
	public void check(Faults faults) {
		var given = network.initialParameters();
		if (given == null) {
			return;
		}
		int depth = network.hiddenLayers().size() + 1;
		boolean comparable = given.size() == depth;
		if (!comparable) {
			faults
				.add("has %d layers but the network has %d (the output layer included)".formatted(given.size(), depth));
		}
		for (int l = 0; l < given.size(); l++) {
			checkLayer(given.get(l), comparable ? fanIn(l) : ANY, comparable ? units(l) : ANY, faults.at(l));
		}
	}

	private int fanIn(int layer) {
		return (layer == 0) ? inputs : units(layer - 1);
	}

	private int units(int layer) {
		return (layer == network.hiddenLayers().size()) ? outputs : network.hiddenLayers().get(layer).units();
	}

	private static void checkLayer(@Nullable LayerParameters layer, int fanIn, int units, Faults faults) {
		if (layer == null) {
			return;
		}
		var weights = faults.at("weights");
		if (layer.weights() != null) {
			weights.require(units == ANY || layer.weights().size() == units,
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
		if (length != ANY && row.size() != length) {
			lengths.add(faults, "has %d values but the layer has %d %s".formatted(row.size(), length, what));
		}
		for (int i = 0; i < row.size(); i++) {
			if (!LayerParameters.isUsable(row.get(i))) {
				values.add(faults.at(i), "must be a number from -1e100 to 1e100");
			}
		}
	}

}
