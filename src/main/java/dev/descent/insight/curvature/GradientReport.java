package dev.descent.insight.curvature;

import java.util.List;

import dev.descent.engine.analysis.CheckedDerivative;
import dev.descent.training.Checkpoint;

/**
 * The derivatives at a moment by backpropagation and by differences. Arrays must not be
 * changed.
 *
 * @param samples over which the objective is taken
 * @param objective at the moment
 * @param noise standard deviation of its rounding
 * @param indices of the parameters that were checked, ascending
 * @param checked one for each of them
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
public record GradientReport(Checkpoint moment, int samples, double objective, double noise, int[] indices,
		List<CheckedDerivative> checked) {
}
