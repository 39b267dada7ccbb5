package dev.descent.insight.diagnosis.symptom;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

import dev.descent.training.specification.HiddenLayerSpecification;
import dev.descent.training.specification.TrainingJobSpecification;
import dev.descent.training.specification.optimizer.WrapperSpecification;
import dev.descent.training.specification.schedule.CycleSpecification;
import org.jspecify.annotations.Nullable;

/**
 * A change of a job that may help.
 *
 * @param does what it changes, as a phrase in the imperative
 * @param change a merge patch of what is in force
 */
public record Remedy(String does, Map<String, @Nullable Object> change) {

	/** What a rate may be at most. */
	private static final double LARGEST_RATE = 1000;

	/** The usual rate of Adam for small networks, ten times that of the paper. */
	private static final double ADAM_RATE = 0.01;

	/** Another rate; nothing for a method that has none. */
	static Stream<Remedy> rate(TrainingJobSpecification job, double factor) {
		var present = job.optimizer().learningRate();
		if (present == null) {
			return Stream.of();
		}
		double rate = rounded(Math.min(present * factor, LARGEST_RATE));
		var change = new LinkedHashMap<String, @Nullable Object>();
		change.put("optimizer", (job.optimizer() instanceof WrapperSpecification)
				? Map.of("optimizer", Map.of("learningRate", rate)) : Map.of("learningRate", rate));
		if (job.schedule() instanceof CycleSpecification) {
			change.put("schedule", null);
		}
		return Stream.of(new Remedy("Set the learning rate to %s in place of %s.".formatted(rate, present), change));
	}

	/** To three digits, which is as much as is meant. */
	static double rounded(double value) {
		return new BigDecimal(value).round(new MathContext(3)).doubleValue();
	}

	/** Adam in place of the present method. */
	static Remedy adam() {
		return new Remedy("Use adam with a learning rate of %s.".formatted(ADAM_RATE),
				Map.of("optimizer", Map.of("type", "adam", "learningRate", ADAM_RATE)));
	}

	/** Gradients no longer than 1. */
	static Remedy clipping() {
		return new Remedy("Shorten gradients to a norm of 1.",
				Map.of("gradientClipping", Map.of("type", "norm", "maxNorm", 1.0)));
	}

	/** Another start, from the same seed. */
	static Remedy initializer(TrainingJobSpecification job, String type) {
		var initializer = new LinkedHashMap<String, @Nullable Object>();
		initializer.put("type", type);
		initializer.put("seed", job.network().initializer().seed());
		var network = new LinkedHashMap<String, @Nullable Object>();
		network.put("initializer", initializer);
		network.put("initialParameters", null);
		return new Remedy("Start the weights with %s.".formatted(type), Map.of("network", network));
	}

	/** Other hidden layers. */
	static Remedy hiddenLayers(String does, List<HiddenLayerSpecification> layers) {
		var network = new LinkedHashMap<String, @Nullable Object>();
		network.put("hiddenLayers", layers);
		network.put("initialParameters", null);
		return new Remedy(does, Map.of("network", network));
	}

	/** Inputs with mean 0 and deviation 1. */
	static Remedy scaling() {
		return new Remedy("Scale the inputs to mean 0 and deviation 1.", Map.of("scaling", "standard"));
	}

	/** Both changes; what the other one says wins. */
	Remedy and(Remedy other) {
		return new Remedy(does + " " + other.does, merged(change, other.change));
	}

	private static Map<String, @Nullable Object> merged(Map<String, @Nullable Object> first,
			Map<String, @Nullable Object> second) {
		var merged = new LinkedHashMap<String, @Nullable Object>(first);
		second.forEach((name, value) -> merged.put(name,
				(value instanceof Map<?, ?> below && first.get(name) instanceof Map<?, ?> present)
						? merged(byName(present), byName(below)) : value));
		return merged;
	}

	private static Map<String, @Nullable Object> byName(Map<?, ?> map) {
		var named = new LinkedHashMap<String, @Nullable Object>();
		map.forEach((name, value) -> named.put(String.valueOf(name), value));
		return named;
	}

	/** All hidden layers with something changed. */
	static List<HiddenLayerSpecification> changed(List<HiddenLayerSpecification> layers,
			UnaryOperator<HiddenLayerSpecification> change) {
		return layers.stream().map(change).toList();
	}

}
