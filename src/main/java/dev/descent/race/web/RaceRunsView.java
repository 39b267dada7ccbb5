package dev.descent.race.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

import com.fasterxml.jackson.annotation.JsonIgnore;
import dev.descent.figure.CsvTable;
import dev.descent.figure.Figure;
import dev.descent.figure.Illustrated;
import dev.descent.race.RaceRecord;
import dev.descent.training.web.Numbers;
import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

@Schema(name = "RaceRuns", description = "All runs of a race that have ended.")
record RaceRunsView(
		@Schema(description = "The loss that was to be reached; null if there is none yet.",
				example = "0.4") @Nullable Double target,
		@Schema(description = "Those of the race itself first, then those of the tuning; by variant and seed.") List<RaceRunView> runs,
		@JsonIgnore @Schema(hidden = true) RaceRecord record) implements CsvTable, Illustrated {

	static RaceRunsView of(RaceRecord record) {
		return new RaceRunsView(Numbers.orNull(record.target().loss()),
				Stream.concat(record.runs().stream(), record.tried().stream())
					.map((run) -> RaceRunView.of(record, run))
					.toList(),
				record);
	}

	@Override
	public Figure figure() {
		return ParallelCoordinates.of(record);
	}

	@Override
	public List<String> csvHeader() {
		var header = new ArrayList<>(List.of("variant"));
		record.specification().axes().forEach((axis) -> header.add(axis.field()));
		header.addAll(List.of("seed", "rate", "job", "state", "stop_reason", "counts", "shared", "changed", "score",
				"epochs", "gradient_evaluations", "seconds", "train_loss", "lowest_train_loss", "validation_loss",
				"lowest_validation_loss", "train_metric", "validation_metric", "cost_to_target", "epochs_to_target",
				"start"));
		return header;
	}

	@Override
	public Stream<List<?>> csvRows() {
		return runs.stream().map((run) -> {
			var row = new ArrayList<@Nullable Object>();
			row.add(run.variant());
			row.addAll(run.point().values());
			row.add(run.seed());
			row.add(run.rate());
			row.add(run.job());
			row.add(lower(run.state()));
			row.add(lower(run.stopReason()));
			row.add(run.counts());
			row.add(run.shared());
			row.add(run.changed());
			row.add(run.score());
			row.add(run.epochs());
			row.add(run.gradientEvaluations());
			row.add(run.seconds());
			row.add(run.trainLoss());
			row.add(run.lowestTrainLoss());
			row.add(run.validationLoss());
			row.add(run.lowestValidationLoss());
			row.add(run.trainMetric());
			row.add(run.validationMetric());
			row.add(run.costToTarget());
			row.add(run.epochsToTarget());
			row.add(run.start());
			return row;
		});
	}

	private static @Nullable String lower(@Nullable Enum<?> constant) {
		return (constant != null) ? constant.name().toLowerCase(Locale.ROOT) : null;
	}

}
