package dev.descent.insight.trace;

import java.util.Collections;
import java.util.Map;

import dev.descent.engine.formula.Expression;
import dev.descent.engine.formula.Expression.Sum;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** Formulas as they are written, which is as they are read. */
class NotationTests {

	private static final Map<String, Double> NUMBERS = Map.of("g", -0.3, "w", 2.0, "v", 1e-9);

	private final Notation plain = new PlainNotation(new Digits(17), 4);

	private final Notation latex = new LatexNotation(new Digits(17), 4);

	@ParameterizedTest
	@CsvSource(delimiter = '|',
			value = { "g^2|(-0.3)^2", "w - g|2 - (-0.3)", "-g|-(-0.3)", "-(w^2)|-(2^2)", "-w^2|-(2^2)",
					"w * -g|2 * (-(-0.3))", "(w + g) * w|(2 + (-0.3)) * 2", "w - (w - g)|2 - (2 - (-0.3))",
					"w - w - g|2 - 2 - (-0.3)", "w / (w * g)|2 / (2 * (-0.3))", "w / w / g|2 / 2 / (-0.3)",
					"w^(g * w)|2^((-0.3) * 2)", "(w^w)^g|(2^2)^(-0.3)", "exp(-g) + v|exp(-(-0.3)) + 1E-9",
					"if(g > 0, g, max(0, w))|if(-0.3 > 0, -0.3, max(0, 2))" })
	void numbersStandWhereNamesStood(String formula, String written) {
		var substituted = Expression.of(formula).with(NUMBERS);
		assertThat(plain.write(substituted)).isEqualTo(written);
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', value = {
			"beta1 * m + (1 - beta1) * g|\\beta_1 \\cdot m + \\left(1 - \\beta_1\\right) \\cdot g",
			"mHat / (sqrt(vHat) + epsilon)|\\frac{\\hat m}{\\sqrt{\\hat v} + \\epsilon}",
			"exp(z)^2|\\left(e^{z}\\right)^{2}", "sum(w_ji * x_i)|\\sum w_{ji} \\cdot x_{i}",
			"if(z > 0, 1, alpha)|\\begin{cases}1 & \\text{if } z > 0 \\\\ \\alpha & \\text{otherwise}\\end{cases}",
			"stepSize|\\mathrm{stepSize}" })
	void latexHasSymbols(String formula, String written) {
		assertThat(latex.write(Expression.of(formula))).isEqualTo(written);
	}

	@Test
	void longSumsAreCutShort() {
		var terms = Collections.nCopies(7, Expression.product(2, 3));
		assertThat(plain.write(new Sum(terms))).isEqualTo("2 * 3 + 2 * 3 + 2 * 3 + [3 more] + 2 * 3");
		assertThat(latex.write(new Sum(terms.subList(0, 4)))).doesNotContain("cdots");
		assertThat(latex.write(new Sum(terms))).contains("\\cdots");
	}

	@ParameterizedTest
	@CsvSource({ "3, 0.123456, 0.123", "3, -1234.5, -1230", "17, 0.1, 0.1", "2, 1.25e-9, 1.3E-9", "3, 0, 0" })
	void numbersHaveAsManyDigitsAsAreWanted(int digits, double value, String written) {
		assertThat(new Digits(digits).of(value)).isEqualTo(written);
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', value = { "1 +", "(1", "a b", "1 + * 2", "if(a, 1, 2)", "f(1" })
	void whatIsNoFormulaIsNotRead(String text) {
		assertThatThrownBy(() -> Expression.of(text)).isInstanceOf(IllegalArgumentException.class)
			.hasMessageContaining(text);
	}

}
