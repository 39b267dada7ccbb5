package dev.descent.training;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import dev.descent.engine.training.StopReason;
import dev.descent.engine.training.TrainingRun;
import dev.descent.training.specification.Amendment;
import dev.descent.training.specification.JobDescription;
import dev.descent.training.specification.TrainingJobSpecification;

/**
 * What a job is to do from its beginning to its end: the specification it starts with,
 * and what is amended on the way. Immutable; two runs of one course are identical to the
 * last bit.
 */
final class Course {

	/** Of an amendment. */
	private static final long BYTES = 1_500;

	/** Of a weight that was set by hand. */
	private static final long BYTES_AN_EDIT = 100;

	private final List<Phase> phases;

	/**
	 * A stretch of the run.
	 *
	 * @param opening the amendment it begins with; the first has none that says anything
	 * @param specification in force, resolved, without amendments
	 */
	record Phase(Amendment opening, TrainingJobSpecification specification) {

		boolean beginsAt(TrainingRun run) {
			var state = run.state();
			return state.step() == opening.step() && (opening.beforeEvaluation() || !state.evaluationDue())
					&& state.stopReason() != StopReason.DIVERGED;
		}

	}

	private Course(List<Phase> phases) {
		this.phases = List.copyOf(phases);
	}

	/** A course without amendments. */
	static Course of(TrainingJobSpecification resolved) {
		return new Course(List.of(new Phase(new Amendment(0L, false, Map.of(), List.of()), resolved.with(List.of()))));
	}

	/**
	 * The same course with one more phase.
	 * @param inForce the specification from then on, resolved
	 */
	Course amended(Amendment amendment, TrainingJobSpecification inForce) {
		var longer = new ArrayList<>(phases);
		longer.add(new Phase(amendment, inForce));
		return new Course(longer);
	}

	/** The phases up to one, it included. */
	Course upTo(int phase) {
		return new Course(phases.subList(0, phase + 1));
	}

	/** The same course under another description. */
	Course described(JobDescription description) {
		return new Course(phases.stream()
			.map((phase) -> new Phase(phase.opening(), phase.specification().described(description)))
			.toList());
	}

	/** From 0. */
	Phase phase(int index) {
		return phases.get(index);
	}

	int length() {
		return phases.size();
	}

	/** The phase that is in force just before the next update after so many. */
	int phaseAfter(long step) {
		int phase = 0;
		while (phase + 1 < phases.size() && phases.get(phase + 1).opening().step() <= step) {
			phase++;
		}
		return phase;
	}

	/** What is in force at the end. */
	TrainingJobSpecification inForce() {
		return phases.getLast().specification();
	}

	/** Where the last amendment was made. */
	long lastStep() {
		return phases.getLast().opening().step();
	}

	/** The memory of what was amended, about. */
	long bytes() {
		return phases.stream()
			.skip(1)
			.mapToLong((phase) -> BYTES + BYTES_AN_EDIT * phase.opening().weights().size())
			.sum();
	}

	/** All of it as one specification. */
	TrainingJobSpecification document() {
		return phases.getFirst().specification().with(phases.stream().skip(1).map(Phase::opening).toList());
	}

}
