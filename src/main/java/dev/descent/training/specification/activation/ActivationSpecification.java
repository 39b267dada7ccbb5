package dev.descent.training.specification.activation;

import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.annotation.JsonTypeName;
import dev.descent.engine.activation.Activation;
import dev.descent.reference.Abbreviable;
import io.swagger.v3.oas.annotations.media.Schema;

/** What a unit does to its weighted sum. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
@Abbreviable
@Schema(description = "What a unit does to its weighted sum: a name, or an object with the name as type and parameters.")
public sealed interface ActivationSpecification permits SquashingActivation, RectifyingActivation, OutputActivation {

	Activation activation();

	/** As it is spelt in a request. */
	default String name() {
		return getClass().getAnnotation(JsonTypeName.class).value();
	}

	/** Whether it can stand before the output layer. */
	default boolean forHiddenLayers() {
		return true;
	}

	/**
	 * What an output should be for a class that is not the sample's; 1 for the one that
	 * is.
	 */
	default double low() {
		return 0;
	}

}
