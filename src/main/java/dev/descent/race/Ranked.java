package dev.descent.race;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;

/**
 * Groups of variants, the one with the best variant first, as many as can be shown.
 *
 * @param left names of those beyond
 */
record Ranked(List<Factors.Group> shown, List<String> left) {

	static Ranked of(RaceRecord record, List<Factors.Group> groups, int most) {
		var places = new HashMap<Integer, Integer>();
		Performance.bestFirst(record).forEach((v) -> places.put(v, places.size()));
		var ranked = groups.stream()
			.sorted(Comparator
				.comparingInt((group) -> group.variants().stream().mapToInt(places::get).min().orElseThrow()))
			.toList();
		return new Ranked(ranked.stream().limit(most).toList(),
				ranked.stream().skip(most).map(Factors.Group::name).toList());
	}

}
