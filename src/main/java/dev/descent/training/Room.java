package dev.descent.training;

import java.util.IdentityHashMap;
import java.util.List;

import dev.descent.limits.Departures;
import dev.descent.owner.Owner;
import dev.descent.problem.Fault;
import dev.descent.problem.RefusedException;
import dev.descent.problem.TooBusyException;

/**
 * The room for active jobs: a number of places, and an amount of memory. A job has its
 * room until it has ended.
 */
public final class Room {

	private final int places;

	private final int placesEach;

	private final long bytes;

	private final Departures departures;

	private record Place(Owner owner, long bytes) {
	}

	/** Those that have room, told apart by identity. */
	private final IdentityHashMap<LifeCycle, Place> taken = new IdentityHashMap<>();

	private long takenBytes;

	/**
	 * @param places how many may be active
	 * @param placesEach how many of one owner, where there are several; together they may
	 * take the same part of the memory
	 * @param bytes what they may take together
	 */
	Room(int places, int placesEach, long bytes, Departures departures) {
		this.places = places;
		this.placesEach = placesEach;
		this.bytes = bytes;
		this.departures = departures;
	}

	/**
	 * Makes room for one more job, before it is made known to anybody.
	 * @param owner whose it is
	 * @param demand bytes, at most
	 * @throws TooBusyException if there is none
	 * @throws RefusedException if there never could be
	 */
	synchronized void reserve(LifeCycle job, Owner owner, long demand) {
		if (demand > bytes) {
			throw new RefusedException(List.of(new Fault("",
					"takes up to %,d bytes of memory; all that is active may take %,d".formatted(demand, bytes))));
		}
		if (!fits(demand) || exceedsShare(owner, demand)) {
			// Some may have ended a moment ago, and their end is still being told.
			taken.keySet().stream().filter((other) -> other.state().isFinal()).toList().forEach(this::leave);
		}
		if (taken.size() >= places) {
			throw new TooBusyException("There are " + places + " active jobs, as many as allowed; try again later.",
					departures.untilNext());
		}
		if (exceedsShare(owner, demand)) {
			throw new TooBusyException(
					"Your active jobs are as many, or take as much memory, as one owner of keys may have; try again later.",
					departures.untilNext());
		}
		if (!fits(demand)) {
			throw new TooBusyException(
					"The active jobs leave %,d of %,d bytes of memory, and this takes up to %,d; try again later."
						.formatted(bytes - takenBytes, bytes, demand),
					departures.untilNext());
		}
		taken.put(job, new Place(owner, demand));
		takenBytes += demand;
		var _ = job.finished().thenRun(() -> leave(job));
	}

	/**
	 * Takes note that an active job takes more or less from now on; others have to wait.
	 */
	synchronized void resize(LifeCycle job, long demand) {
		var before = taken.get(job);
		if (before != null) {
			taken.put(job, new Place(before.owner(), demand));
			takenBytes += demand - before.bytes();
		}
	}

	/** Whoever has none may have one, however large. */
	private boolean exceedsShare(Owner owner, long demand) {
		if (owner.equals(Owner.ANYONE)) {
			return false;
		}
		var own = taken.values().stream().filter((place) -> place.owner().equals(owner)).toList();
		long ownBytes = own.stream().mapToLong(Place::bytes).sum();
		return own.size() >= placesEach
				|| (!own.isEmpty() && (double) (ownBytes + demand) * places > (double) bytes * placesEach);
	}

	private boolean fits(long demand) {
		return taken.size() < places && takenBytes + demand <= bytes;
	}

	private synchronized void leave(LifeCycle job) {
		var freed = taken.remove(job);
		if (freed != null) {
			takenBytes -= freed.bytes();
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
