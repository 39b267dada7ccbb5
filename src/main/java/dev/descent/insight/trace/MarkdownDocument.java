package dev.descent.insight.trace;

import java.util.List;

/** A trace as a Markdown document, with a table for each quantity. */
public final class MarkdownDocument {

	/** Longer sums are cut short. */
	private static final int MOST_TERMS = 12;

	private final Trace trace;

	private final Notation notation;

	private final StringBuilder text = new StringBuilder();

	public MarkdownDocument(Trace trace, int digits) {
		this.trace = trace;
		this.notation = new PlainNotation(new Digits(digits), MOST_TERMS);
	}

	public String text() {
		var update = trace.traced().trace();
		line("# Step " + update.step().number() + " of a " + update.architecture() + " network");
		line("");
		line("* epochs before it: " + update.epoch());
		line("* learning rate: " + notation.number(update.step().learningRate()));
		line("* samples in the batch: " + trace.rows().length + ", their mean loss: "
				+ notation.number(update.batchLoss()));
		if (trace.shown().length == 1) {
			line("* the sample shown: row " + trace.shown()[0] + " of the dataset");
		}
		for (var section : trace.sections()) {
			line("");
			line("## " + section.title());
			if (trace.detail() == Detail.OVERVIEW) {
				spreads(section.quantities());
			}
			else {
				section.quantities().forEach(this::quantity);
			}
		}
		return text.toString();
	}

	private void spreads(List<Quantity> quantities) {
		line("");
		line("| quantity | | count | smallest | mean | largest | length |");
		line("|---|---|--:|--:|--:|--:|--:|");
		for (var quantity : quantities) {
			var spread = quantity.spread();
			line("| " + quantity.name() + " | " + quantity.meaning() + " | " + spread.count() + " | "
					+ notation.number(spread.smallest()) + " | " + notation.number(spread.mean()) + " | "
					+ notation.number(spread.largest()) + " | " + notation.number(spread.norm()) + " |");
		}
	}

	private void quantity(Quantity quantity) {
		var formula = quantity.formula();
		line("");
		line("### " + quantity.name() + ": " + quantity.meaning());
		line("");
		if (formula != null) {
			line("`" + quantity.name() + " = " + notation.write(formula) + "`");
			line("");
		}
		var columns = Columns.of(quantity);
		line("| " + columns.header() + quantity.name() + " | " + ((formula != null) ? "with numbers " : "") + "|");
		line("|" + "--:|".repeat(columns.count() + 1) + "---|");
		for (var element : quantity.elements()) {
			var substituted = element.substituted();
			line("| " + columns.cells(element.place()) + notation.number(element.value()) + " | "
					+ ((substituted != null) ? "`= " + notation.write(substituted) + "`" : "") + " |");
		}
	}

	private void line(String line) {
		text.append(line).append('\n');
	}

	/** The columns that tell the places of a quantity. */
	private record Columns(boolean unit, boolean input, boolean row) {

		static Columns of(Quantity quantity) {
			var place = quantity.elements().getFirst().place();
			return new Columns(place.unit() != null, place.input() != null, place.row() != null);
		}

		int count() {
			return (unit ? 1 : 0) + (input ? 1 : 0) + (row ? 1 : 0);
		}

		String header() {
			return (unit ? "unit | " : "") + (input ? "input | " : "") + (row ? "sample | " : "");
		}

		String cells(Place place) {
			return (unit ? place.unit() + " | " : "") + (input ? place.input() + " | " : "")
					+ (row ? place.row() + " | " : "");
		}

	}

}
