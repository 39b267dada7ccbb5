package dev.descent.insight;

import java.util.List;
import java.util.function.Function;

import dev.descent.engine.kernel.Kernels;
import dev.descent.limits.Limits;
import dev.descent.problem.ConflictException;
import dev.descent.problem.Fault;
import dev.descent.problem.RefusedException;
import dev.descent.training.Checkpoint;
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
		return boundary(job, job.at(epoch), points);
	}

	/**
	 * The decision boundary at one moment of a job.
	 * @param points along each axis
	 */
	public Boundary boundary(TrainingJob job, Checkpoint moment, int points) {
		var network = new TrainedNetwork(job.experiment(), moment, kernels);
		refuseOverload(network, (long) points * points, (detail) -> Fault.ofParameter("resolution", detail));
		return Boundary.of(network, points);
	}

	/** How good the network is on each part of the data. */
	public Evaluations evaluation(TrainingJob job, @Nullable Integer epoch) {
		var network = network(job, epoch);
		int samples = network.experiment().dataset().size();
		if (samples > mostSamples(network)) {
			throw new ConflictException(
					"The job has %,d samples; with a network of its size at most %,d can be evaluated."
						.formatted(samples, mostSamples(network)));
		}
		return Evaluations.of(network);
	}

	/** The outputs for new inputs. */
	public Predictions predictions(TrainingJob job, @Nullable Integer epoch,
			List<? extends @Nullable List<? extends @Nullable Double>> inputs) {
		var network = network(job, epoch);
		refuseOverload(network, inputs.size(), (detail) -> new Fault("/inputs", detail));
		return Predictions.of(network, inputs);
	}

	private TrainedNetwork network(TrainingJob job, @Nullable Integer epoch) {
		return new TrainedNetwork(job.experiment(), job.at(epoch), kernels);
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
