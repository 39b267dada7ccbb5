package dev.descent.insight.trace;

import org.jspecify.annotations.Nullable;

/**
 * What of an update is to be told.
 *
 * @param row of the dataset whose way through the network is shown; the first of the
 * batch if null
 * @param batch whether all samples of the batch are shown in place of one
 * @param layer the only one that is shown, from 0
 * @param unit the only one that is shown of each layer, from 0
 * @param detail how much; as much as can be read if null
 */
public record TraceRequest(@Nullable Integer row, boolean batch, @Nullable Integer layer, @Nullable Integer unit,
		@Nullable Detail detail) {
}
