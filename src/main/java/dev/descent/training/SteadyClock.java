package dev.descent.training;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.function.LongSupplier;

/**
 * Goes on from the time that another clock showed at the start, and never jumps: if the
 * clock of the machine is set forward or back, no result is gone too early, and nothing
 * happens before what came before it.
 */
final class SteadyClock extends Clock {

	private final Clock start;

	private final Instant began;

	private final long beganAt;

	private final LongSupplier ticker;

	/**
	 * @param start is looked at once
	 * @param ticker nanoseconds from any origin, never set
	 */
	SteadyClock(Clock start, LongSupplier ticker) {
		this.start = start;
		this.began = start.instant();
		this.beganAt = ticker.getAsLong();
		this.ticker = ticker;
	}

	@Override
	public Instant instant() {
		return began.plusNanos(ticker.getAsLong() - beganAt);
	}

	@Override
	public ZoneId getZone() {
		return start.getZone();
	}

	@Override
	public Clock withZone(ZoneId zone) {
		return Clock.fixed(instant(), zone);
	}

}
