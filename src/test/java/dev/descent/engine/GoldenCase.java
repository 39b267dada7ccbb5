package dev.descent.engine;

import java.util.ArrayList;
import java.util.List;

import dev.descent.engine.loss.Loss;
import dev.descent.engine.network.Architecture;
import dev.descent.engine.network.Layer;
import dev.descent.engine.network.Parameters;
import dev.descent.engine.regularization.L1;
import dev.descent.engine.regularization.L2;
import dev.descent.engine.regularization.Penalty;
import dev.descent.engine.training.Metric;
import dev.descent.engine.training.RSquared;
import dev.descent.engine.training.Samples;
import dev.descent.engine.training.TrainingPlan;
import dev.descent.verification.ReferenceCase;
import tools.jackson.databind.JsonNode;

/** A published case in the engine's terms. */
public record GoldenCase(ReferenceCase reference) {

	public String name() {
		return reference.name();
	}

	public JsonNode json() {
		return reference.json();
	}

	public TrainingPlan plan() {
		int batchSize = json().get("batchSize").isNull() ? Integer.MAX_VALUE : json().get("batchSize").asInt();
		var penalties = List.<Penalty>of(new L1(json().get("l1").asDouble()), new L2(json().get("l2").asDouble()));
		Metric metric = new RSquared();
		return new TrainingPlan(architecture(), loss(), penalties, metric, GoldenNames.optimization(json()),
				json().get("epochs").asInt(), batchSize, false, 0, 1, null, null);
	}

	public Loss loss() {
		return GoldenNames.loss(json().get("loss").asString(), json().get("lossParameters"));
	}

	public Parameters start() {
		return Parameters.of(architecture(), ReferenceCase.flat(json().get("initialParameters")));
	}

	public Samples samples() {
		var rows = json().get("data").get("x");
		int outputs = architecture().outputs();
		var targets = new ArrayList<Double>();
		for (var y : json().get("data").get("y")) {
			if (y.isArray()) {
				y.forEach((value) -> targets.add(value.asDouble()));
			}
			else if (outputs > 1) {
				for (int i = 0; i < outputs; i++) {
					targets.add((i == y.asInt()) ? 1.0 : 0.0);
				}
			}
			else {
				targets.add(y.asDouble());
			}
		}
		return new Samples(rows.size(), ReferenceCase.flat(rows),
				targets.stream().mapToDouble(Double::doubleValue).toArray());
	}

	public Architecture architecture() {
		var layers = new ArrayList<Layer>();
		for (var layer : json().get("network").get("layers")) {
			layers
				.add(new Layer(layer.get("units").asInt(), GoldenNames.activation(layer.get("activation").asString())));
		}
		return new Architecture(json().get("network").get("inputs").asInt(), layers);
	}

	@Override
	public String toString() {
		return name();
	}

}
