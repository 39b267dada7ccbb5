package dev.descent.path.specification;

import java.util.Objects;

import com.fasterxml.jackson.annotation.JsonTypeName;
import dev.descent.engine.surface.Booth;
import dev.descent.engine.surface.IllConditionedBowl;
import dev.descent.engine.surface.Surface;
import dev.descent.reference.Reference;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;

/** Quadratic surfaces with one minimum. */
public sealed interface BowlSpecification extends SurfaceSpecification {

	@JsonTypeName("booth")
	@Reference(formula = "(x + 2 y - 7)^2 + (2 x + y - 5)^2", latex = "(x + 2y - 7)^2 + (2x + y - 5)^2",
			source = "Jamil and Yang, 2013, A literature survey of benchmark functions for global optimisation problems")
	@Schema(description = "A bowl askew to the axes, nine times as steep one way as the other.")
	record BoothSpecification() implements BowlSpecification {

		@Override
		public Surface surface() {
			return new Booth();
		}

	}

	@JsonTypeName("ill_conditioned_bowl")
	@Reference(formula = "(u^2 + condition v^2) / 2, u = x cos(angle) + y sin(angle), v = y cos(angle) - x sin(angle)",
			latex = "\\tfrac12 (u^2 + \\kappa v^2),\\quad u = x\\cos\\alpha + y\\sin\\alpha,\\ v = y\\cos\\alpha - x\\sin\\alpha",
			source = "Nocedal and Wright, 2006, Numerical optimization, section 3.3")
	@Schema(description = "A long narrow bowl, along the axes or askew to them.")
	record IllConditionedBowlSpecification(
			@DecimalMin("1") @DecimalMax("1e6") @Schema(
					description = "The curvature across the bowl divided by that along it.",
					example = "100.0") Double condition,
			@DecimalMin("-180") @DecimalMax("180") @Schema(
					description = "Degrees from the x axis to the long axis of the bowl.",
					example = "0.0") Double angle)
			implements
				BowlSpecification {

		public IllConditionedBowlSpecification {
			condition = Objects.requireNonNullElse(condition, 100.0);
			angle = Objects.requireNonNullElse(angle, 0.0);
		}

		@Override
		public Surface surface() {
			return new IllConditionedBowl(condition, Math.toRadians(angle));
		}

	}

}
