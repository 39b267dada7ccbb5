package dev.descent.training;

import java.util.EnumSet;
import java.util.Set;

import dev.descent.problem.ConflictException;

import static dev.descent.training.JobState.CANCELLED;
import static dev.descent.training.JobState.DIVERGED;
import static dev.descent.training.JobState.FAILED;
import static dev.descent.training.JobState.PAUSED;
import static dev.descent.training.JobState.QUEUED;
import static dev.descent.training.JobState.RUNNING;
import static dev.descent.training.JobState.SUCCEEDED;

/** What can be asked of a job. */
public enum Verb {

	PAUSE("paused"), RESUME("resumed"), STEP("stepped"), CANCEL("cancelled"), AMEND("changed"),

	EDIT_WEIGHTS("edited by hand"), CONTINUE("continued"), FORK("forked"), RERUN("run again"), DELETE("deleted");

	private final String participle;

	Verb(String participle) {
		this.participle = participle;
	}

	/** The states in which it can be asked. */
	public Set<JobState> states() {
		return switch (this) {
			case PAUSE -> EnumSet.of(QUEUED, RUNNING);
			case RESUME, STEP, EDIT_WEIGHTS -> EnumSet.of(PAUSED);
			case CANCEL, AMEND -> EnumSet.of(QUEUED, RUNNING, PAUSED);
			case CONTINUE -> EnumSet.of(SUCCEEDED, CANCELLED);
			case FORK, RERUN -> EnumSet.allOf(JobState.class);
			case DELETE -> EnumSet.of(SUCCEEDED, FAILED, CANCELLED, DIVERGED);
		};
	}

	/**
	 * Refuses where the state does not allow it.
	 * @throws ConflictException saying why
	 */
	public void requireAllowedIn(JobState state) {
		if (!states().contains(state)) {
			throw new ConflictException(why(state));
		}
	}

	private String why(JobState state) {
		if (this == DELETE) {
			return "The job has not ended; cancel it before you delete it.";
		}
		if (state.isFinal() && states().stream().noneMatch(JobState::isFinal)) {
			return "The job has ended already; it cannot be " + participle + ".";
		}
		return "The job is " + state.jsonName() + " and cannot be " + participle + "; it must be "
				+ JobState.list(states()) + ".";
	}

}
