package dev.descent.insight.trace.web;

import java.util.Arrays;
import java.util.List;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.descent.insight.trace.Detail;
import dev.descent.insight.trace.Element;
import dev.descent.insight.trace.Formulas;
import dev.descent.insight.trace.Quantity;
import dev.descent.insight.trace.Section;
import dev.descent.insight.trace.Spread;
import dev.descent.insight.trace.Trace;
import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

@Schema(name = "StepTrace", description = """
		One update from the inputs of the network to its new parameters. A formula is written as most languages of \
		computers read it; `substituted` is the same with the numbers in it and evaluates to `value`.""")
record TraceView(@Schema(description = "The number of the update, from 1.", example = "137") long step,
		@Schema(description = "Whole epochs that were trained before it.", example = "136") int epoch,
		@Schema(description = "Units of the layers from the inputs to the outputs.", example = "2-8-1") String network,
		@Schema(description = "The learning rate in use.", example = "0.5") double learningRate, Batch batch,
		@Schema(description = "The rows of the dataset whose way through the network is shown.",
				example = "[7]") List<Integer> samples,
		@Schema(description = "How much is told.", example = "formulas") Detail detail,
		@Schema(description = "In the order in which they are worked out.") List<SectionView> sections) {

	@Schema(name = "TraceBatch", description = "The samples that the update learned from.")
	record Batch(@Schema(description = "How many there are.", example = "80") int size,
			@Schema(description = "Their rows in the dataset, in their order.",
					example = "[7, 12]") List<Integer> samples,
			@Schema(description = "Their mean loss before the update, without penalties.",
					example = "0.41") @Nullable Double loss) {
	}

	@JsonInclude(JsonInclude.Include.NON_NULL)
	@Schema(name = "TraceSection", description = "A part of the update.")
	record SectionView(@Schema(description = "What is done.", example = "forward") Section.Stage stage,
			@Schema(description = "The layer, from 0 for the first hidden one; absent for the loss.",
					example = "0") @Nullable Integer layer,
			@Schema(description = "Which of its parameters, in an update.",
					example = "weights") Section.@Nullable Kind parameters,
			@Schema(description = "In the order in which they are worked out.") List<QuantityView> quantities) {

		static SectionView of(Section section, Formulas formulas) {
			return new SectionView(section.stage(), section.layer(), section.parameters(),
					section.quantities().stream().map((quantity) -> QuantityView.of(quantity, formulas)).toList());
		}

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

		static QuantityView of(Quantity quantity, Formulas formulas) {
			var formula = quantity.formula();
			return new QuantityView(quantity.name(), quantity.meaning(),
					(formula != null) ? formulas.write(formula) : null,
					(formula != null) ? Formulas.LATEX.write(formula) : null, SpreadView.of(quantity.spread()),
					quantity.elements().stream().map((element) -> ElementView.of(element, formulas)).toList());
		}

	}

	@Schema(name = "TraceSpread", description = "How the numbers lie.")
	record SpreadView(@Schema(description = "How many there are.", example = "8") long count,
			@Schema(description = "The smallest; null if there is none.", example = "-0.7") @Nullable Double smallest,
			@Schema(description = "The largest; null if there is none.", example = "1.2") @Nullable Double largest,
			@Schema(description = "Their mean; null if there is none.", example = "0.1") @Nullable Double mean,
			@Schema(description = "Their Euclidean length; null if it is not finite.",
					example = "1.9") @Nullable Double norm) {

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
			@Schema(description = "The number, as the run has it; null if it is not finite.",
					example = "0.62") @Nullable Double value,
			@Schema(description = "The formula with numbers; absent unless `detail` is formulas.",
					example = "0.5 * 1 + (-0.4) * 0 + 0.1") @Nullable String substituted) {

		static ElementView of(Element element, Formulas formulas) {
			var place = element.place();
			var substituted = element.substituted();
			return new ElementView(place.unit(), place.input(), place.row(), formulas.rounded(element.value()),
					(substituted != null) ? formulas.write(substituted) : null);
		}

	}

	static TraceView of(Trace trace, Formulas formulas) {
		var update = trace.traced().trace();
		var sections = trace.sections().stream().map((section) -> SectionView.of(section, formulas)).toList();
		return new TraceView(update.step().number(), update.epoch(), update.architecture().toString(),
				update.step().learningRate(), new Batch(trace.rows().length, boxed(trace.rows()), update.batchLoss()),
				boxed(trace.shown()), trace.detail(), sections);
	}

	private static List<Integer> boxed(int[] rows) {
		return Arrays.stream(rows).boxed().toList();
	}

}
