package dev.descent.race;

import java.time.Duration;
import java.util.List;

/**
 * What a race would be and take.
 *
 * @param distinctRuns runs that are unlike all others, so that they have to be trained
 * @param updates of all of them
 * @param time of training on all processors, without waiting
 * @param isGuess whether nothing like it has been trained yet
 */
public record RaceEstimate(RacePlan plan, long distinctRuns, long updates, Duration time, boolean isGuess,
		List<Condition> fairness) {
}
