package dev.descent.race;

import java.util.List;

import dev.descent.training.JobState;

/**
 * What a race has shown so far.
 *
 * @param verdict in sentences; empty before the race has ended
 * @param fairness what was equal for all variants and what was not
 */
public record RaceReport(Leaderboard board, List<String> verdict, List<Condition> fairness) {

	static RaceReport of(Race race, JobState state) {
		var record = RaceRecord.of(race);
		var board = Leaderboard.of(record);
		return new RaceReport(board, state.isFinal() ? Verdict.of(board, state) : List.of(), Fairness.of(record));
	}

}
