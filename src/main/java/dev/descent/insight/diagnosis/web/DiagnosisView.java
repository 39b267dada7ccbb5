package dev.descent.insight.diagnosis.web;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import dev.descent.figure.Axis;
import dev.descent.figure.CsvTable;
import dev.descent.figure.Figure;
import dev.descent.figure.Illustrated;
import dev.descent.figure.Mark;
import dev.descent.figure.Panel;
import dev.descent.insight.diagnosis.Diagnosis;
import dev.descent.insight.diagnosis.Finding;
import dev.descent.insight.diagnosis.symptom.Evidence;
import dev.descent.insight.diagnosis.symptom.Look;
import dev.descent.training.TrainingJobId;
import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

@SuppressWarnings("ArrayRecordComponent") // written out, never compared
@Schema(name = "Diagnosis",
		description = "What is wrong with a run, as far as it can be told from what it left behind.")
record DiagnosisView(@Schema(description = "The job.", example = "example") TrainingJobId job,
		@Schema(description = "Whole epochs trained to get the parameters that were judged.",
				example = "1000") int epoch,
		@Schema(description = "The epochs at which the layers were looked at.",
				example = "[0, 500, 1000]") int[] examinedEpochs,
		@Schema(description = "What was found, the worst first; empty if nothing was.") List<Finding> findings,
		@Schema(description = "The losses, with at most 200 points.") Losses losses) implements CsvTable, Illustrated {

	/** Panels of evidence that are drawn; more would be too small to see. */
	private static final int MOST_PANELS = 8;

	@SuppressWarnings("ArrayRecordComponent") // written out, never compared
	@Schema(name = "DiagnosedLosses", description = "Losses over the epochs.")
	record Losses(@Schema(description = "The epochs.", example = "[0, 500, 1000]") int[] epochs,
			@Schema(description = "Mean training loss.", example = "[0.7, 0.4, 0.3]") double[] training,
			@Schema(description = "Mean validation loss; null where there is none.",
					example = "[0.7, 0.4, 0.3]") double[] validation) {

		/** At the last point that is not after an epoch. */
		double trainingAt(int epoch) {
			int found = Arrays.binarySearch(epochs, epoch);
			int at = (found >= 0) ? found : -found - 2;
			return (at >= 0) ? training[at] : Double.NaN;
		}

	}

	/** A line of the figure, and rows of the table. */
	@SuppressWarnings("ArrayRecordComponent") // never compared
	private record Series(String finding, String measure, @Nullable Integer layer, int[] epochs, double[] values,
			@Nullable Double threshold) {

		static Series of(Finding finding, Evidence evidence) {
			return new Series(finding.name(), evidence.measure(), evidence.layer(), evidence.epochs(),
					evidence.values(), evidence.threshold());
		}

		Stream<List<?>> rows() {
			return IntStream.range(0, epochs.length)
				.mapToObj((i) -> Arrays.asList(finding, measure, layer, epochs[i],
						Double.isFinite(values[i]) ? (Double) values[i] : null, threshold));
		}

		Panel panel() {
			var marks = new ArrayList<Mark>();
			marks.add(new Mark.Line("measured", positions(epochs), values, 0, false));
			if (threshold != null) {
				double[] ends = { epochs[0], epochs[epochs.length - 1] };
				marks.add(new Mark.Line("threshold", ends, new double[] { threshold, threshold }, 1, true));
			}
			String where = (layer != null) ? " (layer " + layer + ")" : "";
			return new Panel(finding + where, Axis.linear("epoch"), Axis.either(measure), marks);
		}

	}

	static DiagnosisView of(TrainingJobId job, Diagnosis diagnosis) {
		var examination = diagnosis.examination();
		var curve = examination.curve();
		return new DiagnosisView(job, examination.result().epoch(),
				examination.looks().stream().mapToInt(Look::epoch).toArray(), diagnosis.findings(),
				new Losses(Evidence.wholeNumbers(Evidence.thinned(curve.epochs())), Evidence.thinned(curve.training()),
						Evidence.thinned(curve.validation())));
	}

	/** The losses, and each series that a finding was told by. */
	@Override
	public Figure figure() {
		var panels = new ArrayList<Panel>();
		panels.add(new Panel("", Axis.linear("epoch"), Axis.either("mean loss"),
				List.of(new Mark.Line("training", positions(losses.epochs()), losses.training(), 0, false),
						new Mark.Line("validation", positions(losses.epochs()), losses.validation(), 1, true),
						new Mark.Scatter("layers looked at", positions(examinedEpochs),
								Arrays.stream(examinedEpochs).mapToDouble(losses::trainingAt).toArray(), 0, true,
								null))));
		evidence().map(Series::panel).limit(MOST_PANELS).forEach(panels::add);
		return new Figure(findings.isEmpty() ? "Nothing found"
				: findings.stream().map(Finding::name).collect(Collectors.joining(", ")), panels);
	}

	private static double[] positions(int[] epochs) {
		return Arrays.stream(epochs).asDoubleStream().toArray();
	}

	private Stream<Series> evidence() {
		return findings.stream()
			.flatMap((finding) -> finding.evidence()
				.stream()
				.filter((evidence) -> evidence.epochs().length > 0)
				.map((evidence) -> Series.of(finding, evidence)));
	}

	@Override
	public List<String> csvHeader() {
		return List.of("finding", "measure", "layer", "epoch", "value", "threshold");
	}

	/** The losses belong to no finding. */
	@Override
	public Stream<List<?>> csvRows() {
		return Stream.concat(
				Stream.of(new Series("", "mean training loss", null, losses.epochs(), losses.training(), null),
						new Series("", "mean validation loss", null, losses.epochs(), losses.validation(), null)),
				evidence())
			.flatMap(Series::rows);
	}

}
