package dev.descent.path;

import java.util.Arrays;

import dev.descent.engine.analysis.SurfaceDescent;

/** Follows a descent and notes where it goes. */
final class PathRecorder {

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
	 * @param steps the most updates
	 * @param every updates from one point to the next
	 */
	PathRecorder(SurfaceDescent descent, int steps, int every) {
		int points = steps / every + 2;
		this.descent = descent;
		this.every = every;
		this.step = new int[points];
		this.x = new double[points];
		this.y = new double[points];
		this.value = new double[points];
		this.learningRate = new double[points];
		note();
	}

	/** Makes an update. */
	void advance() {
		descent.advance(1);
		boolean due = descent.step() % every == 0 || descent.finished();
		if (due && descent.step() > step[size - 1]) {
			note();
		}
	}

	private void note() {
		step[size] = descent.step();
		x[size] = descent.x();
		y[size] = descent.y();
		value[size] = descent.value();
		learningRate[size] = descent.learningRate();
		size++;
	}

	boolean finished() {
		return descent.finished();
	}

	/** The path of a descent that has ended. */
	DescentPath path(String run, int start) {
		var outcome = descent.outcome();
		if (outcome == null) {
			throw new IllegalStateException("the descent goes on");
		}
		return new DescentPath(run, start, Arrays.copyOf(step, size), Arrays.copyOf(x, size), Arrays.copyOf(y, size),
				Arrays.copyOf(value, size), Arrays.copyOf(learningRate, size), outcome, descent.cost());
	}

}
