package dev.descent.race;

import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

import dev.descent.race.statistics.Comparisons;
import org.jspecify.annotations.Nullable;

/**
 * Which variant is better, as far as that can be told.
 *
 * @param standings by their median scores, the lowest first
 * @param comparisons each variant with each, by their numbers; null where there is one
 * seed only, one variant only, or so many that the best would be best by chance
 */
public record Leaderboard(RaceRecord record, List<Standing> standings, @Nullable Comparisons comparisons) {

	/** Beyond that, the correction for so many pairs leaves nothing to be seen. */
	static final int MOST_COMPARED = 20;

	private static final Comparator<Standing> BEST_FIRST = Comparator
		.comparingDouble((Standing standing) -> orLast(standing.score().median()))
		.thenComparingDouble((standing) -> orLast(standing.score().lower()))
		.thenComparingDouble((standing) -> orLast(standing.score().upper()))
		.thenComparingInt(Standing::variant);

	private static double orLast(double score) {
		return Double.isNaN(score) ? Double.POSITIVE_INFINITY : score;
	}

	public static Leaderboard of(RaceRecord record) {
		int variants = record.variants().size();
		boolean compared = variants > 1 && variants <= MOST_COMPARED
				&& record.numbers().allMatch((v) -> record.scores(v).length > 1);
		var comparisons = compared ? Comparisons.of(record.numbers().mapToObj(record::scores).toList(),
				record.specification().significance()) : null;
		var standings = IntStream.range(0, variants)
			.mapToObj((v) -> Standing.of(record, v, (comparisons != null) ? comparisons.rank(v) : null))
			.sorted(BEST_FIRST)
			.toList();
		return new Leaderboard(record, standings, comparisons);
	}

	/** What a variant is called. */
	public String name(int variant) {
		return record.variants().get(variant).name();
	}

}
