package dev.descent.benchmark;

import dev.descent.engine.training.Samples;
import dev.descent.engine.training.TrainingListener;

/** Holds the data of a workload and trains on them again and again. */
final class Trainer {

	private final Workload workload;

	private final Implementation implementation;

	private final boolean evaluating;

	private final Samples samples;

	private final double[][] inputRows;

	private final double[][] targetRows;

	/**
	 * @param evaluating whether each epoch ends with the loss over all samples
	 */
	Trainer(Workload workload, Implementation implementation, boolean evaluating) {
		int count = workload.samples();
		double[] inputs = workload.inputs(count);
		double[] targets = workload.targets(count);
		this.workload = workload;
		this.implementation = implementation;
		this.evaluating = evaluating;
		this.samples = new Samples(count, inputs, targets);
		this.inputRows = NaiveTraining.rows(inputs, count);
		this.targetRows = NaiveTraining.rows(targets, count);
	}

	/** Prepares a training from the start; running it is what is measured. */
	Runnable prepare() {
		return (implementation == Implementation.NAIVE)
				? naive(new NaiveNetwork(workload.architecture(), workload.start().values())) : engine();
	}

	/** The same with loops tuned by hand. */
	Runnable prepareTuned() {
		return naive(new TunedNetwork(workload.architecture(), workload.start().values()));
	}

	private Runnable naive(NaiveNetwork network) {
		var training = new NaiveTraining(workload, network, inputRows, targetRows);
		return () -> {
			for (int epoch = 0; epoch < workload.epochs(); epoch++) {
				training.epoch();
				if (evaluating) {
					training.loss();
				}
			}
		};
	}

	private Runnable engine() {
		if (evaluating) {
			return workload.evaluatedRun(implementation.kernels(), samples, workload.epochs(),
					TrainingListener.NONE)::finish;
		}
		var run = workload.endlessRun(implementation.kernels(), samples);
		return () -> run.advance(workload.updates());
	}

}
