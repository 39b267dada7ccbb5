package dev.descent.insight.trace;

import dev.descent.engine.formula.Expression;
import org.jspecify.annotations.Nullable;

/**
 * One number of a trace.
 *
 * @param value as the run has it
 * @param substituted the formula with numbers that gives it, if one does
 */
public record Element(Place place, double value, @Nullable Expression substituted) {
}
