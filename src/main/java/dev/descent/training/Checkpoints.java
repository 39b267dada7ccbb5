package dev.descent.training;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

import dev.descent.engine.training.TrainingRun;
import dev.descent.problem.NotFoundException;
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

	/** Is shown every evaluated epoch and keeps some. */
	synchronized void offer(TrainingRun run) {
		if (evaluations % stride == 0 && kept.size() == limit) {
			stride *= 2;
			for (int i = kept.size() - 1; i > 0; i--) {
				if (i % 2 == 1) {
					kept.remove(i);
				}
			}
		}
		if (evaluations % stride == 0) {
			kept.add(new Checkpoint(run.state()));
		}
		evaluations++;
	}

	/** Keeps how the run ended. */
	synchronized void end(Checkpoint checkpoint) {
		kept.removeIf((other) -> other.step() == checkpoint.step());
		if (kept.size() == limit) {
			kept.removeLast();
		}
		end = checkpoint;
	}

	/** All that is kept, by epoch; the end of the run among them once it is there. */
	public synchronized List<Checkpoint> all() {
		var all = new ArrayList<>(kept);
		if (end != null) {
			all.add(end);
			all.sort(Comparator.comparingLong(Checkpoint::step));
		}
		return List.copyOf(all);
	}

	/** How the run ended, or the latest that was kept; null before epoch 0. */
	public synchronized @Nullable Checkpoint latest() {
		return (end != null || kept.isEmpty()) ? end : kept.getLast();
	}

	/** The checkpoint of an epoch. */
	public Checkpoint at(int epoch) {
		var all = all();
		return all.stream()
			.filter((checkpoint) -> checkpoint.epoch() == epoch)
			.findFirst()
			.orElseThrow(() -> new NotFoundException("Epoch " + epoch + " was not kept" + nearest(all, epoch)));
	}

	private static String nearest(List<Checkpoint> all, int epoch) {
		return all.stream()
			.min(Comparator.comparingLong((checkpoint) -> Math.abs((long) checkpoint.epoch() - epoch)))
			.map((checkpoint) -> "; the nearest that was is epoch " + checkpoint.epoch() + ".")
			.orElse("; nothing is recorded yet.");
	}

	/** Evaluations from one checkpoint to the next. */
	public synchronized int stride() {
		return stride;
	}

	synchronized int size() {
		return kept.size() + ((end != null) ? 1 : 0);
	}

}
