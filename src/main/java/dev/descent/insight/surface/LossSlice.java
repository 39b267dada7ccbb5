package dev.descent.insight.surface;

import dev.descent.training.Checkpoint;
import org.jspecify.annotations.Nullable;

/**
 * The mean loss along a line through the space of the parameters. Arrays must not be
 * changed.
 *
 * @param moment whose parameters the line goes through
 * @param at the coordinate of the moment
 * @param x coordinates
 * @param trainLoss over the training samples
 * @param validationLoss over the validation samples; null if there are none
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
public record LossSlice(Checkpoint moment, SliceRequest request, String name, double at, double[] x, double[] trainLoss,
		double @Nullable [] validationLoss) {
}
