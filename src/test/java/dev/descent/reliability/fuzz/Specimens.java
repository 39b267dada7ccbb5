package dev.descent.reliability.fuzz;

import java.util.List;

/** Jobs, races and data that are small, and each strange in a way of its own. */
final class Specimens {

	static final String JOB = """
			{"name": "small", "dataset": {"type": "moons", "samples": 20}, "network": {"hiddenLayers": [{"units": 3}]},
			"training": {"epochs": 10}, "recording": {"checkpoints": 4, "instruments": "full", "boundaryResolution": 5}}""";

	static final String ENDLESS = """
			{"dataset": {"type": "moons", "samples": 10}, "training": {"epochs": 100000000, "timeLimit": "PT2S"}}""";

	/** Its learning rate does nothing: a finding with a cure. */
	static final String ILL = """
			{"optimizer": {"type": "sgd", "learningRate": 1e-4}, "training": {"epochs": 30}}""";

	static final String RACE = "{\"seeds\": 2, \"base\": " + JOB
			+ ", \"variants\": [{\"name\": \"sgd\"}, {\"name\": \"adam\", \"patch\": {\"optimizer\": {\"type\": \"adam\"}}}]}";

	static final String ENDLESS_RACE = "{\"seeds\": 2, \"base\": " + ENDLESS + "}";

	static final String TEST = "{\"updates\": 20, \"job\": " + JOB + "}";

	static final String ENDLESS_TEST = """
			{"updates": 10000, "job": {"dataset": {"type": "moons", "samples": 2000}}}""";

	static final String DATA = "{\"type\": \"circles\", \"samples\": 20}";

	static final List<String> JOBS = List.of(JOB, ENDLESS,
			// three classes
			"""
					{"dataset": {"type": "blobs", "samples": 30, "classes": 3}, "training": {"epochs": 8, "batchSize": 7},
					"recording": {"instruments": "economy"}}""",
			// one feature
			"{\"dataset\": {\"type\": \"sine\", \"samples\": 20}, \"training\": {\"epochs\": 8}}",
			// overflows
			"""
					{"dataset": {"type": "plane", "samples": 20}, "optimizer": {"type": "sgd", "learningRate": 1e6},
					"training": {"epochs": 50}, "recording": {"instruments": "full"}}""",
			// overflows in its last update
			"""
					{"dataset": {"type": "plane", "samples": 20}, "optimizer": {"type": "sgd", "learningRate": 1000},
					"training": {"epochs": 500}, "recording": {"instruments": "full"}}""",
			// nothing is hidden, nothing is held back
			"""
					{"dataset": {"type": "moons", "samples": 8}, "network": {"hiddenLayers": []},
					"split": {"validationFraction": 0}, "training": {"epochs": 5}}""",
			// not trained at all
			"{\"dataset\": {\"type\": \"xor\", \"samples\": 8}, \"training\": {\"epochs\": 0}}",
			// by curvature
			"""
					{"dataset": {"type": "moons", "samples": 20}, "optimizer": {"type": "lbfgs"}, "training": {"epochs": 5},
					"split": {"validationFraction": 0.2, "testFraction": 0.2}}""",
			// with everything
			"""
					{"dataset": {"type": "moons", "samples": 20}, "network": {"hiddenLayers": [{"units": 3, "dropout": 0.2},
					{"units": 2, "activation": "relu"}]}, "regularization": {"l1": 0.01, "l2": 0.01, "maxNorm": 1},
					"optimizer": {"type": "adam"}, "averaging": {"type": "ema"}, "gradientNoise": {}, "gradientClipping":
					{"type": "norm"}, "schedule": {"type": "cosine"}, "training": {"epochs": 8, "batchSize": 4},
					"features": ["x1", "x2", "x1*x2", "sin(x1)"], "recording": {"instruments": "full"}}""",
			// names that must be quoted, and a feature that does not vary
			"""
					{"dataset": {"type": "inline", "features": [[1, 2, 5], [2, 1, 5], [3, 3, 5], [4, 1, 5]],
					"targets": ["a,\\"b\\"", "<i>", "a,\\"b\\"", "<i>"], "columns": ["=1+1", "a \\"b\\", c", "\\u00e9&<"]},
					"name": "a\\nb\\u202e", "split": {"validationFraction": 0}, "training": {"epochs": 5}}""",
			// stands still at once
			"{\"dataset\": {\"type\": \"moons\", \"samples\": 10}, \"breakpoints\": [{\"when\": \"true\"}]}",
			// huge and tiny numbers
			"""
					{"dataset": {"type": "inline", "features": [[1e100, -1e-300], [-1e100, 0], [0, 1e100]], "targets": [1e50, -1e50, 0],
					"task": "regression"}, "scaling": "none", "split": {"validationFraction": 0}, "training": {"epochs": 3}}""",
			// has a single sample
			"""
					{"dataset": {"type": "inline", "features": [[1, 2]], "targets": [1], "task": "regression"},
					"split": {"validationFraction": 0}, "training": {"epochs": 3}}""");

	static final List<String> RACES = List.of(RACE, ENDLESS_RACE,
			"{\"seeds\": 2, \"base\": " + JOB
					+ ", \"axes\": [{\"field\": \"optimizer.learningRate\", \"values\": [0.1, 1]},"
					+ " {\"field\": \"training.batchSize\", \"values\": [4, null]}]}",
			"{\"seeds\": 1, \"base\": " + JOB + ", \"tuning\": {\"rates\": 2, \"seeds\": 1}, \"part\": \"validation\"}",
			"{\"seeds\": 2, \"criterion\": \"cost_to_target\", \"target\": 0.6, \"base\": " + JOB + "}",
			"{\"seeds\": 3, \"variants\": [{\"name\": \"bad\", \"patch\": {\"optimizer\": {\"type\": \"sgd\", \"learningRate\": 1000}}},"
					+ " {\"name\": \"a,b\"}], \"base\": {\"dataset\": {\"type\": \"plane\", \"samples\": 20}, \"training\": {\"epochs\": 40}}}");

	static final List<String> DATASETS = List.of(DATA, "{\"type\": \"sine\", \"samples\": 5}",
			"{\"type\": \"blobs\", \"samples\": 10, \"classes\": 5}",
			"{\"type\": \"inline\", \"features\": [[1e100, 0, -0.0]], \"targets\": [\"\\u202e<b>\"]}",
			"{\"type\": \"inline\", \"features\": [[1], [1]], \"targets\": [1.5, 1.5], \"columns\": [\"=a\"]}");

	private Specimens() {
	}

}
