package dev.descent.engine.formula;

import dev.descent.engine.kernel.Elementary;

/** What the operators and functions of a formula compute. */
final class Functions {

	private static final double ROOT_HALF = 0.7071067811865476;

	private Functions() {
	}

	static double operate(char operator, double left, double right) {
		return switch (operator) {
			case '+' -> left + right;
			case '-' -> left - right;
			case '*' -> left * right;
			case '/' -> left / right;
			case '^' -> StrictMath.pow(left, right);
			default -> throw new IllegalArgumentException("unknown operator " + operator);
		};
	}

	static double call(String function, double[] x) {
		return switch (function) {
			case "exp" -> StrictMath.exp(x[0]);
			case "ln" -> StrictMath.log(x[0]);
			case "sqrt" -> Math.sqrt(x[0]);
			case "tanh" -> StrictMath.tanh(x[0]);
			case "sin" -> StrictMath.sin(x[0]);
			case "cos" -> StrictMath.cos(x[0]);
			case "abs" -> Math.abs(x[0]);
			case "sign" -> Math.signum(x[0]);
			case "Phi" -> 0.5 * Elementary.erfc(-x[0] * ROOT_HALF);
			case "max" -> Math.max(x[0], x[1]);
			case "min" -> Math.min(x[0], x[1]);
			default -> throw new IllegalArgumentException("unknown function " + function);
		};
	}

}
