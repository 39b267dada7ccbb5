package dev.descent.training.specification.optimizer;

import java.util.Map;
import java.util.Set;

import com.fasterxml.jackson.annotation.JsonTypeInfo;
import dev.descent.engine.optimizer.Optimizer;
import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** The method by which the gradient moves the parameters. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
@Schema(description = "The method by which the gradient moves the parameters.")
public sealed interface OptimizerSpecification permits PlainSpecification, WrapperSpecification {

	/** The step size; null for a method that has none. */
	@Nullable Double learningRate();

	/** Whose defaults were taken. */
	@Nullable Preset preset();

	/** The presets that know this method. */
	default Set<Preset> presets() {
		return Set.of(Preset.values());
	}

	/** The method itself. */
	Optimizer method();

	/** What it cannot be combined with, and why, as a sentence without its subject. */
	default Map<Ingredient, String> refused() {
		return Map.of();
	}

}
