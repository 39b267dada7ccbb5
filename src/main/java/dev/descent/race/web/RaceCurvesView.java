package dev.descent.race.web;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import dev.descent.figure.Axis;
import dev.descent.figure.CsvTable;
import dev.descent.figure.Figure;
import dev.descent.figure.Illustrated;
import dev.descent.figure.Mark;
import dev.descent.insight.surface.Part;
import dev.descent.race.Against;
import dev.descent.race.RaceCurves;
import dev.descent.race.RaceRecord;
import dev.descent.race.statistics.Quartiles;
import dev.descent.training.web.Numbers;
import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

@SuppressWarnings("ArrayRecordComponent") // written out, never compared
@Schema(name = "RaceCurves",
		description = "The median loss of each variant and its quartiles, over the runs that count.")
record RaceCurvesView(@Schema(description = "What x is.", example = "epochs") Against against,
		@Schema(description = "Over which samples the loss is taken.", example = "training") Part part,
		@Schema(description = "Where the losses are taken, the same for all.", example = "[0, 1, 2]") double[] x,
		@Schema(description = "The variants, in the order of the request; the best first if it named none.") List<VariantCurve> variants,
		@Schema(description = "How many other variants the race has.", example = "0") int others)
		implements
			CsvTable,
			Illustrated {

	@Schema(name = "RaceVariantCurve",
			description = "The losses of one variant, one a place; null where so many runs have diverged that it is infinite. Empty if no run has ended.")
	record VariantCurve(@Schema(description = "The variant.", example = "adam learningRate=0.1") String name,
			@Schema(description = "How many runs this is the middle of.", example = "5") int runs,
			@Schema(description = "A quarter of the runs is lower.",
					example = "[0.69, 0.5]") List<@Nullable Double> lower,
			@Schema(description = "Half of the runs are lower.", example = "[0.7, 0.55]") List<@Nullable Double> median,
			@Schema(description = "Three quarters of the runs are lower.",
					example = "[0.71, 0.6]") List<@Nullable Double> upper) {

		private static VariantCurve of(RaceRecord record, RaceCurves.Curve curve) {
			return new VariantCurve(record.variants().get(curve.variant()).name(), curve.runs(),
					column(curve, Quartiles::lower), column(curve, Quartiles::median), column(curve, Quartiles::upper));
		}

		private static List<@Nullable Double> column(RaceCurves.Curve curve, ToDoubleFunction<Quartiles> number) {
			return curve.quartiles()
				.stream()
				.<@Nullable Double>map((quartiles) -> Numbers.orNull(number.applyAsDouble(quartiles)))
				.toList();
		}

	}

	static RaceCurvesView of(RaceRecord record, RaceCurves curves) {
		return new RaceCurvesView(curves.against(), curves.part(), curves.places(),
				curves.curves().stream().map((curve) -> VariantCurve.of(record, curve)).toList(),
				record.variants().size() - curves.curves().size());
	}

	@Override
	public Figure figure() {
		var bands = new ArrayList<Mark>();
		var lines = new ArrayList<Mark>();
		for (int i = 0; i < variants.size(); i++) {
			var curve = variants.get(i);
			if (curve.runs() > 1) {
				bands.add(new Mark.Band("", x, Numbers.orNaN(curve.lower()), Numbers.orNaN(curve.upper()), i));
			}
			if (curve.runs() > 0) {
				lines.add(new Mark.Line(curve.name(), x, Numbers.orNaN(curve.median()), i, false));
			}
		}
		bands.addAll(lines);
		return Figure.of(title(), Axis.linear(against.name().toLowerCase(Locale.ROOT).replace('_', ' ')),
				Axis.either(part.name().toLowerCase(Locale.ROOT) + " loss"), bands);
	}

	private String title() {
		String beyond = (others > 0) ? " (" + others + " other variants)" : "";
		return "Median loss and quartiles of the runs" + beyond;
	}

	@Override
	public List<String> csvHeader() {
		return List.of("variant", against.name().toLowerCase(Locale.ROOT), "runs", "lower", "median", "upper");
	}

	@Override
	public Stream<List<?>> csvRows() {
		return variants.stream()
			.filter((curve) -> curve.runs() > 0)
			.flatMap((curve) -> IntStream.range(0, x.length)
				.mapToObj((i) -> Arrays.asList(curve.name(), x[i], curve.runs(), curve.lower().get(i),
						curve.median().get(i), curve.upper().get(i))));
	}

}
