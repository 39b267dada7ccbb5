package dev.descent.training;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.LongFunction;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

/**
 * Moments of a run, evenly spaced over its evaluated epochs from epoch 0 on. When there
 * are too many, every second one is dropped and the distance doubled. Written by the
 * worker, read by anybody.
 */
public final class Checkpoints {

	private final int limit;

	private final List<Checkpoint> kept = new ArrayList<>();

	private @Nullable Checkpoint end;

	private long evaluations;

	private int stride = 1;

	/**
	 * @param limit how many to keep, at least 2
	 */
	Checkpoints(int limit) {
		this.limit = limit;
	}

	/**
	 * Those of the same run up to one of its moments, which is taken up if it was not
	 * kept.
	 */
	synchronized Checkpoints upTo(Checkpoint moment, int limit) {
		var upTo = new Checkpoints(limit);
		upTo.stride = stride;
		upTo.evaluations = moment.evaluations();
		kept.stream().filter((checkpoint) -> checkpoint.updates() < moment.updates()).forEach(upTo.kept::add);
		while (upTo.kept.size() >= limit) {
			upTo.thin();
		}
		upTo.kept.add(moment);
		return upTo;
	}

	/**
	 * Is shown every evaluated epoch and keeps some.
	 * @param moment the present one, after so many evaluations
	 */
	synchronized void offer(LongFunction<Checkpoint> moment) {
		boolean due = evaluations % stride == 0;
		evaluations++;
		if (due && kept.size() == limit) {
			thin();
			due = (evaluations - 1) % stride == 0;
		}
		if (due) {
			kept.add(moment.apply(evaluations));
		}
	}

	private void thin() {
		stride *= 2;
		for (int i = kept.size() - 1; i > 0; i--) {
			if (i % 2 == 1) {
				kept.remove(i);
			}
		}
	}

	/** Keeps how the run ended. */
	synchronized void end(Checkpoint checkpoint) {
		kept.removeIf((other) -> other.updates() == checkpoint.updates());
		if (kept.size() == limit) {
			kept.removeLast();
		}
		end = checkpoint;
	}

	/** All that is kept, by epoch; the end of the run among them once it is there. */
	public synchronized List<Checkpoint> all() {
		var all = new ArrayList<>(kept);
		var last = end;
		if (last != null) {
			all.removeIf((other) -> other.step() == last.step());
			all.add(last);
			all.sort(Comparator.comparingLong(Checkpoint::step));
		}
		return List.copyOf(all);
	}

	/** That of epoch 0; null before it. */
	public synchronized @Nullable Checkpoint first() {
		return kept.isEmpty() ? end : kept.getFirst();
	}

	/** How the run ended, or the latest that was kept; null before epoch 0. */
	public synchronized @Nullable Checkpoint latest() {
		return (end != null || kept.isEmpty()) ? end : kept.getLast();
	}

	/** The nearest one at a moment or before it; null before epoch 0. */
	synchronized @Nullable Checkpoint before(Moment moment) {
		return Stream.concat(kept.stream(), Stream.ofNullable(end))
			.filter(moment::follows)
			.max(Comparator.comparingLong(Checkpoint::updates))
			.orElse(null);
	}

	/** Evaluations from one checkpoint to the next. */
	public synchronized int stride() {
		return stride;
	}

	/** The memory they take. */
	synchronized long bytes() {
		long bytes = kept.stream().mapToLong(Checkpoint::bytes).sum();
		return (end != null) ? bytes + end.bytes() : bytes;
	}

}
