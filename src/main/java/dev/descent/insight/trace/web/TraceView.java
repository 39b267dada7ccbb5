package dev.descent.insight.trace.web;

import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import dev.descent.figure.CsvTable;
import dev.descent.figure.Figure;
import dev.descent.figure.Illustrated;
import dev.descent.insight.trace.Detail;
import dev.descent.insight.trace.Element;
import dev.descent.insight.trace.Formulas;
import dev.descent.insight.trace.LatexDocument;
import dev.descent.insight.trace.MarkdownDocument;
import dev.descent.insight.trace.Quantity;
import dev.descent.insight.trace.Section;
import dev.descent.insight.trace.Spread;
import dev.descent.insight.trace.Trace;
import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

@JsonPropertyOrder({ "step", "epoch", "network", "learningRate", "batch", "samples", "detail", "sections" })
@Schema(name = "StepTrace", description = """
		One update from the inputs of the network to its new parameters. A formula is written as most languages of \
		computers read it; `substituted` is the same with the numbers in it and evaluates to `value`.""")
final class TraceView implements CsvTable, Illustrated {

	private final Trace trace;

	private final @Nullable Integer digits;

	private final Formulas formulas;

	/**
	 * @param digits as many as each representation has usually if null
	 */
	TraceView(Trace trace, @Nullable Integer digits) {
		this.trace = trace;
		this.digits = digits;
		this.formulas = Formulas.plain(Objects.requireNonNullElse(digits, Formulas.ALL_DIGITS));
	}

	@Schema(name = "TraceBatch", description = "The samples that the update learned from.")
	record Batch(@Schema(description = "How many there are.", example = "80") int size,
			@Schema(description = "Their rows in the dataset, in their order.",
					example = "[7, 12]") List<Integer> samples,
			@Schema(description = "Their mean loss before the update, without penalties.",
					example = "0.41") double loss) {
	}

	@JsonInclude(JsonInclude.Include.NON_NULL)
	@Schema(name = "TraceSection", description = "A part of the update.")
	record SectionView(@Schema(description = "What is done.", example = "forward") Section.Stage stage,
			@Schema(description = "The layer, from 0 for the first hidden one; absent for the loss.",
					example = "0") @Nullable Integer layer,
			@Schema(description = "Which of its parameters, in an update.",
					example = "weights") Section.@Nullable Kind parameters,
			@Schema(description = "In the order in which they are worked out.") List<QuantityView> quantities) {
	}

	@JsonInclude(JsonInclude.Include.NON_NULL)
	@Schema(name = "TraceQuantity", description = "Numbers of one kind.")
	record QuantityView(@Schema(description = "As formulas have it.", example = "z") String name,
			@Schema(description = "In a few words.", example = "pre-activation") String meaning,
			@Schema(description = "The formula with names; absent where none leads to it.",
					example = "sum(w_ji * x_i) + b_j") @Nullable String formula,
			@Schema(description = "The same in LaTeX.",
					example = "\\sum w_{ji} \\cdot x_{i} + b_{j}") @Nullable String latex,
			SpreadView spread, @Schema(description = "The numbers; none in an overview.") List<ElementView> elements) {
	}

	@Schema(name = "TraceSpread", description = "How the numbers lie.")
	record SpreadView(@Schema(description = "How many there are.", example = "8") long count,
			@Schema(description = "The smallest.", example = "-0.7") double smallest,
			@Schema(description = "The largest.", example = "1.2") double largest,
			@Schema(description = "Their mean.", example = "0.1") double mean,
			@Schema(description = "Their Euclidean length.", example = "1.9") double norm) {

		static SpreadView of(Spread spread) {
			return new SpreadView(spread.count(), spread.smallest(), spread.largest(), spread.mean(), spread.norm());
		}

	}

	@JsonInclude(JsonInclude.Include.NON_NULL)
	@Schema(name = "TraceElement", description = "One number.")
	record ElementView(
			@Schema(description = "The unit of the layer, from 0; absent for what belongs to no unit.",
					example = "0") @Nullable Integer unit,
			@Schema(description = "The input of the layer, from 0; absent for what belongs to no weight and no input.",
					example = "1") @Nullable Integer input,
			@Schema(description = "The row of the dataset; absent for what belongs to the whole batch.",
					example = "7") @Nullable Integer sample,
			@Schema(description = "The number, as the run has it.", example = "0.62") double value,
			@Schema(description = "The formula with numbers; absent unless `detail` is formulas.",
					example = "0.5 * 1 + -0.4 * 0 + 0.12") @Nullable String substituted) {
	}

	@JsonProperty
	@Schema(description = "The number of the update, from 1.", example = "137")
	long step() {
		return trace.traced().trace().step().number();
	}

	@JsonProperty
	@Schema(description = "Whole epochs that were trained before it.", example = "136")
	int epoch() {
		return trace.traced().trace().epoch();
	}

	@JsonProperty
	@Schema(description = "Units of the layers from the inputs to the outputs.", example = "2-8-1")
	String network() {
		return trace.traced().trace().architecture().toString();
	}

	@JsonProperty
	@Schema(description = "The learning rate in use.", example = "0.5")
	double learningRate() {
		return trace.traced().trace().step().learningRate();
	}

	@JsonProperty
	Batch batch() {
		return new Batch(trace.rows().length, boxed(trace.rows()), trace.traced().trace().batchLoss());
	}

	@JsonProperty
	@Schema(description = "The rows of the dataset whose way through the network is shown.", example = "[7]")
	List<Integer> samples() {
		return boxed(trace.shown());
	}

	@JsonProperty
	@Schema(description = "How much is told.", example = "formulas")
	Detail detail() {
		return trace.detail();
	}

	@JsonProperty
	@Schema(description = "In the order in which they are worked out.")
	List<SectionView> sections() {
		return trace.sections()
			.stream()
			.map((section) -> new SectionView(section.stage(), section.layer(), section.parameters(),
					section.quantities().stream().map(this::view).toList()))
			.toList();
	}

	private QuantityView view(Quantity quantity) {
		var formula = quantity.formula();
		return new QuantityView(quantity.name(), quantity.meaning(), (formula != null) ? formulas.write(formula) : null,
				(formula != null) ? Formulas.LATEX.write(formula) : null, SpreadView.of(quantity.spread()),
				quantity.elements().stream().map(this::view).toList());
	}

	private ElementView view(Element element) {
		var place = element.place();
		return new ElementView(place.unit(), place.input(), place.row(), formulas.rounded(element.value()),
				substituted(element));
	}

	private @Nullable String substituted(Element element) {
		var substituted = element.substituted();
		return (substituted != null) ? formulas.write(substituted) : null;
	}

	private static List<Integer> boxed(int[] rows) {
		return Arrays.stream(rows).boxed().toList();
	}

	@JsonIgnore
	String markdown() {
		return new MarkdownDocument(trace, Objects.requireNonNullElse(digits, Formulas.FEW_DIGITS)).text();
	}

	@JsonIgnore
	String latex() {
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
		return trace.sections()
			.stream()
			.flatMap((section) -> section.quantities()
				.stream()
				.flatMap((quantity) -> quantity.elements().stream().map((element) -> row(section, quantity, element))));
	}

	private List<?> row(Section section, Quantity quantity, Element element) {
		var place = element.place();
		return Arrays.asList(section.stage(), section.layer(), section.parameters(), quantity.name(), place.unit(),
				place.input(), place.row(), formulas.rounded(element.value()), substituted(element));
	}

}
