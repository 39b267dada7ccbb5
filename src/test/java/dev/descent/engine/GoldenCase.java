package dev.descent.engine;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

import dev.descent.engine.activation.Activation;
import dev.descent.engine.activation.Identity;
import dev.descent.engine.activation.LeakyRelu;
import dev.descent.engine.activation.Relu;
import dev.descent.engine.activation.Sigmoid;
import dev.descent.engine.activation.Softmax;
import dev.descent.engine.activation.Softplus;
import dev.descent.engine.activation.Tanh;
import dev.descent.engine.loss.BinaryCrossEntropy;
import dev.descent.engine.loss.CategoricalCrossEntropy;
import dev.descent.engine.loss.Loss;
import dev.descent.engine.loss.MeanSquaredError;
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
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A training run with known answers, and its translation into the engine's terms. */
public record GoldenCase(String name, JsonNode json) {

	private static final Path CASES = Path.of("src/test/resources/golden/cases");

	private static final JsonMapper MAPPER = JsonMapper.shared();

	/** All cases that use only what the engine has. */
	public static Stream<GoldenCase> supported() {
		return all().filter(GoldenCase::isSupported);
	}

	private static Stream<GoldenCase> all() {
		try (var files = Files.list(CASES)) {
			return files.sorted().map(GoldenCase::read).toList().stream();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private static GoldenCase read(Path file) {
		var json = MAPPER.readTree(file.toFile());
		return new GoldenCase(json.get("name").asString(), json);
	}

	private boolean isSupported() {
		return GoldenNames.isKnown(json) && loss() != null
				&& json.get("network")
					.get("layers")
					.valueStream()
					.allMatch((layer) -> activation(layer.get("activation").asString()) != null);
	}

	public TrainingPlan plan() {
		int batchSize = json.get("batchSize").isNull() ? Integer.MAX_VALUE : json.get("batchSize").asInt();
		var penalties = List.<Penalty>of(new L1(json.get("l1").asDouble()), new L2(json.get("l2").asDouble()));
		Metric metric = new RSquared();
		return new TrainingPlan(architecture(), required(loss()), penalties, metric, GoldenNames.optimization(json),
				json.get("epochs").asInt(), batchSize, false, 0, 1, null, null);
	}

	public Parameters start() {
		return Parameters.of(architecture(), flat(json.get("initialParameters")));
	}

	public Samples samples() {
		var rows = json.get("data").get("x");
		int outputs = architecture().outputs();
		var targets = new ArrayList<Double>();
		for (var y : json.get("data").get("y")) {
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
		return new Samples(rows.size(), flat(rows), targets.stream().mapToDouble(Double::doubleValue).toArray());
	}

	public Architecture architecture() {
		var layers = new ArrayList<Layer>();
		for (var layer : json.get("network").get("layers")) {
			layers.add(new Layer(layer.get("units").asInt(), required(activation(layer.get("activation").asString()))));
		}
		return new Architecture(json.get("network").get("inputs").asInt(), layers);
	}

	public JsonNode expected(String field) {
		return json.get("expected").get(field);
	}

	/** All numbers below a node, in the order of the document. */
	public static double[] flat(JsonNode node) {
		var values = new ArrayList<Double>();
		collect(node, values);
		return values.stream().mapToDouble(Double::doubleValue).toArray();
	}

	private static void collect(JsonNode node, List<Double> values) {
		if (node.isNumber()) {
			values.add(node.asDouble());
		}
		else {
			node.forEach((child) -> collect(child, values));
		}
	}

	private @Nullable Loss loss() {
		return switch (json.get("loss").asString()) {
			case "binary_crossentropy" -> BinaryCrossEntropy.STANDARD;
			case "categorical_crossentropy" -> CategoricalCrossEntropy.STANDARD;
			case "mse" -> new MeanSquaredError();
			default -> null;
		};
	}

	private static @Nullable Activation activation(String name) {
		return switch (name) {
			case "identity" -> new Identity();
			case "sigmoid" -> new Sigmoid();
			case "tanh" -> new Tanh();
			case "relu" -> new Relu();
			case "leaky_relu" -> new LeakyRelu(LeakyRelu.STANDARD_SLOPE);
			case "softplus" -> new Softplus();
			case "softmax" -> new Softmax();
			default -> null;
		};
	}

	private static <T> T required(@Nullable T value) {
		if (value == null) {
			throw new IllegalStateException("not supported");
		}
		return value;
	}

	@Override
	public String toString() {
		return name;
	}

}
