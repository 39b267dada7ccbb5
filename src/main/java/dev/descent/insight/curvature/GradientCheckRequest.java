package dev.descent.insight.curvature;

import org.jspecify.annotations.Nullable;

/**
 * Which derivatives are to be checked.
 *
 * @param parameters how many at most; null for as many as the work allows, up to a usual
 * number
 * @param samples how many of the training samples at most, the first ones
 * @param seed of the selection
 */
public record GradientCheckRequest(@Nullable Integer parameters, int samples, long seed) {
}
