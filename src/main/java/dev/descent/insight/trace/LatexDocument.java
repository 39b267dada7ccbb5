package dev.descent.insight.trace;

import java.util.stream.Collectors;
import java.util.stream.Stream;

import dev.descent.engine.formula.Expression.Name;

/** A trace as a LaTeX document that needs amsmath alone. */
public final class LatexDocument {

	/** Longer sums are cut short, as lines are not broken. */
	private static final int MOST_TERMS = 5;

	private final Trace trace;

	private final Notation notation;

	private final StringBuilder text = new StringBuilder();

	public LatexDocument(Trace trace, int digits) {
		this.trace = trace;
		this.notation = new LatexNotation(new Digits(digits), MOST_TERMS);
	}

	public String text() {
		var update = trace.traced().trace();
		line("\\documentclass{article}");
		line("\\usepackage[a4paper,landscape,margin=15mm]{geometry}");
		line("\\usepackage{amsmath}");
		line("\\allowdisplaybreaks");
		line("\\setlength{\\parindent}{0pt}");
		line("\\begin{document}");
		line("\\section*{Step " + update.step().number() + " of a " + update.architecture() + " network}");
		line("Epochs before it: " + update.epoch() + ". Learning rate: $"
				+ notation.number(update.step().learningRate()) + "$. Samples in the batch: " + trace.rows().length
				+ ", their mean loss: $" + notation.number(update.batchLoss()) + "$." + ((trace.shown().length == 1)
						? " The sample shown: row " + trace.shown()[0] + " of the dataset." : ""));
		for (var section : trace.sections()) {
			line("\\subsection*{" + section.title() + "}");
			section.quantities().forEach(this::quantity);
		}
		line("\\end{document}");
		return text.toString();
	}

	private void quantity(Quantity quantity) {
		var formula = quantity.formula();
		String symbol = notation.write(new Name(quantity.name()));
		line("\\paragraph{" + escaped(quantity.meaning()) + "}");
		line("$" + symbol + ((formula != null) ? " = " + notation.write(formula) : "") + "$");
		if (trace.detail() == Detail.OVERVIEW) {
			var spread = quantity.spread();
			line("from $" + notation.number(spread.smallest()) + "$ to $" + notation.number(spread.largest())
					+ "$, mean $" + notation.number(spread.mean()) + "$, length $" + notation.number(spread.norm())
					+ "$, " + spread.count() + " numbers");
			return;
		}
		line("\\begin{align*}");
		line(quantity.elements()
			.stream()
			.map((element) -> equation(symbol, element))
			.collect(Collectors.joining(" \\\\\n")));
		line("\\end{align*}");
	}

	private String equation(String symbol, Element element) {
		var place = element.place();
		String index = Stream.of(place.unit(), place.input())
			.filter((number) -> number != null)
			.map(String::valueOf)
			.collect(Collectors.joining(","));
		String sample = (trace.shown().length > 1 && place.row() != null) ? "^{(" + place.row() + ")}" : "";
		var substituted = element.substituted();
		return "{" + symbol + "}" + (index.isEmpty() ? "" : "_{" + index + "}") + sample + " &= "
				+ ((substituted != null) ? notation.write(substituted) + " = " : "") + notation.number(element.value());
	}

	private static String escaped(String text) {
		return text.replaceAll("([%&#_$])", "\\\\$1").replace("^", "\\textasciicircum{}");
	}

	private void line(String line) {
		text.append(line).append('\n');
	}

}
