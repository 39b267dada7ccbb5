package dev.descent.path;

import java.util.Arrays;

import dev.descent.engine.analysis.Outcome;
import dev.descent.engine.analysis.SurfaceDescent;
import dev.descent.engine.training.Cost;

/**
 * Where a descent went: its start, some of the points after it, evenly spaced, and where
 * it ended.
 */
public final class DescentPath {

	private final String run;

	private final int start;

	private final int[] step;

	private final double[] x;

	private final double[] y;

	private final double[] value;

	private final double[] learningRate;

	private final Outcome outcome;

	private final Cost cost;

	private DescentPath(String run, int start, Recorder recorder, Outcome outcome) {
		this.run = run;
		this.start = start;
		this.step = Arrays.copyOf(recorder.step, recorder.size);
		this.x = Arrays.copyOf(recorder.x, recorder.size);
		this.y = Arrays.copyOf(recorder.y, recorder.size);
		this.value = Arrays.copyOf(recorder.value, recorder.size);
		this.learningRate = Arrays.copyOf(recorder.learningRate, recorder.size);
		this.outcome = outcome;
		this.cost = recorder.descent.cost();
	}

	/** The name of the run. */
	public String run() {
		return run;
	}

	/** Which start, from 0. */
	public int start() {
		return start;
	}

	/** The updates before each point; not a copy. */
	public int[] step() {
		return step;
	}

	/** Not a copy. */
	public double[] x() {
		return x;
	}

	/** Not a copy. */
	public double[] y() {
		return y;
	}

	/** The height at each point; not a copy. */
	public double[] value() {
		return value;
	}

	/** Of the update that led to each point; not a copy. */
	public double[] learningRate() {
		return learningRate;
	}

	/** Where in the arrays the end is. */
	public int last() {
		return step.length - 1;
	}

	public Outcome outcome() {
		return outcome;
	}

	/** What the method evaluated. */
	public Cost cost() {
		return cost;
	}

	/** Follows a descent. */
	static final class Recorder {

		private final SurfaceDescent descent;

		private final int every;

		private final int[] step;

		private final double[] x;

		private final double[] y;

		private final double[] value;

		private final double[] learningRate;

		private int size;

		/**
		 * Notes where the descent starts.
		 * @param every updates from one point to the next
		 */
		Recorder(SurfaceDescent descent, int steps, int every) {
			int points = steps / every + 2;
			this.descent = descent;
			this.every = every;
			this.step = new int[points];
			this.x = new double[points];
			this.y = new double[points];
			this.value = new double[points];
			this.learningRate = new double[points];
			add();
		}

		/** Makes an update. */
		void advance() {
			descent.advance(1);
			boolean due = descent.step() % every == 0 || descent.finished();
			if (due && descent.step() > step[size - 1]) {
				add();
			}
		}

		private void add() {
			step[size] = descent.step();
			x[size] = descent.x();
			y[size] = descent.y();
			value[size] = descent.value();
			learningRate[size] = descent.learningRate();
			size++;
		}

		/** The path, if the descent has ended. */
		DescentPath path(String run, int start) {
			var outcome = descent.outcome();
			if (outcome == null) {
				throw new IllegalStateException("the descent goes on");
			}
			return new DescentPath(run, start, this, outcome);
		}

		boolean finished() {
			return descent.finished();
		}

	}

}
