package dev.descent.insight;

import java.util.List;

import dev.descent.engine.kernel.Kernels;
import dev.descent.limits.Limits;
import dev.descent.problem.Fault;
import dev.descent.problem.RefusedException;
import dev.descent.training.TrainingJob;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Answers questions about jobs, within bounds on the work for each. */
@Component
public class Insights {

	private final Kernels kernels;

	private final Limits limits;

	Insights(Kernels kernels, Limits limits) {
		this.kernels = kernels;
		this.limits = limits;
	}

	/**
	 * The decision boundary.
	 * @param epoch one that was kept; the present moment if absent
	 * @param resolution points along each axis; what the job says if absent
	 */
	public Boundary boundary(TrainingJob job, @Nullable Integer epoch, @Nullable Integer resolution) {
		int points = (resolution != null) ? resolution : job.specification().recording().boundaryResolution();
		var network = network(job, epoch);
		requireWork(network, (long) points * points, "resolution");
		return Boundary.of(network, points);
	}

	/** How good the network is on each part of the data. */
	public Evaluations evaluation(TrainingJob job, @Nullable Integer epoch) {
		var network = network(job, epoch);
		requireWork(network, 2L * network.experiment().dataset().size(), "epoch");
		return Evaluations.of(network);
	}

	/** The outputs for new inputs. */
	public Predictions predictions(TrainingJob job, @Nullable Integer epoch,
			List<? extends @Nullable List<? extends @Nullable Double>> inputs) {
		var network = network(job, epoch);
		requireWork(network, inputs.size(), "inputs");
		return Predictions.of(network, inputs);
	}

	private TrainedNetwork network(TrainingJob job, @Nullable Integer epoch) {
		return new TrainedNetwork(job.experiment(), job.at(epoch), kernels);
	}

	private void requireWork(TrainedNetwork network, long samples, String parameter) {
		int parameters = network.experiment().architecture().parameterCount();
		if (samples * parameters > limits.analysisWork()) {
			throw new RefusedException(List.of(Fault.ofParameter(parameter,
					"asks for %,d outputs of a network with %,d parameters, which is too much at once; at most %,d are allowed"
						.formatted(samples, parameters, limits.analysisWork() / parameters))));
		}
	}

}
