package dev.descent.insight.surface;

import org.jspecify.annotations.Nullable;

/**
 * Which surface is wanted.
 *
 * @param resolution points along each axis
 * @param seed of random directions
 * @param span how far to look on each side of the centre; null to fit the path
 * @param first name of a parameter, for a plane of two of them; null for one that moved
 * much
 * @param second name of another one
 */
public record SurfaceRequest(PlaneKind plane, Part part, int resolution, long seed, @Nullable Double span,
		@Nullable String first, @Nullable String second) {
}
