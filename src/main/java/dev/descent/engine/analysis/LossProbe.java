package dev.descent.engine.analysis;

import java.util.Arrays;

import dev.descent.engine.loss.Loss;
import dev.descent.engine.network.Network;
import dev.descent.engine.network.Parameters;
import dev.descent.engine.training.Evaluation;
import dev.descent.engine.training.Metric;
import dev.descent.engine.training.Samples;

/**
 * The mean loss over all samples, without penalties, at some parameters, one after
 * another: the same number, bit for bit, that a run records for them.
 */
public final class LossProbe {

	private final Evaluation evaluation;

	private final Parameters parameters;

	private final Points points;

	private final double[] losses;

	private int done;

	private boolean placed;

	/** Parameters, by their number. */
	@FunctionalInterface
	public interface Points {

		/**
		 * Writes the parameters of a number.
		 * @param into overwritten
		 */
		void place(int number, double[] into);

	}

	/**
	 * @param count how many points there are
	 */
	public LossProbe(Network network, Loss loss, Samples samples, int count, Points points) {
		this.evaluation = new Evaluation(network, loss, Metric.NONE, samples);
		this.parameters = Parameters.zeros(network.architecture());
		this.points = points;
		this.losses = new double[count];
	}

	/**
	 * Probes a grid on a plane, row by row.
	 * @param a coordinates along the first direction, those of the columns
	 * @param b coordinates along the second direction, those of the rows
	 */
	public static LossProbe grid(Network network, Loss loss, Samples samples, Plane plane, double[] a, double[] b) {
		return new LossProbe(network, loss, samples, a.length * b.length,
				(number, into) -> plane.place(a[number % a.length], b[number / a.length], into));
	}

	public boolean finished() {
		return done == losses.length;
	}

	/** Evaluates some more samples at the present point. */
	public void advance() {
		if (!placed) {
			points.place(done, parameters.values());
			evaluation.restart();
			placed = true;
		}
		evaluation.advance(parameters);
		if (evaluation.finished()) {
			losses[done] = evaluation.loss();
			placed = false;
			done++;
		}
	}

	/** One for each point; not a copy. */
	public double[] losses() {
		return losses;
	}

	/** The losses in rows of a width; a copy. */
	public double[][] rows(int width) {
		double[][] rows = new double[losses.length / width][];
		Arrays.setAll(rows, (i) -> Arrays.copyOfRange(losses, i * width, (i + 1) * width));
		return rows;
	}

}
