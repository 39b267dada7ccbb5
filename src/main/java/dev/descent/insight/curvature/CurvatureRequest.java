package dev.descent.insight.curvature;

import org.jspecify.annotations.Nullable;

/**
 * Which eigenvalues are wanted.
 *
 * @param ends how many from each end of the spectrum
 * @param samples how many of the training samples at most, the first ones; null for as
 * many as the work allows
 * @param products of the Hessian with a vector for the eigenvalues, at most; null for all
 * of them where that is cheap, else a usual number
 * @param probes products that estimate the trace
 * @param seed of everything random
 */
public record CurvatureRequest(int ends, @Nullable Integer samples, @Nullable Integer products, int probes, long seed) {
}
