package dev.descent.path.specification;

import com.fasterxml.jackson.annotation.JsonTypeInfo;
import dev.descent.engine.surface.Surface;
import io.swagger.v3.oas.annotations.media.Schema;

/** A function of two variables to go down on. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
@Schema(description = "A function of two variables, on which optimizers are compared.")
public sealed interface SurfaceSpecification permits ValleySpecification, BowlSpecification, HollowsSpecification {

	/** The function itself. */
	Surface surface();

}
