package dev.descent.path.web;

import java.util.List;

import dev.descent.engine.surface.Domain;
import dev.descent.engine.surface.Range;
import dev.descent.engine.surface.Surface;
import dev.descent.path.specification.SurfaceSpecification;
import dev.descent.reference.Variant;
import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

@Schema(name = "Surface", description = "What is known of a surface.")
record SurfaceView(
		@Schema(description = "Its formula in plain text.",
				example = "(a - x)^2 + b (y - x^2)^2") @Nullable String formula,
		@Schema(description = "Its formula in LaTeX, without delimiters.",
				example = "(a - x)^2 + b\\,(y - x^2)^2") @Nullable String latex,
		@Schema(description = "Where it is least, as far as that is known.") List<Minimum> minima, Shown domain) {

	@Schema(name = "SurfaceMinimum", description = "Where a surface is least.")
	record Minimum(@Schema(description = "Along x.", example = "1") double x,
			@Schema(description = "Along y.", example = "1") double y,
			@Schema(description = "How high the surface is there.", example = "0") double value) {
	}

	@Schema(name = "SurfaceDomain", description = "What is usually shown of a surface.")
	record Shown(@Schema(description = "From where to where along x.", example = "[-2, 2]") List<Double> x,
			@Schema(description = "From where to where along y.", example = "[-1, 3]") List<Double> y) {

		static Shown of(Domain domain) {
			return new Shown(ends(domain.x()), ends(domain.y()));
		}

		private static List<Double> ends(Range range) {
			return List.of(range.from(), range.to());
		}

	}

	static SurfaceView of(SurfaceSpecification specification, Surface surface) {
		var reference = new Variant(specification.getClass()).reference();
		return new SurfaceView((reference != null) ? reference.formula() : null,
				(reference != null) ? reference.latex() : null,
				surface.minima()
					.stream()
					.map((point) -> new Minimum(point.x(), point.y(), surface.value(point.x(), point.y())))
					.toList(),
				Shown.of(surface.domain()));
	}

}
