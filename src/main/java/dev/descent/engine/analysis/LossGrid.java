package dev.descent.engine.analysis;

import dev.descent.engine.loss.Loss;
import dev.descent.engine.network.Network;
import dev.descent.engine.network.Parameters;
import dev.descent.engine.training.Evaluation;
import dev.descent.engine.training.Metric;
import dev.descent.engine.training.Samples;

/**
 * The mean loss over all samples, without penalties, at the points of a grid on a plane:
 * the same number, bit for bit, that a run records for these parameters.
 */
public final class LossGrid {

	private final Plane plane;

	private final double[] a;

	private final double[] b;

	private final Evaluation evaluation;

	private final Parameters parameters;

	private final double[][] losses;

	private int done;

	private boolean placed;

	/**
	 * @param a coordinates along the first direction
	 * @param b coordinates along the second direction
	 */
	public LossGrid(Network network, Loss loss, Samples samples, Plane plane, double[] a, double[] b) {
		this.plane = plane;
		this.a = a;
		this.b = b;
		this.evaluation = new Evaluation(network, loss, Metric.NONE, samples);
		this.parameters = Parameters.zeros(network.architecture());
		this.losses = new double[b.length][a.length];
	}

	public boolean finished() {
		return done == a.length * b.length;
	}

	/** Evaluates some more samples at the present point. */
	public void advance() {
		int i = done / a.length;
		int j = done % a.length;
		if (!placed) {
			plane.place(a[j], b[i], parameters.values());
			evaluation.restart();
			placed = true;
		}
		evaluation.advance(parameters);
		if (evaluation.finished()) {
			losses[i][j] = evaluation.loss();
			placed = false;
			done++;
		}
	}

	/** Shape [b][a]; not a copy. */
	public double[][] losses() {
		return losses;
	}

}
