package dev.descent.training.specification.optimizer;

import java.util.Map;
import java.util.Set;

import com.fasterxml.jackson.annotation.JsonTypeInfo;
import dev.descent.engine.loss.Loss;
import dev.descent.engine.optimizer.Optimizer;
import dev.descent.problem.Faults;
import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** The method by which the gradient moves the parameters. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
@Schema(description = "The method by which the gradient moves the parameters.")
public sealed interface OptimizerSpecification
		permits PlainSpecification, WrapperSpecification, SecondOrderSpecification {

	/** The step size; null for a method that has none. */
	@Nullable Double learningRate();

	/** Whose defaults were taken; null for our own. */
	default @Nullable Preset preset() {
		return null;
	}

	/** The presets that know this method. */
	default Set<Preset> presets() {
		return Set.of();
	}

	/** Notes a preset that does not know this method. */
	default void checkPreset(Faults faults) {
		faults.at("preset")
			.require(preset() == null || presets().contains(preset()),
					"does not know this method; known are " + presets());
	}

	/** The method itself. */
	Optimizer method();

	/** What it cannot be combined with, and why, as a sentence without its subject. */
	default Map<Ingredient, String> refused() {
		return Map.of();
	}

	/**
	 * Why it cannot minimise this loss, as a sentence without its subject; null if it
	 * can.
	 */
	default @Nullable String refused(Loss loss) {
		return null;
	}

	/**
	 * With more parameters than this it is refused, because it holds a matrix of them.
	 */
	default int mostParameters() {
		return Integer.MAX_VALUE;
	}

	/** What one update takes at most. */
	default UpdateCost updateCost(int parameters, int outputs) {
		return UpdateCost.ONE_GRADIENT;
	}

}
