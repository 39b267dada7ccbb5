package dev.descent.training;

import java.util.IdentityHashMap;
import java.util.List;

import dev.descent.limits.Departures;
import dev.descent.problem.Fault;
import dev.descent.problem.RefusedException;
import dev.descent.problem.TooBusyException;

/**
 * The room for active jobs: a number of places, and an amount of memory. A job has its
 * room until it has ended.
 */
public final class Room {

	private final int places;

	private final long bytes;

	private final Departures departures;

	/** The bytes of those that have room, told apart by identity. */
	private final IdentityHashMap<LifeCycle, Long> taken = new IdentityHashMap<>();

	private long takenBytes;

	/**
	 * @param places how many may be active
	 * @param bytes what they may take together
	 */
	Room(int places, long bytes, Departures departures) {
		this.places = places;
		this.bytes = bytes;
		this.departures = departures;
	}

	/**
	 * Makes room for one more job, before it is made known to anybody.
	 * @param demand bytes, at most
	 * @throws TooBusyException if there is none
	 * @throws RefusedException if there never could be
	 */
	synchronized void reserve(LifeCycle job, long demand) {
		if (demand > bytes) {
			throw new RefusedException(List.of(new Fault("",
					"takes up to %,d bytes of memory; all that is active may take %,d".formatted(demand, bytes))));
		}
		if (!fits(demand)) {
			// Some may have ended a moment ago, and their end is still being told.
			taken.keySet().stream().filter((other) -> other.state().isFinal()).toList().forEach(this::leave);
		}
		if (taken.size() >= places) {
			throw new TooBusyException("There are " + places + " active jobs, as many as allowed; try again later.",
					departures.untilNext());
		}
		if (!fits(demand)) {
			throw new TooBusyException(
					"The active jobs leave %,d of %,d bytes of memory, and this takes up to %,d; try again later."
						.formatted(bytes - takenBytes, bytes, demand),
					departures.untilNext());
		}
		taken.put(job, demand);
		takenBytes += demand;
		var _ = job.finished().thenRun(() -> leave(job));
	}

	private boolean fits(long demand) {
		return taken.size() < places && takenBytes + demand <= bytes;
	}

	private synchronized void leave(LifeCycle job) {
		var freed = taken.remove(job);
		if (freed != null) {
			takenBytes -= freed;
			departures.note();
		}
	}

	/** What all that is active may take, in bytes. */
	public long bytes() {
		return bytes;
	}

	/** How many are active. */
	public synchronized int active() {
		return taken.size();
	}

	/** What they may take together at most. */
	public synchronized long activeBytes() {
		return takenBytes;
	}

}
