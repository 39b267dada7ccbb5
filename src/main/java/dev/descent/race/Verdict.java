package dev.descent.race;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.function.Predicate;

import dev.descent.race.statistics.Comparisons;
import dev.descent.race.statistics.Proportion;
import dev.descent.training.JobState;

/** Says in sentences what a race has shown, and what it has not. */
public final class Verdict {

	/** So many seeds are enough to see a clear difference among a few variants. */
	private static final int USUAL_SEEDS = 10;

	private static final int MOST_NAMED = 6;

	private final Leaderboard board;

	private final RaceRecord record;

	private final List<String> sentences = new ArrayList<>();

	private Verdict(Leaderboard board) {
		this.board = board;
		this.record = board.record();
	}

	/** The sentences on a race that has ended. */
	public static List<String> of(Leaderboard board, JobState state) {
		var verdict = new Verdict(board);
		verdict.sayWhatIsMissing(state);
		verdict.sayWhoIsBetter();
		verdict.sayWhoReached();
		verdict.sayWhoDiverged();
		return List.copyOf(verdict.sentences);
	}

	private void sayWhatIsMissing(JobState state) {
		int planned = record.plan().raceRuns();
		int counted = board.standings().stream().mapToInt(Standing::runs).sum();
		if (state == JobState.CANCELLED) {
			sentences.add("The race was cancelled: %d of its %d runs count.".formatted(counted, planned));
		}
		else if (counted < planned) {
			sentences.add("%d of %d runs do not count, because they failed, were cancelled or were changed."
				.formatted(planned - counted, planned));
		}
	}

	private void sayWhoIsBetter() {
		int variants = record.variants().size();
		var comparisons = board.comparisons();
		if (variants == 1) {
			return;
		}
		if (record.specification().seeds() == 1) {
			sentences.add("One seed cannot tell which variant is better: the order may be chance. Race with %d seeds."
				.formatted(Math.max(USUAL_SEEDS, fewestSeeds(pairs(variants)))));
		}
		else if (variants > Leaderboard.MOST_COMPARED) {
			sentences.add(
					"%d variants are too many to be tested in pairs, so their order may be chance: race the best few of them with seeds that they have not had."
						.formatted(variants));
		}
		else if (comparisons == null) {
			sentences.add("Too few runs count to tell which variant is better.");
		}
		else {
			compare(comparisons);
		}
	}

	private static int pairs(int variants) {
		return variants * (variants - 1) / 2;
	}

	/** How many seeds it takes that a difference can show at all. */
	private int fewestSeeds(int pairs) {
		int seeds = 2;
		while (pairs * Comparisons.smallestP(seeds, seeds) > record.specification().significance()) {
			seeds++;
		}
		return seeds;
	}

	private void compare(Comparisons comparisons) {
		int seeds = record.specification().seeds();
		int fewest = fewestSeeds(comparisons.pairs().size());
		if (seeds < fewest) {
			sentences.add("With %d seeds no difference can show at the %s level; it takes %d at least.".formatted(seeds,
					percent(comparisons.significance()), fewest));
		}
		var best = board.standings().stream().filter((standing) -> rank(standing) == 1).toList();
		var others = board.standings().stream().filter((standing) -> rank(standing) > 1).toList();
		if (best.size() > 1) {
			double smallest = comparisons.pairs()
				.stream()
				.filter((pair) -> isAmong(best, pair.first()) && isAmong(best, pair.second()))
				.mapToDouble((pair) -> pair.adjusted())
				.min()
				.orElse(1);
			String who = (best.size() <= MOST_NAMED) ? names(best)
					: "%d of the %d variants".formatted(best.size(), record.variants().size());
			sentences.add("%s cannot be told apart (%sp %s, %d seeds).".formatted(who,
					(best.size() > 2) ? "smallest " : "", p(smallest), seeds));
		}
		else if (!others.isEmpty()) {
			int winner = best.getFirst().variant();
			double largest = others.stream()
				.mapToDouble((standing) -> comparisons.between(winner, standing.variant()).adjusted())
				.max()
				.orElse(1);
			boolean all = others.stream().allMatch((standing) -> comparisons.isBetter(winner, standing.variant()));
			sentences.add(all
					? "%s is better than %s (%sp %s, %d seeds).".formatted(board.name(winner),
							(others.size() == 1) ? board.name(others.getFirst().variant()) : "all others",
							(others.size() > 1) ? "largest " : "", p(largest), seeds)
					: "Nothing is better than %s.".formatted(board.name(winner)));
			if (all) {
				return;
			}
		}
		others.stream().limit(MOST_NAMED).forEach((standing) -> sayWhatIsBetter(comparisons, standing, seeds));
	}

	private void sayWhatIsBetter(Comparisons comparisons, Standing standing, int seeds) {
		var better = board.standings()
			.stream()
			.filter((other) -> comparisons.isBetter(other.variant(), standing.variant()))
			.toList();
		double largest = better.stream()
			.mapToDouble((other) -> comparisons.between(other.variant(), standing.variant()).adjusted())
			.max()
			.orElse(1);
		sentences.add("%s is worse than %s (%sp %s, %d seeds).".formatted(board.name(standing.variant()), names(better),
				(better.size() > 1) ? "largest " : "", p(largest), seeds));
	}

	private static int rank(Standing standing) {
		return (standing.rank() != null) ? standing.rank() : 1;
	}

	private static boolean isAmong(List<Standing> standings, int variant) {
		return standings.stream().anyMatch((standing) -> standing.variant() == variant);
	}

	private String names(List<Standing> standings) {
		var names = standings.stream().map((standing) -> board.name(standing.variant())).toList();
		return (names.size() == 1) ? names.getFirst()
				: String.join(", ", names.subList(0, names.size() - 1)) + " and " + names.getLast();
	}

	private void sayWhoReached() {
		if (!record.target().isKnown()) {
			return;
		}
		String target = (record.target().given() ? "the target loss %s" : "the best common loss %s")
			.formatted(number(record.target().loss()));
		Predicate<Standing> tells = (standing) -> record.target().given()
				|| standing.reached().count() < standing.runs();
		sayOfEach(board.standings().stream().filter((standing) -> standing.runs() > 0 && tells.test(standing)).toList(),
				(standing) -> "reached %s in %s.".formatted(target, of(standing.reached())));
	}

	private void sayWhoDiverged() {
		sayOfEach(board.standings().stream().filter((standing) -> standing.diverged().count() > 0).toList(),
				(standing) -> "diverged in %s.".formatted(of(standing.diverged())));
	}

	/** Of so many that it can be read. */
	private void sayOfEach(List<Standing> standings, Function<Standing, String> what) {
		standings.stream()
			.limit(MOST_NAMED)
			.forEach((standing) -> sentences.add(board.name(standing.variant()) + " " + what.apply(standing)));
		if (standings.size() > MOST_NAMED) {
			sentences.add("The leaderboard tells the same of %d more.".formatted(standings.size() - MOST_NAMED));
		}
	}

	/** With its 95 % interval. */
	private static String of(Proportion share) {
		return "%d of %d runs (95 %% interval %s to %s)".formatted(share.count(), share.of(), percent(share.low()),
				percent(share.high()));
	}

	private static String percent(double share) {
		return number(100 * share) + " %";
	}

	/** To two digits; what is very small is told as such. */
	private static String p(double p) {
		return (p < 0.0001) ? "< 0.0001" : "= " + number(p, 2);
	}

	private static String number(double value) {
		return number(value, 3);
	}

	/** To so many digits, without zeros at the end. */
	private static String number(double value, int digits) {
		var rounded = new BigDecimal(value).round(new MathContext(digits)).stripTrailingZeros();
		return (Math.abs(value) >= 1e-4 && Math.abs(value) < 1e6) ? rounded.toPlainString() : rounded.toString();
	}

}
