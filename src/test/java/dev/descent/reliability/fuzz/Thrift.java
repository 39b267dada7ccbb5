package dev.descent.reliability.fuzz;

import java.util.List;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Keeps what is asked for so small that many thousand requests are through in minutes.
 */
final class Thrift {

	private static final int EPOCHS = 20;

	private static final int SAMPLES = 60;

	private Thrift() {
	}

	/**
	 * Makes a body that may be right ask for little; what it refers to stays as it is.
	 */
	static void apply(Operation operation, ObjectNode body) {
		switch (operation.id()) {
			case "createTrainingJob", "traceUpdate" -> job(body);
			case "createLearningRateRangeTest" -> {
				job(body.withObject("job"));
				atMost(body, "updates", 30);
			}
			case "createRace" -> race(body);
			case "forkTrainingJob", "changeTrainingJob" -> {
				if (body.path("training").isObject()) {
					training(body);
				}
			}
			case "descendSurface" -> {
				atMost(body, "steps", 100);
				if (body.path("grid").isObject()) {
					atMost(body.withObject("grid"), "resolution", 20);
				}
			}
			case "createDataset" -> atMost(body, "samples", SAMPLES);
			default -> {
				// It costs little as it is.
			}
		}
	}

	private static void race(ObjectNode body) {
		job(body.withObject("base"));
		body.put("seeds", Math.clamp(body.path("seeds").asInt(2), 1, 2));
		if (body.path("axes").isArray()) {
			for (var axis : body.path("axes")) {
				if (axis instanceof ObjectNode object) {
					atMost(object, "count", 3);
				}
			}
		}
		if (body.path("tuning").isObject()) {
			var tuning = body.withObject("tuning");
			tuning.put("rates", 2);
			tuning.put("seeds", 1);
		}
		if (body.path("variants").isArray()) {
			for (var variant : body.path("variants")) {
				if (variant.path("patch") instanceof ObjectNode patch && patch.path("training").isObject()) {
					training(patch);
				}
			}
		}
	}

	private static void job(ObjectNode body) {
		if (body.path("dataset").isObject()
				&& !List.of("inline", "stored").contains(body.at("/dataset/type").asString(""))) {
			atMost(body.withObject("dataset"), "samples", SAMPLES);
		}
		training(body);
	}

	private static void training(ObjectNode body) {
		if (!body.has("training") || body.path("training").isObject()) {
			var training = body.withObject("training");
			training.put("epochs", Math.clamp(training.path("epochs").asInt(EPOCHS), 0, EPOCHS));
			training.put("timeLimit", "PT0.1S");
		}
	}

	private static void atMost(ObjectNode object, String field, int most) {
		JsonNode value = object.path(field);
		if (value.isMissingNode() || (value.isNumber() && value.asDouble() > most)) {
			object.put(field, most);
		}
	}

}
