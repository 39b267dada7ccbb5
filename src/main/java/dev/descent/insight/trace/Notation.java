package dev.descent.insight.trace;

import java.util.List;
import java.util.stream.Collectors;

import dev.descent.engine.formula.Expression;
import dev.descent.engine.formula.Expression.Call;
import dev.descent.engine.formula.Expression.Choice;
import dev.descent.engine.formula.Expression.Literal;
import dev.descent.engine.formula.Expression.Name;
import dev.descent.engine.formula.Expression.Negation;
import dev.descent.engine.formula.Expression.Operation;
import dev.descent.engine.formula.Expression.Sum;

/**
 * Writes formulas, with parentheses where they are needed. Longer sums than a reader
 * wants have their middle left out.
 */
abstract class Notation {

	private static final int SUM = 1;

	private static final int PRODUCT = 2;

	private static final int SIGN = 3;

	private static final int POWER = 4;

	private static final int ATOM = 5;

	private final Digits digits;

	private final int mostTerms;

	/**
	 * @param mostTerms of a sum that are written
	 */
	Notation(Digits digits, int mostTerms) {
		this.digits = digits;
		this.mostTerms = mostTerms;
	}

	String write(Expression expression) {
		return switch (expression) {
			case Literal(double value) -> number(digits.of(value));
			case Name(String name) -> name(name);
			case Negation(Expression of) -> "-" + inside(of, ATOM);
			case Operation operation -> operation(operation);
			case Call(String function, List<Expression> arguments) ->
				call(function, arguments.stream().map(this::write).toList());
			case Choice(Expression left, Expression right, Expression then, Expression otherwise) ->
				choice(write(left) + " > " + write(right), write(then), write(otherwise));
			case Sum(List<Expression> terms) -> sum(terms);
		};
	}

	/** A number in as many digits as wanted. */
	String number(double value) {
		return number(digits.of(value));
	}

	private String operation(Operation operation) {
		return switch (operation.operator()) {
			case '+' -> inside(operation.left(), SUM) + " + " + inside(operation.right(), SUM);
			case '-' -> inside(operation.left(), SUM) + " - " + inside(operation.right(), PRODUCT);
			case '*' -> product(inside(operation.left(), PRODUCT), inside(operation.right(), SIGN));
			case '/' -> quotient(operation.left(), operation.right());
			default -> power(inside(operation.left(), ATOM), operation.right());
		};
	}

	/** Its text, in parentheses if it binds weaker than its surroundings. */
	final String inside(Expression expression, int surroundings) {
		String text = write(expression);
		return (strength(expression) < surroundings) ? parenthesized(text) : text;
	}

	final String dividend(Expression expression) {
		return inside(expression, PRODUCT);
	}

	final String divisor(Expression expression) {
		return inside(expression, POWER);
	}

	final String exponent(Expression expression) {
		return inside(expression, ATOM);
	}

	private int strength(Expression expression) {
		return switch (expression) {
			case Literal(double value) -> (value < 0 || Double.compare(value, -0.0) == 0) ? 0 : literal(value);
			case Name _, Call _, Choice _ -> ATOM;
			case Negation _ -> 0;
			case Operation operation -> switch (operation.operator()) {
				case '+', '-' -> SUM;
				case '*', '/' -> PRODUCT;
				default -> POWER;
			};
			case Sum(List<Expression> terms) -> (terms.size() == 1) ? strength(terms.getFirst()) : SUM;
		};
	}

	/** How strongly the text of a number binds. */
	abstract int literal(double value);

	/** Of a text that nothing tears apart. */
	static int atom() {
		return ATOM;
	}

	/** Of a text that is a product. */
	static int product() {
		return PRODUCT;
	}

	private String sum(List<Expression> terms) {
		if (terms.size() <= mostTerms) {
			return terms.stream().map((term) -> inside(term, SUM)).collect(Collectors.joining(" + "));
		}
		int shown = mostTerms - 1;
		return terms.subList(0, shown).stream().map((term) -> inside(term, SUM)).collect(Collectors.joining(" + "))
				+ " + " + ellipsis(terms.size() - mostTerms) + " + " + inside(terms.getLast(), SUM);
	}

	abstract String number(String digits);

	abstract String name(String name);

	abstract String product(String left, String right);

	abstract String quotient(Expression dividend, Expression divisor);

	abstract String power(String base, Expression exponent);

	abstract String call(String function, List<String> arguments);

	abstract String choice(String condition, String then, String otherwise);

	abstract String parenthesized(String text);

	/** What stands for terms that are left out. */
	abstract String ellipsis(int left);

}
