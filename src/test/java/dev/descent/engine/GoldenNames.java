package dev.descent.engine;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

import dev.descent.engine.activation.Activation;
import dev.descent.engine.loss.Loss;
import dev.descent.engine.optimizer.GradientRule;
import dev.descent.engine.training.Optimization;
import dev.descent.support.Variants;
import dev.descent.training.specification.GradientClippingSpecification;
import dev.descent.training.specification.activation.ActivationSpecification;
import dev.descent.training.specification.loss.LossSpecification;
import dev.descent.training.specification.optimizer.OptimizerSpecification;
import dev.descent.training.specification.schedule.ScheduleSpecification;
import dev.descent.training.specification.schedule.StepPer;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * The names of the reference runs in the terms of the API, so that a reference run goes
 * through the same records as a request.
 */
public final class GoldenNames {

	/** What each optimizer of the reference is called, with what it stands for. */
	public static final Map<String, String> OPTIMIZERS = Map.ofEntries(Map.entry("SGD", "{'type': 'sgd'}"),
			Map.entry("Adagrad", "{'type': 'adagrad'}"), Map.entry("Adadelta", "{'type': 'adadelta'}"),
			Map.entry("RMSprop", "{'type': 'rmsprop'}"), Map.entry("Adam", "{'type': 'adam'}"),
			Map.entry("AMSGrad", "{'type': 'amsgrad'}"), Map.entry("AdamW", "{'type': 'adamw'}"),
			Map.entry("Adamax", "{'type': 'adamax'}"), Map.entry("NAdam", "{'type': 'nadam'}"),
			Map.entry("RAdam", "{'type': 'radam'}"), Map.entry("Rprop", "{'type': 'rprop'}"),
			Map.entry("Lion", "{'type': 'lion'}"), Map.entry("AdaBelief", "{'type': 'adabelief'}"),
			Map.entry("Yogi", "{'type': 'yogi'}"), Map.entry("SignSGD", "{'type': 'signsgd'}"),
			Map.entry("Signum", "{'type': 'signum'}"),
			Map.entry("NAdam-torch-1.13", "{'type': 'nadam', 'variant': 'pytorch_1_13'}"),
			Map.entry("LBFGS", "{'type': 'lbfgs'}"), Map.entry("ASGD", "{'type': 'asgd', 'useAverage': false}"));

	/** What each schedule of the reference is called, with what it stands for. */
	public static final Map<String, String> SCHEDULES = Map.ofEntries(Map.entry("StepLR", "{'type': 'step'}"),
			Map.entry("MultiStepLR", "{'type': 'multi_step'}"), Map.entry("ExponentialLR", "{'type': 'exponential'}"),
			Map.entry("InverseTimeDecay", "{'type': 'inverse_time'}"),
			Map.entry("PolynomialLR", "{'type': 'polynomial'}"), Map.entry("LinearLR", "{'type': 'linear'}"),
			Map.entry("CosineAnnealingLR", "{'type': 'cosine'}"),
			Map.entry("CosineAnnealingWarmRestarts", "{'type': 'cosine_restarts'}"),
			Map.entry("CyclicLR", "{'type': 'cyclic'}"), Map.entry("OneCycleLR", "{'type': 'one_cycle'}"),
			Map.entry("ReduceLROnPlateau", "{'type': 'reduce_on_plateau'}"),
			Map.entry("WarmupCosine", "{'type': 'warmup'}"));

	/** What each loss of the reference is called, where we spell it differently. */
	public static final Map<String, String> LOSSES = Map.of("binary_crossentropy", "binary_cross_entropy",
			"categorical_crossentropy", "categorical_cross_entropy");

	/** Fields that our type stands for; L-BFGS has one line search. */
	private static final Set<String> SAID_BY_THE_TYPE = Set.of("name", "lineSearch");

	/** Fields that are spelt differently: the reference's name, then ours. */
	public static final Map<String, String> FIELDS = Map.of();

	private GoldenNames() {
	}

	/**
	 * A case as a request that brings network, parameters and samples; its data have one
	 * target a row.
	 */
	public static ObjectNode request(JsonNode json) {
		var request = JsonNodeFactory.instance.objectNode();
		request.putObject("dataset")
			.put("type", "inline")
			.put("task", json.get("task").asString().equals("regression") ? "regression" : "classification")
			.set("features", json.get("data").get("x"))
			.set("targets", json.get("data").get("y"));
		var network = request.putObject("network");
		var hidden = network.putArray("hiddenLayers");
		var layers = json.get("network").get("layers");
		for (int l = 0; l + 1 < layers.size(); l++) {
			hidden.add(layers.get(l));
		}
		network.set("outputActivation", layers.get(layers.size() - 1).get("activation"));
		var parameters = network.putArray("initialParameters");
		json.get("initialParameters")
			.forEach((layer) -> parameters.addObject()
				.set("weights", layer.get("weights"))
				.set("biases", layer.get("bias")));
		String loss = json.get("loss").asString();
		var ours = request.putObject("loss").put("type", LOSSES.getOrDefault(loss, loss));
		json.get("lossParameters")
			.propertyStream()
			.forEach((parameter) -> ours.set(parameter.getKey(), parameter.getValue()));
		request.putObject("regularization").set("l1", json.get("l1")).set("l2", json.get("l2"));
		var optimizer = renamed(json.get("optimizer"), OPTIMIZERS);
		request.set("optimizer", optimizer);
		request.set("gradientClipping", json.get("gradientClip"));
		request.set("schedule", schedule(json.get("schedule"), optimizer.path("learningRate").asDouble(1)));
		request.putObject("training")
			.put("shuffle", false)
			.set("epochs", json.get("epochs"))
			.set("batchSize", json.get("batchSize"));
		return request;
	}

	/** The optimizer, schedule and clipping of a case. */
	static Optimization optimization(JsonNode json) {
		var optimizer = Variants.MAPPER.treeToValue(renamed(json.get("optimizer"), OPTIMIZERS),
				OptimizerSpecification.class);
		var rules = json.get("gradientClip").isNull() ? List.<GradientRule>of()
				: List.of(Variants.MAPPER.treeToValue(json.get("gradientClip"), GradientClippingSpecification.class)
					.gradientRule());
		double learningRate = Objects.requireNonNullElse(optimizer.learningRate(), 1.0);
		var schedule = Variants.MAPPER.treeToValue(schedule(json.get("schedule"), learningRate),
				ScheduleSpecification.class);
		return new Optimization(optimizer.method(), learningRate, schedule.rule(), schedule.stepPer() == StepPer.UPDATE,
				rules);
	}

	/** The activation of a name of the reference, which is ours too. */
	static Activation activation(String name) {
		return Variants.named(ActivationSpecification.class, name).activation();
	}

	/** The loss of a case or a table. */
	static Loss loss(String name, JsonNode parameters) {
		var json = JsonNodeFactory.instance.objectNode().put("type", LOSSES.getOrDefault(name, name));
		parameters.propertyStream().forEach((parameter) -> json.set(parameter.getKey(), parameter.getValue()));
		return Variants.MAPPER.treeToValue(json, LossSpecification.class).loss();
	}

	private static ObjectNode schedule(JsonNode theirs, double learningRate) {
		if (theirs.isNull()) {
			return ofType("constant");
		}
		var ours = renamed(theirs, SCHEDULES);
		return switch (ours.get("type").asString()) {
			case "reduce_on_plateau" -> ours.without("stepPer");
			case "warmup" -> warmupBeforeCosine(ours, learningRate);
			default -> ours;
		};
	}

	/** Theirs is one formula, ours a warm-up before a cosine. */
	private static ObjectNode warmupBeforeCosine(ObjectNode theirs, double learningRate) {
		int steps = theirs.get("warmup").asInt();
		var cosine = ofType("cosine").put("tMax", theirs.get("total").asInt() - steps)
			.put("etaMin", theirs.get("floor").asDouble() * learningRate)
			.set("stepPer", theirs.get("stepPer"));
		return ofType("warmup").put("steps", steps).set("schedule", cosine);
	}

	private static ObjectNode ofType(String type) {
		return JsonNodeFactory.instance.objectNode().put("type", type);
	}

	private static ObjectNode renamed(JsonNode theirs, Map<String, String> names) {
		String known = Objects.requireNonNull(names.get(theirs.get("name").asString()));
		var ours = (ObjectNode) Variants.MAPPER.readTree(known.replace('\'', '"'));
		theirs.propertyStream().filter((field) -> !SAID_BY_THE_TYPE.contains(field.getKey())).forEach((field) -> {
			var value = field.getValue();
			boolean batch = field.getKey().equals("stepPer") && value.asString().equals("batch");
			ours.set(FIELDS.getOrDefault(field.getKey(), field.getKey()),
					batch ? JsonNodeFactory.instance.stringNode("update") : value);
		});
		return ours;
	}

}
