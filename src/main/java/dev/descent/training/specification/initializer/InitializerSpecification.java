package dev.descent.training.specification.initializer;

import com.fasterxml.jackson.annotation.JsonTypeInfo;
import dev.descent.engine.initializer.Initializer;
import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** How the weights start. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
@Schema(description = "How the weights start; biases start at 0.")
public sealed interface InitializerSpecification permits ScaledInitializer, FixedInitializer {

	@Nullable Long seed();

	/** The same with this seed, unless it has one. */
	InitializerSpecification withSeed(long seed);

	/** Whether all units of a layer start alike, and so stay alike for ever. */
	default boolean unitsAlike() {
		return false;
	}

	Initializer initializer();

}
