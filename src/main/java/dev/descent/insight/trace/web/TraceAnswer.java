package dev.descent.insight.trace.web;

import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

import com.fasterxml.jackson.annotation.JsonValue;
import dev.descent.figure.CsvTable;
import dev.descent.figure.Document;
import dev.descent.figure.Figure;
import dev.descent.figure.Illustrated;
import dev.descent.insight.trace.Formulas;
import dev.descent.insight.trace.LatexDocument;
import dev.descent.insight.trace.MarkdownDocument;
import dev.descent.insight.trace.Trace;
import org.jspecify.annotations.Nullable;

/** A trace in whatever representation is asked for. */
final class TraceAnswer implements CsvTable, Document, Illustrated {

	private final Trace trace;

	private final @Nullable Integer digits;

	/**
	 * @param digits as many as each representation has usually if null
	 */
	TraceAnswer(Trace trace, @Nullable Integer digits) {
		this.trace = trace;
		this.digits = digits;
	}

	@JsonValue
	TraceView numbers() {
		return TraceView.of(trace, Formulas.plain(Objects.requireNonNullElse(digits, Formulas.ALL_DIGITS)));
	}

	@Override
	public String markdown() {
		return new MarkdownDocument(trace, Objects.requireNonNullElse(digits, Formulas.FEW_DIGITS)).text();
	}

	@Override
	public String latex() {
		return new LatexDocument(trace, Objects.requireNonNullElse(digits, Formulas.FEW_DIGITS)).text();
	}

	@Override
	public Figure figure() {
		return new TraceFigure(trace).figure();
	}

	@Override
	public List<String> csvHeader() {
		return List.of("stage", "layer", "parameters", "quantity", "unit", "input", "sample", "value", "substituted");
	}

	@Override
	public Stream<List<?>> csvRows() {
		return numbers().sections()
			.stream()
			.flatMap((section) -> section.quantities()
				.stream()
				.flatMap((quantity) -> quantity.elements().stream().map((element) -> row(section, quantity, element))));
	}

	private static List<?> row(TraceView.SectionView section, TraceView.QuantityView quantity,
			TraceView.ElementView element) {
		return Arrays.asList(section.stage(), section.layer(), section.parameters(), quantity.name(), element.unit(),
				element.input(), element.sample(), element.value(), element.substituted());
	}

}
