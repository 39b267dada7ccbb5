package dev.descent.training;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

import dev.descent.problem.ConflictException;
import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * The states a job has been in. A transition is checked and made in one step, so two
 * callers cannot both win.
 */
public final class LifeCycle {

	@Schema(description = "When a job came into a state.")
	public record Transition(@Schema(description = "The state.", example = "running") JobState state,
			@Schema(description = "Since when (UTC).", example = "2026-01-01T12:00:00Z") Instant at,
			@Schema(description = "The condition of the breakpoint that hit; null if there was none.",
					example = "null") @Nullable String breakpoint) {

		Transition(JobState state, Instant at) {
			this(state, at, null);
		}

	}

	/** Replaced as a whole, so that it can be read without a lock. */
	private volatile List<Transition> transitions;

	LifeCycle(Instant createdAt) {
		this.transitions = List.of(new Transition(JobState.QUEUED, createdAt));
	}

	public JobState state() {
		return transitions.getLast().state();
	}

	/** All states so far, the present one last. */
	public List<Transition> transitions() {
		return transitions;
	}

	public Instant createdAt() {
		return transitions.getFirst().at();
	}

	/** When the present state began. */
	public Instant since() {
		return transitions.getLast().at();
	}

	/** Goes on to another state, or refuses where the present one does not allow it. */
	void become(JobState next, Instant at) {
		become(next, at, null);
	}

	/**
	 * Goes on to another state.
	 * @param breakpoint that was hit, if any
	 */
	synchronized void become(JobState next, Instant at, @Nullable String breakpoint) {
		if (!state().next().contains(next)) {
			throw new ConflictException(
					"The job is " + state().jsonName() + " and cannot become " + next.jsonName() + ".");
		}
		var extended = new ArrayList<>(transitions);
		extended.add(new Transition(next, at, breakpoint));
		transitions = List.copyOf(extended);
	}

}
