package dev.descent.path.specification;

import java.util.Objects;

import com.fasterxml.jackson.annotation.JsonTypeName;
import dev.descent.engine.surface.Ackley;
import dev.descent.engine.surface.Himmelblau;
import dev.descent.engine.surface.Rastrigin;
import dev.descent.engine.surface.Surface;
import dev.descent.reference.Reference;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;

/** Surfaces with several hollows, so that it depends on the start which one is found. */
public sealed interface HollowsSpecification extends SurfaceSpecification {

	@JsonTypeName("himmelblau")
	@Reference(formula = "(x^2 + y - 11)^2 + (x + y^2 - 7)^2", latex = "(x^2 + y - 11)^2 + (x + y^2 - 7)^2",
			source = "Himmelblau, 1972, Applied nonlinear programming")
	@Schema(description = "Four valleys of the same depth.")
	record HimmelblauSpecification() implements HollowsSpecification {

		@Override
		public Surface surface() {
			return new Himmelblau();
		}

	}

	@JsonTypeName("rastrigin")
	@Reference(formula = "2 A + x^2 + y^2 - A (cos(2 pi x) + cos(2 pi y)), A = amplitude",
			latex = "2A + x^2 + y^2 - A\\,(\\cos 2\\pi x + \\cos 2\\pi y)",
			source = "Rastrigin, 1974, Systems of extremal control")
	@Schema(description = "A bowl full of hollows, one about every unit.")
	record RastriginSpecification(
			@DecimalMin("0") @DecimalMax("1000") @Schema(description = "How deep the hollows are.",
					example = "10.0") Double amplitude)
			implements
				HollowsSpecification {

		public RastriginSpecification {
			amplitude = Objects.requireNonNullElse(amplitude, 10.0);
		}

		@Override
		public Surface surface() {
			return new Rastrigin(amplitude);
		}

	}

	@JsonTypeName("ackley")
	@Reference(formula = "-20 exp(-0.2 sqrt((x^2 + y^2) / 2)) - exp((cos(2 pi x) + cos(2 pi y)) / 2) + e + 20",
			latex = "-20\\,e^{-0.2\\sqrt{(x^2+y^2)/2}} - e^{(\\cos 2\\pi x + \\cos 2\\pi y)/2} + e + 20",
			source = "Ackley, 1987, A connectionist machine for genetic hillclimbing")
	@Schema(description = "A rippled plain with a deep hole, whose tip has no slope.")
	record AckleySpecification() implements HollowsSpecification {

		@Override
		public Surface surface() {
			return new Ackley();
		}

	}

}
