package dev.descent.engine.formula;

import java.util.ArrayList;
import java.util.List;

import dev.descent.engine.formula.Expression.Call;
import dev.descent.engine.formula.Expression.Choice;
import dev.descent.engine.formula.Expression.Name;
import dev.descent.engine.formula.Expression.Negation;
import dev.descent.engine.formula.Expression.Literal;
import dev.descent.engine.formula.Expression.Operation;

/**
 * Reads formulas such as {@code beta1 * m + (1 - beta1) * g} or
 * {@code if(z > 0, z, exp(z) - 1)}. Powers bind to the right and stronger than a sign.
 */
final class Grammar {

	private final String text;

	private int at;

	Grammar(String text) {
		this.text = text;
	}

	/** The whole text. */
	Expression expression() {
		var sum = sum();
		if (peek() != 0) {
			throw unexpected();
		}
		return sum;
	}

	private Expression sum() {
		var left = product();
		while (peek() == '+' || peek() == '-') {
			left = new Operation(next(), left, product());
		}
		return left;
	}

	private Expression product() {
		var left = signed();
		while (peek() == '*' || peek() == '/') {
			left = new Operation(next(), left, signed());
		}
		return left;
	}

	private Expression signed() {
		if (accept('-')) {
			return new Negation(signed());
		}
		var base = primary();
		return accept('^') ? new Operation('^', base, signed()) : base;
	}

	private Expression primary() {
		char first = peek();
		if (accept('(')) {
			var inner = sum();
			expect(')');
			return inner;
		}
		if (Character.isDigit(first)) {
			return new Literal(Double.parseDouble(take("0123456789.")));
		}
		if (!Character.isLetter(first)) {
			throw unexpected();
		}
		String word = word();
		if (!accept('(')) {
			return new Name(word);
		}
		return word.equals("if") ? choice() : new Call(word, arguments());
	}

	private Expression choice() {
		var left = sum();
		expect('>');
		var right = sum();
		expect(',');
		var then = sum();
		expect(',');
		var otherwise = sum();
		expect(')');
		return new Choice(left, right, then, otherwise);
	}

	private List<Expression> arguments() {
		var arguments = new ArrayList<Expression>();
		do {
			arguments.add(sum());
		}
		while (accept(','));
		expect(')');
		return arguments;
	}

	private String word() {
		int from = at;
		while (at < text.length() && (Character.isLetterOrDigit(text.charAt(at)) || text.charAt(at) == '_')) {
			at++;
		}
		return text.substring(from, at);
	}

	private String take(String characters) {
		int from = at;
		while (at < text.length() && characters.indexOf(text.charAt(at)) >= 0) {
			at++;
		}
		return text.substring(from, at);
	}

	/** The next character that is no blank; 0 at the end. */
	private char peek() {
		while (at < text.length() && text.charAt(at) == ' ') {
			at++;
		}
		return (at < text.length()) ? text.charAt(at) : 0;
	}

	private char next() {
		char next = peek();
		at++;
		return next;
	}

	private boolean accept(char wanted) {
		if (peek() != wanted) {
			return false;
		}
		at++;
		return true;
	}

	private void expect(char wanted) {
		if (!accept(wanted)) {
			throw unexpected();
		}
	}

	private IllegalArgumentException unexpected() {
		return new IllegalArgumentException("\"" + text + "\" cannot be read at " + at);
	}

}
