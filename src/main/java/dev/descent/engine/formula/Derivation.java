package dev.descent.engine.formula;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

import dev.descent.engine.formula.Expression.Sum;
import org.jspecify.annotations.Nullable;

/**
 * How one number comes about: what is given, and line by line what follows from it. Each
 * line is a formula over what is known by then; a name can be given a new value, as in
 * {@code m = beta1 * m + (1 - beta1) * g}.
 *
 * <p>
 * Not for the training itself: it allocates as it goes.
 */
public final class Derivation {

	private final Map<String, Double> known = new HashMap<>();

	private final List<Line> lines = new ArrayList<>();

	/**
	 * One step.
	 *
	 * @param name of what is worked out
	 * @param meaning in a few words
	 * @param formula with names; null where no formula leads to it
	 * @param substituted the same with numbers
	 * @param value what comes out
	 */
	public record Line(String name, String meaning, @Nullable Expression formula, @Nullable Expression substituted,
			double value) {
	}

	/** Takes note of a number that the formulas use. */
	public Derivation given(String name, double value) {
		known.put(name, value);
		return this;
	}

	/**
	 * Works out a value by a formula.
	 * @param meaning in a few words
	 */
	public Derivation let(String name, String meaning, String formula) {
		var expression = Expression.of(formula);
		return append(new Line(name, meaning, expression, expression.with(known), expression.evaluate(known)));
	}

	/**
	 * Works out a sum.
	 * @param formula for people, such as {@code sum(w_i * x_i) + b}
	 * @param terms with numbers
	 */
	public Derivation sum(String name, String meaning, String formula, List<Expression> terms) {
		var sum = new Sum(terms);
		return append(new Line(name, meaning, Expression.of(formula), sum, sum.evaluate(Map.of())));
	}

	/**
	 * Takes note of a value that was worked out elsewhere.
	 * @param meaning says how
	 */
	public Derivation found(String name, String meaning, double value) {
		return append(new Line(name, meaning, null, null, value));
	}

	private Derivation append(Line line) {
		lines.add(line);
		known.put(line.name(), line.value());
		return this;
	}

	/** The latest value of a name. */
	public double value(String name) {
		return Objects.requireNonNull(known.get(name), name);
	}

	/** All lines, in the order they were worked out. */
	public List<Line> lines() {
		return List.copyOf(lines);
	}

}
