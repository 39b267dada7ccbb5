package dev.descent.insight.trace;

import java.util.List;

import dev.descent.engine.formula.Expression;
import org.jspecify.annotations.Nullable;

/**
 * Numbers of one kind.
 *
 * @param name such as {@code z}
 * @param meaning in a few words
 * @param formula with names, if one leads to it
 * @param spread of all numbers
 * @param elements the numbers, none in an overview
 */
public record Quantity(String name, String meaning, @Nullable Expression formula, Spread spread,
		List<Element> elements) {
}
