package dev.descent.race;

import java.util.Collections;
import java.util.Map;
import java.util.WeakHashMap;

import org.springframework.stereotype.Component;

/** Judges races; one that has ended is judged once. */
@Component
public class RaceReports {

	private final Map<Race, RaceReport> ended = Collections.synchronizedMap(new WeakHashMap<>());

	public RaceReport of(Race race) {
		var known = ended.get(race);
		if (known != null) {
			return known;
		}
		var state = race.state();
		var report = RaceReport.of(race, state);
		if (state.isFinal()) {
			ended.put(race, report);
		}
		return report;
	}

}
