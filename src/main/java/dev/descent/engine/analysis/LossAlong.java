package dev.descent.engine.analysis;

import java.util.List;

import dev.descent.engine.loss.Loss;
import dev.descent.engine.network.Network;
import dev.descent.engine.network.Parameters;
import dev.descent.engine.training.Evaluation;
import dev.descent.engine.training.Metric;
import dev.descent.engine.training.Samples;

/** The mean loss over all samples at some parameters, one after another. */
public final class LossAlong {

	private final Evaluation evaluation;

	private final List<Parameters> points;

	private final double[] losses;

	private int done;

	public LossAlong(Network network, Loss loss, Samples samples, List<Parameters> points) {
		this.evaluation = new Evaluation(network, loss, Metric.NONE, samples);
		this.points = points;
		this.losses = new double[points.size()];
	}

	public boolean finished() {
		return done == losses.length;
	}

	/** Evaluates some more samples at the present point. */
	public void advance() {
		evaluation.advance(points.get(done));
		if (evaluation.finished()) {
			losses[done] = evaluation.loss();
			evaluation.restart();
			done++;
		}
	}

	/** One for each point; not a copy. */
	public double[] losses() {
		return losses;
	}

}
