package dev.descent.race.web;

import java.util.LinkedHashMap;
import java.util.Map;

import dev.descent.race.Factor;
import dev.descent.race.Factors;
import dev.descent.race.RaceId;
import dev.descent.race.RacePlan;

/** Where a race and its results are. */
final class RaceLinks {

	static final String RACES = "/api/v1/races";

	private RaceLinks() {
	}

	static String self(RaceId id) {
		return RACES + "/" + id;
	}

	/** What has no meaning for a race is not linked. */
	static Map<String, String> of(RaceId id, RacePlan plan) {
		var links = new LinkedHashMap<String, String>();
		links.put("self", self(id));
		links.put("document", self(id) + "/document");
		links.put("events", self(id) + "/events");
		links.put("leaderboard", self(id) + "/leaderboard");
		links.put("curves", self(id) + "/curves");
		links.put("runs", self(id) + "/runs");
		links.put("population", self(id) + "/population");
		if (plan.variants().size() > 1) {
			links.put("lossSurface", self(id) + "/loss-surface");
		}
		var factors = Factors.of(plan);
		if (factors.axes().stream().anyMatch(Factor::isNumeric)) {
			links.put("sensitivity", self(id) + "/sensitivity");
		}
		if (factors.isMappable()) {
			links.put("stability", self(id) + "/stability");
		}
		return links;
	}

}
