package dev.descent.engine.training;

import java.util.Arrays;

import dev.descent.engine.network.Architecture;
import dev.descent.engine.network.Workspace;
import dev.descent.engine.random.Purpose;
import dev.descent.engine.random.RandomStream;

/**
 * Cuts the training samples into batches, epoch by epoch. The last batch of an epoch may
 * be smaller and is a full update all the same.
 */
final class MiniBatches {

	private final Samples samples;

	private final boolean shuffle;

	private final long seed;

	private final int[] order;

	private final Architecture architecture;

	private final Workspace whole;

	private Workspace rest;

	/**
	 * The epoch that {@link #order} is for; the order of an epoch depends on nothing
	 * else.
	 */
	private int orderedEpoch = -1;

	MiniBatches(Architecture architecture, TrainingPlan plan, Samples samples) {
		int batchSize = Math.min(plan.batchSize(), samples.count());
		int restSize = samples.count() % batchSize;
		this.architecture = architecture;
		this.samples = samples;
		this.shuffle = plan.shuffle() && batchSize < samples.count();
		this.seed = plan.seed();
		this.order = inOrder(samples.count());
		this.whole = new Workspace(architecture, batchSize);
		this.rest = (restSize == 0) ? whole : new Workspace(architecture, restSize);
		if (fullBatch()) {
			samples.load(order, 0, whole);
		}
	}

	boolean fullBatch() {
		return whole.batch() == samples.count();
	}

	/** The workspace of the full batch, which holds all samples all the time. */
	Workspace fullBatchWorkspace() {
		return whole;
	}

	/** Loads the batch that begins at a position of an epoch, counted from 0. */
	Workspace load(int epoch, int position) {
		if (fullBatch() && position == 0) {
			return whole;
		}
		if (shuffle && epoch != orderedEpoch) {
			RandomStream.of(seed, Purpose.SHUFFLE, epoch).permute(order);
			orderedEpoch = epoch;
		}
		var workspace = workspace(Math.min(whole.batch(), samples.count() - position));
		samples.load(order, position, workspace);
		return workspace;
	}

	/** Which samples the batch has that was loaded from a position of an epoch. */
	int[] loaded(int epoch, int position, int count) {
		load(epoch, position);
		return Arrays.copyOfRange(order, position, position + count);
	}

	/**
	 * An epoch that began with batches of another size may leave a rest of any size.
	 */
	private Workspace workspace(int size) {
		if (size == whole.batch()) {
			return whole;
		}
		if (size != rest.batch()) {
			rest = new Workspace(architecture, size);
		}
		return rest;
	}

	static int[] inOrder(int count) {
		var order = new int[count];
		for (int i = 0; i < count; i++) {
			order[i] = i;
		}
		return order;
	}

}
