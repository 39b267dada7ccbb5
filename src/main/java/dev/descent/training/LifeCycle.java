package dev.descent.training;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;

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
	private volatile Past past;

	private final CompletableFuture<@Nullable Void> finished = new CompletableFuture<>();

	/** Those who wait for the next transition, told apart by identity. */
	private final Set<CompletableFuture<@Nullable Void>> waiting = Collections.newSetFromMap(new IdentityHashMap<>());

	/**
	 * What has been.
	 *
	 * @param ran how long it was running, before the present state
	 */
	private record Past(List<Transition> transitions, Duration ran) {

		Transition present() {
			return transitions.getLast();
		}

		Duration ranUntil(Instant now) {
			return (present().state() == JobState.RUNNING) ? ran.plus(Duration.between(present().at(), now)) : ran;
		}

		Past and(Transition next) {
			var extended = new ArrayList<>(transitions);
			extended.add(next);
			return new Past(List.copyOf(extended), ranUntil(next.at()));
		}

	}

	/** Queued. */
	public LifeCycle(Instant createdAt) {
		this.past = new Past(List.of(new Transition(JobState.QUEUED, createdAt)), Duration.ZERO);
	}

	public JobState state() {
		return past.present().state();
	}

	/** All states so far, the present one last. */
	public List<Transition> transitions() {
		return past.transitions();
	}

	public Instant createdAt() {
		return transitions().getFirst().at();
	}

	/** When the present state began. */
	public Instant since() {
		return past.present().at();
	}

	/** How long it has been running, all times taken together. */
	public Duration ranUntil(Instant now) {
		return past.ranUntil(now);
	}

	/**
	 * Completes when there are more transitions than somebody has seen, or when no more
	 * will come. Who does not want to wait any longer cancels it, and leaves nothing
	 * behind.
	 */
	public CompletableFuture<@Nullable Void> after(int seen) {
		var change = new CompletableFuture<@Nullable Void>();
		synchronized (this) {
			if (transitions().size() > seen || state().isFinal()) {
				change.complete(null);
				return change;
			}
			waiting.add(change);
		}
		var _ = change.whenComplete((_, _) -> forget(change));
		return change;
	}

	/** Completes when the final state has come. */
	public CompletableFuture<@Nullable Void> finished() {
		return finished.copy();
	}

	@SuppressWarnings("UndefinedEquals") // identity is meant
	private synchronized void forget(CompletableFuture<@Nullable Void> change) {
		waiting.remove(change);
	}

	/** How many wait for the next transition. */
	synchronized int waiting() {
		return waiting.size();
	}

	/** Goes on to another state, or refuses where the present one does not allow it. */
	public void become(JobState next, Instant at) {
		become(next, at, null);
	}

	/**
	 * Goes on to another state.
	 * @param breakpoint that was hit, if any
	 */
	void become(JobState next, Instant at, @Nullable String breakpoint) {
		List<CompletableFuture<@Nullable Void>> told;
		synchronized (this) {
			if (!state().next().contains(next)) {
				throw new ConflictException(
						"The job is " + state().jsonName() + " and cannot become " + next.jsonName() + ".");
			}
			past = past.and(new Transition(next, at, breakpoint));
			told = List.copyOf(waiting);
			waiting.clear();
		}
		told.forEach((change) -> change.complete(null));
		if (next.isFinal()) {
			finished.complete(null);
		}
	}

}
