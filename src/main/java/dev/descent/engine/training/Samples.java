package dev.descent.engine.training;

import dev.descent.engine.kernel.Matrix;
import dev.descent.engine.network.Workspace;

/** Inputs and targets of one part of the data (training or validation), row by row. */
public final class Samples {

	private final int count;

	private final double[] inputs;

	private final double[] targets;

	private final double targetVariation;

	/**
	 * @param count number of samples, at least 1
	 * @param inputs shape [count, inputs]
	 * @param targets shape [count, outputs]
	 */
	public Samples(int count, double[] inputs, double[] targets) {
		if (count < 1 || inputs.length % count != 0 || targets.length % count != 0) {
			throw new IllegalArgumentException(
					"%d inputs and %d targets cannot be %d samples".formatted(inputs.length, targets.length, count));
		}
		this.count = count;
		this.inputs = inputs;
		this.targets = targets;
		this.targetVariation = variation(targets, targets.length / count);
	}

	public int count() {
		return count;
	}

	/** The sum over samples and outputs of {@code (target - mean)^2}. */
	double targetVariation() {
		return targetVariation;
	}

	/** Shape [count, inputs]; not a copy. */
	double[] inputs() {
		return inputs;
	}

	/**
	 * Writes samples into a workspace, as many as it has room for.
	 * @param order which samples
	 * @param from where in {@code order} to begin
	 */
	void load(int[] order, int from, Workspace workspace) {
		gather(inputs, order, from, workspace.input(0));
		gather(targets, order, from, workspace.targets());
	}

	/** Writes samples from one on into a workspace, in their own order. */
	public void load(int from, Workspace workspace) {
		load(MiniBatches.inOrder(count), from, workspace);
	}

	private void gather(double[] rows, int[] order, int from, Matrix into) {
		int width = into.rows();
		int batch = into.columns();
		double[] columns = into.values();
		int whole = batch & ~7;
		for (int s = 0; s < whole; s += 8) {
			gatherEight(rows, order, from + s, width, columns, s, batch);
		}
		for (int s = whole; s < batch; s++) {
			int row = order[from + s] * width;
			for (int i = 0; i < width; i++) {
				columns[i * batch + s] = rows[row + i];
			}
		}
	}

	/** Eight samples at a time fill whole cache lines. */
	private static void gatherEight(double[] rows, int[] order, int from, int width, double[] columns, int to,
			int stride) {
		int row0 = order[from] * width;
		int row1 = order[from + 1] * width;
		int row2 = order[from + 2] * width;
		int row3 = order[from + 3] * width;
		int row4 = order[from + 4] * width;
		int row5 = order[from + 5] * width;
		int row6 = order[from + 6] * width;
		int row7 = order[from + 7] * width;
		for (int i = 0; i < width; i++) {
			int at = to + i * stride;
			columns[at] = rows[row0 + i];
			columns[at + 1] = rows[row1 + i];
			columns[at + 2] = rows[row2 + i];
			columns[at + 3] = rows[row3 + i];
			columns[at + 4] = rows[row4 + i];
			columns[at + 5] = rows[row5 + i];
			columns[at + 6] = rows[row6 + i];
			columns[at + 7] = rows[row7 + i];
		}
	}

	private static double variation(double[] rows, int width) {
		double sum = 0;
		for (int i = 0; i < width; i++) {
			double mean = 0;
			for (int j = i; j < rows.length; j += width) {
				mean += rows[j];
			}
			mean /= rows.length / (double) width;
			for (int j = i; j < rows.length; j += width) {
				sum += (rows[j] - mean) * (rows[j] - mean);
			}
		}
		return sum;
	}

}
