package dev.descent.insight;

import dev.descent.engine.kernel.Kernels;
import dev.descent.engine.network.Inference;
import dev.descent.engine.network.Network;
import dev.descent.training.Checkpoint;
import dev.descent.training.Experiment;

/**
 * A network with the parameters of one moment, together with the data it was trained on.
 *
 * @param checkpoint the moment
 */
public record TrainedNetwork(Checkpoint checkpoint, Kernels kernels) {

	/** What was trained. */
	public Experiment experiment() {
		return checkpoint.experiment();
	}

	/** Outputs for raw rows of the dataset's columns. */
	double[] outputs(double[] rows) {
		return new Inference(network(), checkpoint.parameters()).outputs(experiment().networkInputs(rows));
	}

	/**
	 * Activations of the layers from one to before another, for raw rows of the dataset's
	 * columns.
	 */
	double[][] activations(double[] rows, int first, int end) {
		return new Inference(network(), checkpoint.parameters()).activations(experiment().networkInputs(rows), first,
				end);
	}

	Network network() {
		return new Network(experiment().architecture(), kernels);
	}

	/** The class that the outputs of a sample say; they begin at {@code from}. */
	int classOf(double[] outputs, int from) {
		int units = experiment().output().units();
		if (units == 1) {
			return (outputs[from] > experiment().output().threshold()) ? 1 : 0;
		}
		int largest = 0;
		for (int i = 1; i < units; i++) {
			if (outputs[from + i] > outputs[from + largest]) {
				largest = i;
			}
		}
		return largest;
	}

}
