package dev.descent.engine.formula;

import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * A formula as a tree: what {@link Grammar} reads. It can be computed, and its names can
 * be exchanged for numbers. As text it is what the grammar reads again.
 */
public sealed interface Expression {

	/** A number. */
	record Literal(double value) implements Expression {
	}

	/** Something that has a value, such as {@code learningRate}. */
	record Name(String name) implements Expression {
	}

	/** The opposite. */
	record Negation(Expression of) implements Expression {
	}

	/**
	 * Two values joined.
	 *
	 * @param operator one of + - * / ^
	 */
	record Operation(char operator, Expression left, Expression right) implements Expression {
	}

	/**
	 * A function of one or two values: exp, ln, sqrt, tanh, sin, cos, abs, sign, the
	 * distribution function of the normal distribution as {@code Phi}, max or min;
	 * {@code sum} stands for a {@link Sum} where it has names in place of numbers.
	 */
	record Call(String function, List<Expression> arguments) implements Expression {

		public Call {
			arguments = List.copyOf(arguments);
		}

	}

	/** One of two values, the first if {@code left > right}. */
	record Choice(Expression left, Expression right, Expression then, Expression otherwise) implements Expression {
	}

	/**
	 * A sum of many terms, each perhaps negative.
	 *
	 * @param terms at least one
	 */
	record Sum(List<Expression> terms) implements Expression {

		public Sum {
			terms = List.copyOf(terms);
		}

	}

	/** Reads a formula. */
	static Expression of(String text) {
		return new Grammar(text).expression();
	}

	/** A product. */
	static Expression product(double left, double right) {
		return new Operation('*', new Literal(left), new Literal(right));
	}

	/** A difference. */
	static Expression difference(double left, double right) {
		return new Operation('-', new Literal(left), new Literal(right));
	}

	/**
	 * The value.
	 * @param values of the names, all of them
	 */
	default double evaluate(Map<String, Double> values) {
		return switch (this) {
			case Literal(double value) -> value;
			case Name(String name) -> Objects.requireNonNull(values.get(name), name);
			case Negation(Expression of) -> -of.evaluate(values);
			case Operation(char operator, Expression left, Expression right) ->
				Functions.operate(operator, left.evaluate(values), right.evaluate(values));
			case Call(String function, List<Expression> arguments) -> Functions.call(function,
					arguments.stream().mapToDouble((argument) -> argument.evaluate(values)).toArray());
			case Choice(Expression left, Expression right, Expression then, Expression otherwise) ->
				(left.evaluate(values) > right.evaluate(values)) ? then.evaluate(values) : otherwise.evaluate(values);
			case Sum(List<Expression> terms) -> terms.stream().mapToDouble((term) -> term.evaluate(values)).sum();
		};
	}

	/** The same with numbers in place of names that have a value. */
	default Expression with(Map<String, Double> values) {
		return switch (this) {
			case Literal number -> number;
			case Name name -> {
				Double value = values.get(name.name());
				yield (value != null) ? new Literal(value) : name;
			}
			case Negation(Expression of) -> new Negation(of.with(values));
			case Operation(char operator, Expression left, Expression right) ->
				new Operation(operator, left.with(values), right.with(values));
			case Call(String function, List<Expression> arguments) ->
				new Call(function, arguments.stream().map((argument) -> argument.with(values)).toList());
			case Choice(Expression left, Expression right, Expression then, Expression otherwise) ->
				new Choice(left.with(values), right.with(values), then.with(values), otherwise.with(values));
			case Sum(List<Expression> terms) -> new Sum(terms.stream().map((term) -> term.with(values)).toList());
		};
	}

}
