package dev.descent.path.specification;

import java.util.Objects;

import com.fasterxml.jackson.annotation.JsonTypeName;
import dev.descent.engine.surface.Beale;
import dev.descent.engine.surface.Rosenbrock;
import dev.descent.engine.surface.Saddle;
import dev.descent.engine.surface.Surface;
import dev.descent.reference.Reference;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;

/** Surfaces on which the direction must change on the way. */
public sealed interface ValleySpecification extends SurfaceSpecification {

	@JsonTypeName("rosenbrock")
	@Reference(formula = "(a - x)^2 + b (y - x^2)^2", latex = "(a - x)^2 + b\\,(y - x^2)^2",
			source = "Rosenbrock, 1960, An automatic method for finding the greatest or least value of a function")
	@Schema(description = "A curved valley with steep walls and a bottom that is almost flat.")
	record RosenbrockSpecification(
			@DecimalMin("-10") @DecimalMax("10") @Schema(description = "Where the minimum is: at (a, a^2).",
					example = "1.0") Double a,
			@DecimalMin(value = "0", inclusive = false) @DecimalMax("1e6") @Schema(
					description = "How steep the walls are.", example = "100.0") Double b)
			implements
				ValleySpecification {

		/** What it is if nothing is given. */
		@SuppressWarnings("NullAway") // null stands for what is absent, as in a request
		public static final RosenbrockSpecification DEFAULT = new RosenbrockSpecification(null, null);

		public RosenbrockSpecification {
			a = Objects.requireNonNullElse(a, 1.0);
			b = Objects.requireNonNullElse(b, 100.0);
		}

		@Override
		public Surface surface() {
			return new Rosenbrock(a, b);
		}

	}

	@JsonTypeName("beale")
	@Reference(formula = "(1.5 - x + x y)^2 + (2.25 - x + x y^2)^2 + (2.625 - x + x y^3)^2",
			latex = "(1.5 - x + xy)^2 + (2.25 - x + xy^2)^2 + (2.625 - x + xy^3)^2",
			source = "Beale, 1958, On an iterative method for finding a local minimum of a function of more than one variable")
	@Schema(description = "A flat plain between steep corners.")
	record BealeSpecification() implements ValleySpecification {

		@Override
		public Surface surface() {
			return new Beale();
		}

	}

	@JsonTypeName("saddle")
	@Reference(formula = "x^2 / 2 - y^2 / 2 + y^4 / 4", latex = "\\tfrac12 x^2 - \\tfrac12 y^2 + \\tfrac14 y^4",
			source = "Nesterov, 2004, Introductory lectures on convex optimization, section 1.2.3")
	@Schema(description = "A saddle at the origin between two minima; from the x axis nothing leads past it.")
	record SaddleSpecification() implements ValleySpecification {

		@Override
		public Surface surface() {
			return new Saddle();
		}

	}

}
