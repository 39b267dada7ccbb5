package dev.descent.training.breakpoint;

import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import java.util.function.DoubleBinaryOperator;
import java.util.function.DoubleUnaryOperator;
import java.util.stream.Stream;

import dev.cel.common.CelAbstractSyntaxTree;
import dev.cel.common.ast.CelConstant;
import dev.cel.common.ast.CelExpr;
import dev.cel.common.ast.CelExpr.CelCall;
import dev.cel.common.ast.CelExpr.ExprKind.Kind;
import dev.descent.problem.Faults;
import dev.descent.problem.Suggestion;
import dev.descent.training.breakpoint.Term.Quantity;
import dev.descent.training.breakpoint.Term.Truth;
import org.jspecify.annotations.Nullable;

/**
 * Makes terms of what the grammar has read, or says where they do not fit together. Of
 * the language's types there are two: a number is a double, however it is written, so
 * that {@code epoch}, {@code 3} and {@code loss} mix freely.
 */
final class Translation {

	private static final Map<String, DoubleBinaryOperator> ARITHMETIC = Map.of("_+_", Double::sum, "_-_",
			(left, right) -> left - right, "_*_", (left, right) -> left * right, "_/_", (left, right) -> left / right,
			"_%_", (left, right) -> left % right);

	private static final Map<String, DoubleBinaryOperator> OF_TWO = Map.of("min", Math::min, "max", Math::max);

	private static final Map<String, DoubleUnaryOperator> OF_ONE = Map.of("abs", Math::abs);

	private static final Map<String, Comparison> COMPARISONS = Map.of("_<_", (left, right) -> left < right, "_<=_",
			(left, right) -> left <= right, "_>_", (left, right) -> left > right, "_>=_",
			(left, right) -> left >= right, "_==_", (left, right) -> left == right, "_!=_", Comparison::differ);

	private final String text;

	private final Map<Long, Integer> offsets;

	private final Faults faults;

	private final Set<Variable> needs = EnumSet.noneOf(Variable.class);

	Translation(String text, CelAbstractSyntaxTree parsed, Faults faults) {
		this.text = text;
		this.offsets = parsed.getSource().getPositionsMap();
		this.faults = faults;
	}

	/** The variables met so far. */
	Set<Variable> needs() {
		return needs;
	}

	/** Null if something in it is wrong. */
	@Nullable Term translate(CelExpr part) {
		return switch (part.getKind()) {
			case CONSTANT -> constant(part, part.constant());
			case IDENT -> variable(part, part.ident().name());
			case CALL -> call(part, part.call());
			default -> strange(part);
		};
	}

	private @Nullable Term constant(CelExpr part, CelConstant constant) {
		return switch (constant.getKind()) {
			case BOOLEAN_VALUE -> {
				boolean value = constant.booleanValue();
				yield (Truth) (_) -> value;
			}
			case INT64_VALUE -> number(part, (double) constant.int64Value());
			case UINT64_VALUE -> number(part, constant.uint64Value().doubleValue());
			case DOUBLE_VALUE -> number(part, constant.doubleValue());
			default -> strange(part);
		};
	}

	private @Nullable Quantity number(CelExpr part, double value) {
		if (!Double.isFinite(value)) {
			faults.add("has a number that is too large at " + position(part));
			return null;
		}
		return (_) -> value;
	}

	private @Nullable Quantity variable(CelExpr part, String name) {
		var variable = Variable.spelt(name).orElse(null);
		if (variable == null) {
			faults.add("names an unknown variable at %s, '%s'; %s".formatted(position(part), name,
					Suggestion.among(name, Variable.spellings())));
			return null;
		}
		needs.add(variable);
		return (values) -> values.of(variable);
	}

	private @Nullable Term call(CelExpr whole, CelCall call) {
		String name = call.function();
		if (COMPARISONS.containsKey(name)) {
			return comparison(whole, COMPARISONS.get(name));
		}
		if (ARITHMETIC.containsKey(name)) {
			return ofTwo(whole, ARITHMETIC.get(name));
		}
		return switch (name) {
			case "_&&_", "_||_" -> combination(whole, name.equals("_&&_"));
			case "!_" -> negation(whole);
			case "-_" -> ofOne(whole, (value) -> -value);
			case "_?_:_" -> choice(whole);
			case String other when isPlain(other) && call.target().isEmpty() -> function(whole, other);
			default -> strange(whole);
		};
	}

	/** Whether this is the name of a function, not of an operator. */
	private static boolean isPlain(String name) {
		return Character.isLetter(name.charAt(0));
	}

	private @Nullable Term function(CelExpr whole, String name) {
		if (OF_ONE.containsKey(name)) {
			return takes(1, whole) ? ofOne(whole, OF_ONE.get(name)) : null;
		}
		if (OF_TWO.containsKey(name)) {
			return takes(2, whole) ? ofTwo(whole, OF_TWO.get(name)) : null;
		}
		var known = Stream.concat(OF_ONE.keySet().stream(), OF_TWO.keySet().stream()).sorted().toList();
		faults.add("calls an unknown function at %s, '%s'; %s".formatted(position(whole), name,
				Suggestion.among(name, known)));
		return null;
	}

	private boolean takes(int count, CelExpr whole) {
		int given = whole.call().args().size();
		if (given != count) {
			faults.add("gives '%s' at %s %d numbers; it takes %d".formatted(whole.call().function(), position(whole),
					given, count));
		}
		return given == count;
	}

	private @Nullable Quantity ofOne(CelExpr whole, DoubleUnaryOperator operator) {
		var operand = quantity(whole, 0);
		return (operand != null) ? (values) -> operator.applyAsDouble(operand.of(values)) : null;
	}

	private @Nullable Quantity ofTwo(CelExpr whole, DoubleBinaryOperator operator) {
		var left = quantity(whole, 0);
		var right = quantity(whole, 1);
		return (left != null && right != null) ? (values) -> operator.applyAsDouble(left.of(values), right.of(values))
				: null;
	}

	private @Nullable Truth comparison(CelExpr whole, Comparison comparison) {
		var left = quantity(whole, 0);
		var right = quantity(whole, 1);
		return (left != null && right != null) ? (values) -> comparison.holds(left.of(values), right.of(values)) : null;
	}

	private @Nullable Truth combination(CelExpr whole, boolean both) {
		var left = truth(whole, 0);
		var right = truth(whole, 1);
		if (left == null || right == null) {
			return null;
		}
		return both ? (values) -> left.of(values) && right.of(values) : (values) -> left.of(values) || right.of(values);
	}

	private @Nullable Truth negation(CelExpr whole) {
		var operand = truth(whole, 0);
		return (operand != null) ? (values) -> !operand.of(values) : null;
	}

	private @Nullable Term choice(CelExpr whole) {
		var condition = truth(whole, 0);
		var first = translate(whole.call().args().get(1));
		var second = translate(whole.call().args().get(2));
		if (condition == null || first == null || second == null) {
			return null;
		}
		if (first instanceof Truth yes && second instanceof Truth no) {
			return (Truth) (values) -> condition.of(values) ? yes.of(values) : no.of(values);
		}
		if (first instanceof Quantity yes && second instanceof Quantity no) {
			return (Quantity) (values) -> condition.of(values) ? yes.of(values) : no.of(values);
		}
		faults.add("has two different kinds of value after the '?' at " + position(whole));
		return null;
	}

	private @Nullable Quantity quantity(CelExpr whole, int index) {
		var operand = whole.call().args().get(index);
		return switch (translate(operand)) {
			case Quantity quantity -> quantity;
			case Truth _ -> {
				faults.add(mismatch("true or false", operand, "a number", whole));
				yield null;
			}
			case null -> null;
		};
	}

	private @Nullable Truth truth(CelExpr whole, int index) {
		var operand = whole.call().args().get(index);
		return switch (translate(operand)) {
			case Truth truth -> truth;
			case Quantity _ -> {
				faults.add(mismatch("a number", operand, "true or false", whole));
				yield null;
			}
			case null -> null;
		};
	}

	private String mismatch(String found, CelExpr operand, String needed, CelExpr whole) {
		return "has %s at %s where '%s' at %s needs %s".formatted(found, position(operand), symbol(whole),
				position(whole), needed);
	}

	private static String symbol(CelExpr call) {
		String name = call.call().function();
		return isPlain(name) ? name : name.replace("_", "").replace("?:", "?");
	}

	private @Nullable Term strange(CelExpr part) {
		faults.add("has something at " + position(part) + " that is neither a number nor true or false");
		return null;
	}

	private Position position(CelExpr part) {
		int offset = text.offsetByCodePoints(0, offsets.getOrDefault(part.id(), 0));
		if (part.getKind() == Kind.CALL && isPlain(part.call().function())) {
			// The grammar tells where its bracket is.
			offset = text.lastIndexOf(part.call().function(), offset);
		}
		return Position.of(text, offset);
	}

}
