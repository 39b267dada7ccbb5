package dev.descent.engine.training;

import dev.descent.engine.loss.Loss;
import dev.descent.engine.network.Network;
import dev.descent.engine.network.Parameters;
import dev.descent.engine.network.Workspace;

/**
 * The mean loss and the metric over all samples of a part, worked out chunk by chunk so
 * that a large part can be interrupted. Sums run over the samples in order, whatever the
 * chunk.
 */
public final class Evaluation {

	/** Samples a chunk: large enough for the kernels, small enough for the cache. */
	static final int CHUNK = 256;

	private final Network network;

	private final Loss lossFunction;

	private final Metric metricFunction;

	private final Samples samples;

	private final Workspace whole;

	private final Workspace rest;

	private final int[] order;

	private final boolean preloaded;

	private int done;

	private double lossTotal;

	private double metricTotal;

	private double loss = Double.NaN;

	private double metric = Double.NaN;

	/** Evaluates in chunks with buffers of its own. */
	public Evaluation(Network network, Loss loss, Metric metric, Samples samples) {
		this(network, loss, metric, samples, new Workspace(network.architecture(), Math.min(CHUNK, samples.count())),
				false);
	}

	/** Evaluates in one piece, in a workspace that holds all the samples already. */
	Evaluation(Network network, Loss loss, Metric metric, Samples samples, Workspace loaded) {
		this(network, loss, metric, samples, loaded, true);
	}

	private Evaluation(Network network, Loss loss, Metric metric, Samples samples, Workspace whole, boolean preloaded) {
		int rest = samples.count() % whole.batch();
		this.network = network;
		this.lossFunction = loss;
		this.metricFunction = metric;
		this.samples = samples;
		this.whole = whole;
		this.rest = (rest == 0) ? whole : new Workspace(network.architecture(), rest);
		this.order = MiniBatches.inOrder(samples.count());
		this.preloaded = preloaded;
	}

	/** Begins again, perhaps for other parameters. */
	public void restart() {
		done = 0;
		lossTotal = 0;
		metricTotal = 0;
	}

	public boolean finished() {
		return done == samples.count();
	}

	/** Evaluates the next chunk. */
	public void advance(Parameters parameters) {
		var workspace = (samples.count() - done >= whole.batch()) ? whole : rest;
		if (!preloaded) {
			samples.load(order, done, workspace);
		}
		workspace.dropout().rest();
		network.forward(parameters, workspace);
		lossTotal = network.addLoss(lossTotal, workspace, lossFunction);
		metricTotal = metricFunction.addTo(metricTotal, workspace.output(), workspace.targets());
		done += workspace.batch();
		if (finished()) {
			loss = lossTotal / samples.count();
			metric = metricFunction.value(metricTotal, samples);
		}
	}

	/** The mean loss of the last finished evaluation; NaN before the first. */
	public double loss() {
		return loss;
	}

	/** The metric of the last finished evaluation; NaN before the first. */
	public double metric() {
		return metric;
	}

}
