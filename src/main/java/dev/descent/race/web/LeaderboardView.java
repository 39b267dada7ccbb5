package dev.descent.race.web;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import dev.descent.figure.Axis;
import dev.descent.figure.CsvTable;
import dev.descent.figure.Figure;
import dev.descent.figure.Illustrated;
import dev.descent.figure.Mark;
import dev.descent.insight.surface.Part;
import dev.descent.race.Condition;
import dev.descent.race.Leaderboard;
import dev.descent.race.RaceReport;
import dev.descent.race.Standing;
import dev.descent.race.specification.Criterion;
import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

@Schema(name = "Leaderboard", description = "How the variants did, and which of them can be told apart.")
record LeaderboardView(@Schema(description = "What they are judged by.", example = "final_loss") Criterion criterion,
		@Schema(description = "Over which samples the loss is taken.", example = "training") Part part,
		@Schema(description = "Seeds of the race.", example = "5") int seeds,
		@Schema(description = "The loss that was to be reached; null if there is none.") @Nullable Target target,
		@Schema(description = "The variants by their median scores, the lowest first.") List<Entry> entries,
		@Schema(description = "Each variant against each; empty where nothing can be told (see the verdict).") List<Pair> comparisons,
		@Schema(description = "What the race has shown, in sentences; empty before it has ended.",
				example = "[\"adam is better than sgd (p = 0.0079, 5 seeds).\"]") List<String> verdict,
		@Schema(description = "What was equal for all variants, and what was not.") List<Condition> fairness)
		implements
			CsvTable,
			Illustrated {

	@Schema(name = "RaceTarget", description = "The loss that is to be reached.")
	record Target(@Schema(description = "The loss.", example = "0.25") double loss, @Schema(
			description = "Whether the race was told it; else it is the lowest to which every variant came in half of its runs.",
			example = "false") boolean given) {
	}

	@Schema(name = "LeaderboardEntry",
			description = "How a variant did, over its runs that count: those that ended by themselves.")
	record Entry(@Schema(description = "The variant.", example = "adam learningRate=0.1") String variant, @Schema(
			description = "One more than how many variants are significantly better, so that those that cannot be told apart share a rank; null if nothing can be told.",
			example = "1") @Nullable Integer rank, @Schema(description = "Runs that count.", example = "5") int runs,
			@Schema(description = "Runs that do not: cancelled, failed, changed on their way, or not ended.",
					example = "0") int left,
			@Schema(description = "What it is judged by; lower is better. Diverged runs count as infinite.") QuartilesView score,
			@Schema(description = "Training loss at the end.") QuartilesView trainLoss,
			@Schema(description = "Validation loss at the end.") QuartilesView validationLoss,
			@Schema(description = "Accuracy or share of explained variation of the training samples at the end.") QuartilesView trainMetric,
			@Schema(description = "The same of the validation samples.") QuartilesView validationMetric,
			@Schema(description = "Runs that came down to the target.") ProportionView reached,
			@Schema(description = "Gradient evaluations over the whole training data until then; null for those that never did.") QuartilesView costToTarget,
			@Schema(description = "Epochs until then.") QuartilesView epochsToTarget,
			@Schema(description = "Runs that diverged.") ProportionView diverged,
			@Schema(description = "Seconds of training.") QuartilesView seconds) {

		static Entry of(Leaderboard board, Standing standing) {
			return new Entry(board.name(standing.variant()), standing.rank(), standing.runs(), standing.left(),
					QuartilesView.of(standing.score()), QuartilesView.of(standing.trainLoss()),
					QuartilesView.of(standing.validationLoss()), QuartilesView.of(standing.trainMetric()),
					QuartilesView.of(standing.validationMetric()), ProportionView.of(standing.reached()),
					QuartilesView.of(standing.cost()), QuartilesView.of(standing.epochs()),
					ProportionView.of(standing.diverged()), QuartilesView.of(standing.seconds()));
		}

	}

	@Schema(name = "VariantComparison", description = "Two variants compared (Mann and Whitney, 1947, two-sided).")
	record Pair(@Schema(description = "The one.", example = "adam learningRate=0.1") String first,
			@Schema(description = "The other.", example = "sgd learningRate=0.1") String second,
			@Schema(description = "How often a run of the first has a higher score than one of the second; ties count half.",
					example = "0") double u,
			@Schema(description = "The chance of such a difference, or a greater one, between equals.",
					example = "0.0079") double p,
			@Schema(description = "The same, adjusted for the number of pairs (Holm, 1979).",
					example = "0.0317") double adjustedP,
			@Schema(description = "Whether they can be told apart at the level of the race.",
					example = "true") boolean different,
			@Schema(description = "The one with the lower scores, if they can be told apart.",
					example = "adam learningRate=0.1") @Nullable String better) {
	}

	static LeaderboardView of(RaceReport report) {
		var board = report.board();
		var record = board.record();
		var specification = record.specification();
		var target = record.target();
		return new LeaderboardView(specification.criterion(), specification.part(), specification.seeds(),
				target.isKnown() ? new Target(target.loss(), target.given()) : null,
				board.standings().stream().map((standing) -> Entry.of(board, standing)).toList(), pairs(board),
				report.verdict(), report.fairness());
	}

	private static List<Pair> pairs(Leaderboard board) {
		var comparisons = board.comparisons();
		if (comparisons == null) {
			return List.of();
		}
		return comparisons.pairs().stream().map((pair) -> {
			int first = pair.first();
			int second = pair.second();
			boolean different = comparisons.areDifferent(first, second);
			return new Pair(board.name(first), board.name(second), pair.test().u(), pair.test().p(), pair.adjusted(),
					different, different ? board.name(comparisons.isBetter(first, second) ? first : second) : null);
		}).toList();
	}

	/** Bars of the medians, with the quartiles across them. */
	@Override
	public Figure figure() {
		var names = entries.stream()
			.map((entry) -> ((entry.rank() != null) ? entry.rank() + ". " : "") + entry.variant())
			.toList();
		double[] heights = entries.stream().mapToDouble((entry) -> orNaN(entry.score().median())).toArray();
		double[] edges = IntStream.rangeClosed(0, heights.length).mapToDouble((i) -> i - 0.5).toArray();
		double[] x = new double[3 * heights.length];
		double[] y = new double[3 * heights.length];
		Arrays.fill(x, Double.NaN);
		Arrays.fill(y, Double.NaN);
		for (int i = 0; i < heights.length; i++) {
			x[3 * i] = i;
			x[3 * i + 1] = i;
			y[3 * i] = orNaN(entries.get(i).score().lower());
			y[3 * i + 1] = orNaN(entries.get(i).score().upper());
		}
		return Figure.of("Leaderboard, %d seeds".formatted(seeds), Axis.of("", names), Axis.linear(measure()), List
			.of(new Mark.Bars("median", edges, heights, 0), new Mark.Line("lower to upper quartile", x, y, 1, false)));
	}

	private String measure() {
		String loss = part.name().toLowerCase(Locale.ROOT) + " loss";
		return switch (criterion) {
			case FINAL_LOSS -> loss + " at the end";
			case LOWEST_LOSS -> "lowest " + loss;
			case COST_TO_TARGET -> "gradient evaluations to the target";
		};
	}

	private static double orNaN(@Nullable Double value) {
		return (value != null && Double.isFinite(value)) ? value : Double.NaN;
	}

	@Override
	public List<String> csvHeader() {
		return List.of("variant", "rank", "runs", "score_lower", "score_median", "score_upper", "train_loss_median",
				"validation_loss_median", "train_metric_median", "validation_metric_median", "reached", "reached_low",
				"reached_high", "cost_to_target_median", "epochs_to_target_median", "diverged", "seconds_median");
	}

	@Override
	public Stream<List<?>> csvRows() {
		return entries.stream()
			.map((entry) -> Arrays.asList(entry.variant(), entry.rank(), entry.runs(), entry.score().lower(),
					entry.score().median(), entry.score().upper(), entry.trainLoss().median(),
					entry.validationLoss().median(), entry.trainMetric().median(), entry.validationMetric().median(),
					entry.reached().count(), entry.reached().low(), entry.reached().high(),
					entry.costToTarget().median(), entry.epochsToTarget().median(), entry.diverged().count(),
					entry.seconds().median()));
	}

}
