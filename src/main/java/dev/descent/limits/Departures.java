package dev.descent.limits;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;

/**
 * When room became free lately, and so how long it may take until it does again: as long
 * as it took on the average, the time since the last one included.
 */
public final class Departures {

	private static final long LATELY = TimeUnit.MINUTES.toNanos(1);

	private static final long SHORTEST = TimeUnit.SECONDS.toNanos(1);

	private static final long LONGEST = TimeUnit.MINUTES.toNanos(1);

	/** More would say nothing new. */
	private static final int MOST = 64;

	private final LongSupplier ticker;

	/** At least one; before the first departure, when the service began. */
	private final Deque<Long> times = new ArrayDeque<>();

	/**
	 * @param ticker nanoseconds from any origin
	 */
	public Departures(LongSupplier ticker) {
		this.ticker = ticker;
		times.add(ticker.getAsLong());
	}

	/** Room has become free. */
	public synchronized void note() {
		if (times.size() == MOST) {
			times.removeFirst();
		}
		times.addLast(ticker.getAsLong());
	}

	/** How long until the next one, in whole seconds from 1 to 60. */
	public synchronized Duration untilNext() {
		long now = ticker.getAsLong();
		while (times.size() > 1 && now - times.getFirst() > LATELY) {
			times.removeFirst();
		}
		long mean = (now - times.getFirst()) / times.size();
		return Duration.ofSeconds(Math.ceilDiv(Math.clamp(mean, SHORTEST, LONGEST), SHORTEST));
	}

}
