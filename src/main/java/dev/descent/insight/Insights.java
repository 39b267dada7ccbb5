package dev.descent.insight;

import java.util.List;
import java.util.function.Function;

import dev.descent.engine.kernel.Kernels;
import dev.descent.limits.Limits;
import dev.descent.problem.ConflictException;
import dev.descent.problem.Fault;
import dev.descent.problem.RefusedException;
import dev.descent.training.Checkpoint;
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
	 * The decision boundary at a moment of a job.
	 * @param resolution points along each axis; what the job says if absent
	 */
	public Boundary boundary(Checkpoint moment, @Nullable Integer resolution) {
		var network = new TrainedNetwork(moment, kernels);
		int points = (resolution != null) ? resolution
				: network.experiment().specification().recording().boundaryResolution();
		refuseOverload(network, (long) points * points, (detail) -> Fault.ofParameter("resolution", detail));
		return Boundary.of(network, points);
	}

	/** How good the network is on each part of the data. */
	public Evaluations evaluation(Checkpoint moment) {
		var network = new TrainedNetwork(moment, kernels);
		int samples = network.experiment().dataset().size();
		if (samples > mostSamples(network)) {
			throw new ConflictException(
					"The job has %,d samples; with a network of its size at most %,d can be evaluated."
						.formatted(samples, mostSamples(network)));
		}
		return Evaluations.of(network);
	}

	/** The outputs for new inputs. */
	public Predictions predictions(Checkpoint moment,
			List<? extends @Nullable List<? extends @Nullable Double>> inputs) {
		var network = new TrainedNetwork(moment, kernels);
		refuseOverload(network, inputs.size(), (detail) -> new Fault("/inputs", detail));
		return Predictions.of(network, inputs);
	}

	private void refuseOverload(TrainedNetwork network, long samples, Function<String, Fault> fault) {
		if (samples > mostSamples(network)) {
			throw new RefusedException(List
				.of(fault.apply("asks for %,d outputs at once; of a network of this size at most %,d are allowed"
					.formatted(samples, mostSamples(network)))));
		}
	}

	/** For how many samples the outputs may be computed in one answer. */
	private long mostSamples(TrainedNetwork network) {
		return limits.analysisWork() / network.experiment().architecture().parameterCount();
	}

}
