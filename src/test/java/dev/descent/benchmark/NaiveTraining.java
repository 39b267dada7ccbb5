package dev.descent.benchmark;

import dev.descent.engine.random.Purpose;
import dev.descent.engine.random.RandomStream;

/** Trains a {@link NaiveNetwork} on a workload, in the engine's order of samples. */
final class NaiveTraining {

	private final Workload workload;

	private final double[][] inputs;

	private final double[][] targets;

	private final int[] order;

	private final NaiveNetwork network;

	private final NaiveRule rule;

	private int epoch;

	/**
	 * @param network at the workload's start
	 * @param inputs shape [samples][inputs]
	 * @param targets shape [samples][outputs]
	 */
	NaiveTraining(Workload workload, NaiveNetwork network, double[][] inputs, double[][] targets) {
		this.workload = workload;
		this.inputs = inputs;
		this.targets = targets;
		this.order = new int[inputs.length];
		for (int i = 0; i < order.length; i++) {
			order[i] = i;
		}
		this.network = network;
		this.rule = NaiveRule.of(workload.optimizer(), workload.learningRate(), workload.architecture());
	}

	/** Cuts an array into rows. */
	static double[][] rows(double[] values, int count) {
		int width = values.length / count;
		double[][] rows = new double[count][width];
		for (int i = 0; i < count; i++) {
			System.arraycopy(values, i * width, rows[i], 0, width);
		}
		return rows;
	}

	/** Uses every sample once. */
	void epoch() {
		int batchSize = workload.batchSize();
		if (batchSize < order.length) {
			RandomStream.of(Workload.SEED, Purpose.SHUFFLE, epoch).permute(order);
		}
		for (int from = 0; from < order.length; from += batchSize) {
			int to = Math.min(from + batchSize, order.length);
			for (int s = from; s < to; s++) {
				double[] input = inputs[order[s]];
				network.forward(input);
				network.backward(input, targets[order[s]]);
			}
			network.update(rule, to - from);
		}
		epoch++;
	}

	/** The mean loss over all samples. */
	double loss() {
		double total = 0;
		for (int s = 0; s < inputs.length; s++) {
			network.forward(inputs[s]);
			total += network.loss(targets[s]);
		}
		return total / inputs.length;
	}

}
