package dev.descent.path.specification;

import java.util.List;
import java.util.Objects;

import dev.descent.engine.surface.Domain;
import dev.descent.engine.surface.Range;
import dev.descent.problem.Faults;
import dev.descent.problem.SelfChecking;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

@Schema(description = "Where the heights of the surface are told, to draw it.")
public record SurfaceGridSpecification(
		@Min(2) @Max(201) @Schema(description = "Points along each axis, both ends among them.",
				example = "61") Integer resolution,
		@Size(min = 2, max = 2) @Schema(
				description = "From where to where along x. Absent or null: what is usually shown of the surface.",
				example = "[-2, 2]") @Nullable List<@NotNull @DecimalMin("-1000") @DecimalMax("1000") Double> x,
		@Size(min = 2, max = 2) @Schema(description = "The same along y.",
				example = "[-1, 3]") @Nullable List<@NotNull @DecimalMin("-1000") @DecimalMax("1000") Double> y)
		implements
			SelfChecking {

	/** What it is if nothing is given. */
	@SuppressWarnings("NullAway") // null stands for what is absent, as in a request
	public static final SurfaceGridSpecification DEFAULT = new SurfaceGridSpecification(null, null, null);

	public SurfaceGridSpecification {
		resolution = Objects.requireNonNullElse(resolution, 61);
	}

	@Override
	public void check(Faults faults) {
		checkOrder(x, faults.at("x"));
		checkOrder(y, faults.at("y"));
	}

	private static void checkOrder(@Nullable List<Double> range, Faults faults) {
		if (range != null && faults.none()) {
			faults.require(range.getFirst() < range.getLast(), "must go from a number to a larger one");
		}
	}

	/** The same grid with both ranges set. */
	SurfaceGridSpecification resolve(Domain usual) {
		return new SurfaceGridSpecification(resolution, (x != null) ? x : ends(usual.x()),
				(y != null) ? y : ends(usual.y()));
	}

	private static List<Double> ends(Range range) {
		return List.of(range.from(), range.to());
	}

	/** What a resolved grid covers. */
	public Domain domain() {
		return new Domain(range(x), range(y));
	}

	private static Range range(@Nullable List<Double> ends) {
		if (ends == null) {
			throw new IllegalStateException("the grid is not resolved");
		}
		return new Range(ends.getFirst(), ends.getLast());
	}

}
