package dev.descent.race.web;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import com.fasterxml.jackson.annotation.JsonIgnore;
import dev.descent.figure.Axis;
import dev.descent.figure.CsvTable;
import dev.descent.figure.Figure;
import dev.descent.figure.Illustrated;
import dev.descent.figure.Mark;
import dev.descent.figure.Panel;
import dev.descent.insight.surface.Part;
import dev.descent.race.LossHistogram;
import dev.descent.race.Population;
import dev.descent.race.RaceRun;
import dev.descent.race.statistics.Proportion;
import dev.descent.training.TrainingJobId;
import dev.descent.training.web.JobLinks;
import dev.descent.training.web.Numbers;
import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

@Schema(name = "RacePopulation",
		description = "How the runs of one variant came out, which differ in their seeds only.")
record PopulationView(@Schema(description = "The variant.", example = "adam learningRate=0.1") String variant,
		@Schema(description = "The loss that was to be reached; null if there is none yet.",
				example = "0.4") @Nullable Double target,
		@Schema(description = "Over which samples the loss is taken.", example = "training") Part part,
		@Schema(description = "How many runs count.", example = "5") int runs,
		@Schema(description = "How many reached the target.") ProportionView reached,
		@Schema(description = "How many diverged.") ProportionView diverged,
		@Schema(description = "Gradients over the whole training data until the target; infinite for runs that never reached it.") QuartilesView cost,
		@Schema(description = "Epochs until then.") QuartilesView epochs,
		@Schema(description = "The final losses; infinite for runs that diverged.") QuartilesView finalLoss,
		@Schema(description = "Runs to look at.") Runs examples,
		@Schema(description = "How the final losses of the runs that did not diverge are spread.") Losses finalLosses,
		@Schema(description = "The share that had reached the target, against the cost.") Reach reachedAtCost,
		@JsonIgnore Population population) implements CsvTable, Illustrated {

	@Schema(name = "PopulationExamples", description = "Runs to look at; null where there is none.")
	record Runs(@Schema(description = "Reached the target at the lowest cost.") @Nullable Run fastest,
			@Schema(description = "Reached it at the highest cost.") @Nullable Run slowest,
			@Schema(description = "Is in the middle of all by its final loss.") @Nullable Run median,
			@Schema(description = "Has the highest final loss of those that neither reached the target nor diverged.") @Nullable Run stuck,
			@Schema(description = "Is the first that diverged.") @Nullable Run diverged) {

		private static Runs of(Population population) {
			return new Runs(Run.of(population, population.fastest()), Run.of(population, population.slowest()),
					Run.of(population, population.median()), Run.of(population, population.stuck()),
					Run.of(population, population.firstDiverged()));
		}

	}

	@Schema(name = "PopulationRun", description = "One run.")
	record Run(@Schema(description = "Its seed.", example = "42") long seed,
			@Schema(description = "Its job.", example = "example") @Nullable TrainingJobId job,
			@Schema(description = "Where that is, as long as it is kept.",
					example = "/api/v1/training-jobs/example") @Nullable String link,
			@Schema(description = "Its final loss; null if it diverged.", example = "0.23") @Nullable Double finalLoss,
			@Schema(description = "Gradients over the whole training data until it came to the target; null if it never did.",
					example = "400") @Nullable Double cost) {

		private static @Nullable Run of(Population population, @Nullable RaceRun run) {
			if (run == null) {
				return null;
			}
			var target = population.target();
			return new Run(run.seed(), run.job(), (run.job() != null) ? JobLinks.self(run.job()) : null,
					Numbers.orNull(run.finalLoss(population.part())),
					target.isKnown() ? Numbers.orNull(run.costTo(population.part(), target.loss())) : null);
		}

	}

	@SuppressWarnings("ArrayRecordComponent") // written out, never compared
	@Schema(name = "PopulationLosses", description = "How many losses are in each bin.")
	record Losses(@Schema(
			description = "Whether the bins are of equal ratios, which they are where the losses span more than a factor of 100.",
			example = "false") boolean logarithmic,
			@Schema(description = "Where the bins begin and end, one more than counts.",
					example = "[0.2, 0.3, 0.4]") double[] edges,
			@Schema(description = "How many losses are in each; the last one has the largest too.",
					example = "[3, 2]") int[] counts) {

		private static Losses of(LossHistogram histogram) {
			return new Losses(histogram.logarithmic(), histogram.edges(), histogram.counts());
		}

		private Panel panel(String loss) {
			double[] places = Arrays.stream(edges).map((edge) -> logarithmic ? Math.log10(edge) : edge).toArray();
			double[] heights = Arrays.stream(counts).asDoubleStream().toArray();
			return new Panel("Final losses", Axis.linear(logarithmic ? "log10 of the " + loss : loss),
					Axis.linear("runs"),
					(counts.length > 0) ? List.of(new Mark.Bars("", places, heights, 0)) : List.of());
		}

	}

	@SuppressWarnings("ArrayRecordComponent") // written out, never compared
	@Schema(name = "PopulationReach",
			description = "A step for each run that reached the target: from this cost on, so many had. With 95 % intervals (Wilson, 1927).")
	record Reach(
			@Schema(description = "Gradients over the whole training data, ascending.",
					example = "[0, 400]") double[] cost,
			@Schema(description = "The share of the runs that had reached the target.",
					example = "[0, 0.2]") double[] share,
			@Schema(description = "The lower end of its interval.", example = "[0, 0.0362]") double[] low,
			@Schema(description = "The upper end.", example = "[0.4345, 0.6245]") double[] high) {

		private static Reach of(List<Population.Reached> steps) {
			return new Reach(steps.stream().mapToDouble(Population.Reached::cost).toArray(),
					column(steps, Proportion::share), column(steps, Proportion::low), column(steps, Proportion::high));
		}

		private static double[] column(List<Population.Reached> steps, ToDoubleFunction<Proportion> number) {
			return steps.stream().mapToDouble((step) -> number.applyAsDouble(step.share())).toArray();
		}

		private Panel panel(double end) {
			double[] x = stairs(cost, end, 1);
			var marks = new ArrayList<Mark>();
			if (x.length > 0) {
				marks.add(new Mark.Band("", x, stairs(low, 0, 0), stairs(high, 0, 0), 0));
				marks.add(new Mark.Line("", x, stairs(share, 0, 0), 0, false));
			}
			return new Panel("Reached the target", Axis.linear("gradient evaluations"),
					Axis.linear("share of the runs"), marks);
		}

		/** Each number twice, the places shifted by one. */
		private static double[] stairs(double[] values, double end, int shift) {
			return IntStream.range(0, 2 * values.length)
				.map((i) -> (i + shift) / 2)
				.mapToDouble((i) -> (i < values.length) ? values[i] : end)
				.toArray();
		}

	}

	static PopulationView of(String variant, Population population) {
		return new PopulationView(variant, Numbers.orNull(population.target().loss()), population.part(),
				population.runs().size(), ProportionView.of(population.reached()),
				ProportionView.of(population.diverged()), QuartilesView.of(population.cost()),
				QuartilesView.of(population.epochs()), QuartilesView.of(population.finalLoss()), Runs.of(population),
				Losses.of(population.finalLosses()), Reach.of(population.reachedAtCost()), population);
	}

	@Override
	public Figure figure() {
		return new Figure(runs + " runs of " + variant, List.of(reachedAtCost.panel(population.longest()),
				finalLosses.panel(part.name().toLowerCase(Locale.ROOT) + " loss")));
	}

	@Override
	public List<String> csvHeader() {
		return List.of("cost", "share", "low", "high");
	}

	@Override
	public Stream<List<?>> csvRows() {
		return IntStream.range(0, reachedAtCost.cost().length)
			.mapToObj((i) -> List.of(reachedAtCost.cost()[i], reachedAtCost.share()[i], reachedAtCost.low()[i],
					reachedAtCost.high()[i]));
	}

}
