package dev.descent.insight.trace;

import java.util.List;
import java.util.Map;

import dev.descent.engine.formula.Expression;

/** Formulas in LaTeX's mathematics, as MathJax and KaTeX read them too. */
final class LatexNotation extends Notation {

	private static final Map<String, String> SYMBOLS = Map.ofEntries(Map.entry("learningRate", "\\eta"),
			Map.entry("slope", "f'(z)"), Map.entry("dLoss", "\\partial L"), Map.entry("delta", "\\delta"),
			Map.entry("delta_j", "\\delta_j"), Map.entry("delta_k", "\\delta_k"), Map.entry("delta_js", "\\delta_{js}"),
			Map.entry("upstream", "\\frac{\\partial L}{\\partial a}"),
			Map.entry("dW", "\\frac{\\partial L}{\\partial w}"), Map.entry("dB", "\\frac{\\partial L}{\\partial b}"),
			Map.entry("beta1", "\\beta_1"), Map.entry("beta2", "\\beta_2"), Map.entry("beta3", "\\beta_3"),
			Map.entry("epsilon", "\\epsilon"), Map.entry("momentum", "\\mu"), Map.entry("mu", "\\mu_t"),
			Map.entry("muNext", "\\mu_{t+1}"), Map.entry("alpha", "\\alpha"), Map.entry("rho", "\\rho"),
			Map.entry("rhoInf", "\\rho_\\infty"), Map.entry("lambda", "\\lambda"), Map.entry("gamma", "\\gamma"),
			Map.entry("eta", "\\eta_t"), Map.entry("etaPlus", "\\eta^+"), Map.entry("etaMinus", "\\eta^-"),
			Map.entry("mHat", "\\hat m"), Map.entry("vHat", "\\hat v"), Map.entry("sHat", "\\hat s"),
			Map.entry("nHat", "\\hat n"), Map.entry("l1", "\\lambda_1"), Map.entry("l2", "\\lambda_2"),
			Map.entry("change", "\\Delta w"), Map.entry("before", "w_{t-1}"), Map.entry("pi", "\\pi"),
			Map.entry("sampleLoss", "L_s"), Map.entry("batchLoss", "L"), Map.entry("loss", "\\ell"),
			Map.entry("batch", "N"), Map.entry("outputs", "K"), Map.entry("zMax", "z_{\\max}"));

	private static final Map<String, String> FUNCTIONS = Map.of("ln", "\\ln", "tanh", "\\tanh", "sin", "\\sin", "cos",
			"\\cos", "Phi", "\\Phi", "max", "\\max", "min", "\\min", "sign", "\\operatorname{sign}");

	LatexNotation(Digits digits, int mostTerms) {
		super(digits, mostTerms);
	}

	@Override
	int literal(double value) {
		return number(value).contains("cdot") ? product() : atom();
	}

	@Override
	String number(String digits) {
		int exponent = digits.indexOf('E');
		return switch (digits) {
			case "Infinity" -> "\\infty";
			case "-Infinity" -> "-\\infty";
			case "NaN" -> "\\mathrm{NaN}";
			default -> (exponent < 0) ? digits
					: digits.substring(0, exponent) + " \\cdot 10^{" + digits.substring(exponent + 1) + "}";
		};
	}

	@Override
	String name(String name) {
		String symbol = SYMBOLS.get(name);
		if (symbol != null) {
			return symbol;
		}
		int index = name.indexOf('_');
		String stem = (index < 0) ? name : name.substring(0, index);
		String written = (stem.length() == 1) ? stem : "\\mathrm{" + stem + "}";
		return (index < 0) ? written : written + "_{" + name.substring(index + 1) + "}";
	}

	@Override
	String product(String left, String right) {
		return left + " \\cdot " + right;
	}

	@Override
	String quotient(Expression dividend, Expression divisor) {
		return "\\frac{" + write(dividend) + "}{" + write(divisor) + "}";
	}

	@Override
	String power(String base, Expression exponent) {
		return (base.startsWith("e^") ? parenthesized(base) : base) + "^{" + write(exponent) + "}";
	}

	@Override
	String call(String function, List<String> arguments) {
		String all = String.join(", ", arguments);
		return switch (function) {
			case "exp" -> "e^{" + all + "}";
			case "sqrt" -> "\\sqrt{" + all + "}";
			case "abs" -> "\\left|" + all + "\\right|";
			case "sum" -> "\\sum " + all;
			default -> FUNCTIONS.getOrDefault(function, "\\operatorname{" + function + "}") + parenthesized(all);
		};
	}

	@Override
	String choice(String condition, String then, String otherwise) {
		return "\\begin{cases}" + then + " & \\text{if } " + condition + " \\\\ " + otherwise
				+ " & \\text{otherwise}\\end{cases}";
	}

	@Override
	String parenthesized(String text) {
		return "\\left(" + text + "\\right)";
	}

	@Override
	String ellipsis(int left) {
		return "\\cdots";
	}

}
