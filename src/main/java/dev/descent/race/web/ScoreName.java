package dev.descent.race.web;

import java.util.Locale;

import dev.descent.race.specification.RaceSpecification;

/** Says by what the variants of a race are judged. */
final class ScoreName {

	private ScoreName() {
	}

	static String of(RaceSpecification race) {
		String loss = race.part().name().toLowerCase(Locale.ROOT) + " loss";
		return switch (race.criterion()) {
			case FINAL_LOSS -> "final " + loss;
			case LOWEST_LOSS -> "lowest " + loss;
			case COST_TO_TARGET -> "gradient evaluations to the target";
		};
	}

}
