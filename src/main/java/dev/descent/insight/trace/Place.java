package dev.descent.insight.trace;

import org.jspecify.annotations.Nullable;

/**
 * What a number of a trace belongs to.
 *
 * @param unit of the layer, from 0; null for what belongs to no unit
 * @param input of the layer, from 0; null for what belongs to no weight
 * @param row of the dataset; null for what belongs to the whole batch
 */
public record Place(@Nullable Integer unit, @Nullable Integer input, @Nullable Integer row) {
}
