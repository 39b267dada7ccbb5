package dev.descent.insight.curvature;

import org.jspecify.annotations.Nullable;

/**
 * Which eigenvalues are wanted.
 *
 * @param lower how many from the lower end of the spectrum
 * @param upper how many from the upper end
 * @param samples how many of the training samples at most, the first ones; null for as
 * many as the work allows
 * @param products of the Hessian with a vector for the eigenvalues, at most; null for all
 * of them where that is cheap, else a usual number
 * @param probes products that estimate the trace
 * @param seed of everything random
 */
public record CurvatureRequest(int lower, int upper, @Nullable Integer samples, @Nullable Integer products, int probes,
		long seed) {
}
