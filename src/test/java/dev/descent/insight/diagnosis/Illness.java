package dev.descent.insight.diagnosis;

import java.util.List;

/**
 * A job that has a finding, and one that looks like it and is healthy.
 *
 * @param ill a specification without a seed
 * @param healthy the same without what makes it ill
 */
record Illness(String finding, String ill, String healthy) {

	static final List<Illness> ALL = List.of(new Illness("diverging",
			"""
					{"dataset": {"type": "sine"}, "optimizer": {"type": "sgd", "learningRate": 4}, "training": {"epochs": 200}}""",
			"""
					{"dataset": {"type": "sine"}, "optimizer": {"type": "sgd", "learningRate": 0.2}, "training": {"epochs": 200}}"""),
			new Illness("learning_rate_too_high", """
					{"dataset": {"type": "linear", "labelNoise": 0.1}, "network": {"hiddenLayers": []},
					 "optimizer": {"type": "sgd", "learningRate": 40}, "training": {"epochs": 200}}""", """
					{"dataset": {"type": "linear", "labelNoise": 0.1}, "network": {"hiddenLayers": []},
					 "optimizer": {"type": "sgd", "learningRate": 2}, "training": {"epochs": 200}}"""),
			new Illness("learning_rate_too_low", """
					{"optimizer": {"type": "sgd", "learningRate": 0.001}, "training": {"epochs": 300}}""", """
					{"optimizer": {"type": "sgd", "learningRate": 0.5}, "training": {"epochs": 300}}"""),
			new Illness("dead_relus",
					"""
							{"dataset": {"type": "circles"}, "features": ["x1^2", "x2^2"], "scaling": "none",
							 "network": {"hiddenLayers": [{"units": 16, "activation": "relu"}], "initializer": {"type": "normal", "mean": -1, "standardDeviation": 0.5}},
							 "training": {"epochs": 200}}""",
					"""
							{"dataset": {"type": "circles"}, "features": ["x1^2", "x2^2"], "scaling": "none",
							 "network": {"hiddenLayers": [{"units": 16, "activation": "relu"}], "initializer": {"type": "he_normal"}},
							 "training": {"epochs": 200}}"""),
			new Illness("saturation",
					"""
							{"network": {"hiddenLayers": [{"units": 16, "activation": "tanh"}], "initializer": {"type": "normal", "standardDeviation": 20}},
							 "training": {"epochs": 200}}""",
					"""
							{"network": {"hiddenLayers": [{"units": 16, "activation": "tanh"}]}, "training": {"epochs": 200}}"""),
			new Illness("vanishing_gradients",
					"""
							{"network": {"hiddenLayers": [{"units": 8, "activation": "sigmoid"}, {"units": 8, "activation": "sigmoid"}, {"units": 8, "activation": "sigmoid"}, {"units": 8, "activation": "sigmoid"}, {"units": 8, "activation": "sigmoid"}, {"units": 8, "activation": "sigmoid"}]},
							 "training": {"epochs": 200}}""",
					"""
							{"network": {"hiddenLayers": [{"units": 8, "activation": "tanh"}, {"units": 8, "activation": "tanh"}, {"units": 8, "activation": "tanh"}, {"units": 8, "activation": "tanh"}, {"units": 8, "activation": "tanh"}, {"units": 8, "activation": "tanh"}]},
							 "training": {"epochs": 200}}"""),
			new Illness("exploding_gradients",
					"""
							{"network": {"hiddenLayers": [{"units": 8, "activation": "relu"}, {"units": 8, "activation": "relu"}, {"units": 8, "activation": "relu"}, {"units": 8, "activation": "relu"}, {"units": 8, "activation": "relu"}, {"units": 8, "activation": "relu"}], "initializer": {"type": "normal", "standardDeviation": 2}},
							 "optimizer": {"type": "sgd", "learningRate": 0.05}, "training": {"epochs": 200}}""",
					"""
							{"network": {"hiddenLayers": [{"units": 8, "activation": "relu"}, {"units": 8, "activation": "relu"}, {"units": 8, "activation": "relu"}, {"units": 8, "activation": "relu"}, {"units": 8, "activation": "relu"}, {"units": 8, "activation": "relu"}], "initializer": {"type": "he_normal"}},
							 "optimizer": {"type": "sgd", "learningRate": 0.05}, "training": {"epochs": 200}}"""),
			new Illness("symmetric_start", """
					{"network": {"initializer": {"type": "constant", "value": 0.5}}, "training": {"epochs": 300}}""",
					"""
							{"network": {}, "training": {"epochs": 300}}"""),
			new Illness("unscaled_inputs",
					"""
							{"dataset": {"type": "blobs", "centers": 4, "centerBox": 10, "spread": 2}, "features": ["x1^3", "x2"],
							 "scaling": "none", "training": {"epochs": 200}}""",
					"""
							{"dataset": {"type": "blobs", "centers": 4, "centerBox": 10, "spread": 2}, "features": ["x1^3", "x2"],
							 "scaling": "standard", "training": {"epochs": 200}}"""),
			new Illness("class_imbalance", """
					{"dataset": {"type": "moons", "samples": 300, "noise": 0.3, "classBalance": [12, 1]},
					 "training": {"epochs": 200}}""", """
					{"dataset": {"type": "moons", "samples": 300, "noise": 0.3, "classBalance": [2, 1]},
					 "training": {"epochs": 200}}"""), new Illness("overfitting", """
					{"dataset": {"type": "moons", "samples": 60, "noise": 0.4}, "split": {"validationFraction": 0.5},
					 "network": {"hiddenLayers": [{"units": 32, "activation": "tanh"}]},
					 "optimizer": {"type": "adam", "learningRate": 0.05}, "training": {"epochs": 300}}""", """
					{"dataset": {"type": "moons", "samples": 400, "noise": 0.2}, "split": {"validationFraction": 0.5},
					 "network": {"hiddenLayers": [{"units": 4, "activation": "tanh"}]},
					 "optimizer": {"type": "adam", "learningRate": 0.02}, "training": {"epochs": 150}}"""),
			new Illness("underfitting", """
					{"dataset": {"type": "circles"}, "network": {"hiddenLayers": [{"units": 1, "activation": "tanh"}]},
					 "optimizer": {"type": "adam", "learningRate": 0.05}, "training": {"epochs": 400}}""", """
					{"dataset": {"type": "circles"}, "network": {"hiddenLayers": [{"units": 8, "activation": "tanh"}]},
					 "optimizer": {"type": "adam", "learningRate": 0.05}, "training": {"epochs": 400}}"""),
			new Illness("plateau",
					"""
							{"dataset": {"type": "xor"}, "optimizer": {"type": "sgd", "learningRate": 0.1}, "training": {"epochs": 600}}""",
					"""
							{"dataset": {"type": "xor"}, "optimizer": {"type": "adam", "learningRate": 0.03},
							 "training": {"epochs": 600}}"""),
			new Illness("loss_output_mismatch",
					"""
							{"network": {"outputActivation": "sigmoid"}, "loss": {"type": "mse"}, "training": {"epochs": 200}}""",
					"""
							{"network": {"outputActivation": "sigmoid"}, "loss": {"type": "binary_cross_entropy"},
							 "training": {"epochs": 200}}"""));

	@Override
	public String toString() {
		return finding;
	}

}
