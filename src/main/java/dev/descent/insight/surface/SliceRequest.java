package dev.descent.insight.surface;

import org.jspecify.annotations.Nullable;

/**
 * Which slice is wanted.
 *
 * @param resolution points along the line
 * @param seed of a random direction
 * @param span how far to look on each side of the moment; null to fit the path
 * @param parameter its name, for a line along one; null for the one that moved most
 */
public record SliceRequest(LineKind along, int resolution, long seed, @Nullable Double span,
		@Nullable String parameter) {
}
