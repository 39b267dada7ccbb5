package dev.descent.insight.trace;

import dev.descent.engine.formula.Expression;

/** Writes formulas and numbers with so many digits. */
public final class Formulas {

	/** With which every number is written in full. */
	public static final int ALL_DIGITS = Digits.ALL;

	/** Enough for people. */
	public static final int FEW_DIGITS = 6;

	/** LaTeX of formulas with names. */
	public static final Formulas LATEX = new Formulas(new Digits(Digits.ALL),
			new LatexNotation(new Digits(Digits.ALL), Integer.MAX_VALUE));

	private final Digits digits;

	private final Notation notation;

	private Formulas(Digits digits, Notation notation) {
		this.digits = digits;
		this.notation = notation;
	}

	/** As computers read them, with all terms. */
	public static Formulas plain(int digits) {
		return new Formulas(new Digits(digits), new PlainNotation(new Digits(digits), Integer.MAX_VALUE));
	}

	public String write(Expression expression) {
		return notation.write(expression);
	}

	public double rounded(double value) {
		return digits.rounded(value);
	}

}
