package dev.descent.insight.trace;

import java.util.List;

import dev.descent.engine.formula.Expression;

/** Formulas as most languages of computers read them. */
final class PlainNotation extends Notation {

	PlainNotation(Digits digits, int mostTerms) {
		super(digits, mostTerms);
	}

	@Override
	int literal(double value) {
		return atom();
	}

	@Override
	String number(String digits) {
		return digits;
	}

	@Override
	String name(String name) {
		return name;
	}

	@Override
	String product(String left, String right) {
		return left + " * " + right;
	}

	@Override
	String quotient(Expression dividend, Expression divisor) {
		return dividend(dividend) + " / " + divisor(divisor);
	}

	@Override
	String power(String base, Expression exponent) {
		return base + "^" + exponent(exponent);
	}

	@Override
	String call(String function, List<String> arguments) {
		return function + parenthesized(String.join(", ", arguments));
	}

	@Override
	String choice(String condition, String then, String otherwise) {
		return "if(" + condition + ", " + then + ", " + otherwise + ")";
	}

	@Override
	String parenthesized(String text) {
		return "(" + text + ")";
	}

	@Override
	String ellipsis(int left) {
		return "[" + left + " more]";
	}

}
