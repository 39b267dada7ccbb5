package dev.descent.training;

import java.time.Duration;

import dev.descent.engine.training.StopReason;
import org.jspecify.annotations.Nullable;

/** What a job does, in small units; touched by one thread at a time. */
interface Work {

	/** Makes ready, before the first unit. */
	void begin();

	/** Does up to this many units; fewer if nothing is left to do. */
	void advance(int units);

	/** Why there is nothing left to do; null as long as there is something. */
	@Nullable StopReason stopReason();

	/** Samples whose gradient was taken so far; what looks on does not count. */
	default long samples() {
		return 0;
	}

	/** After how much time of work to end it, waiting not counted. */
	Duration timeLimit();

	/** Whether it wants to stand still before the next unit. */
	default boolean isHeld() {
		return false;
	}

	/** Is told that it stands still because it wanted to. */
	default void paused() {
	}

	/** The condition of the breakpoint that holds it, if one does. */
	default @Nullable String heldBy() {
		return null;
	}

	/**
	 * Is told that no further unit comes, because it has finished or for a reason from
	 * elsewhere; perhaps before it has begun. After an error its state means nothing.
	 */
	void end(StopReason reason);

}
