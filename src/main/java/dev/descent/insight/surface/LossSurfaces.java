package dev.descent.insight.surface;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;

import dev.descent.engine.kernel.Kernels;
import dev.descent.limits.Limits;
import dev.descent.problem.ConflictException;
import dev.descent.problem.Fault;
import dev.descent.problem.RefusedException;
import dev.descent.training.Checkpoint;
import dev.descent.training.Computations;
import dev.descent.training.Experiment;
import dev.descent.training.TrainingJob;
import dev.descent.training.TrainingJobId;
import dev.descent.training.TrainingJobs;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Looks at the loss around the paths of runs, in turn with the jobs that are trained, and
 * within a bound on the work.
 */
@Component
public class LossSurfaces {

	private final TrainingJobs jobs;

	private final Computations computations;

	private final Kernels kernels;

	private final Limits limits;

	LossSurfaces(TrainingJobs jobs, Computations computations, Kernels kernels, Limits limits) {
		this.jobs = jobs;
		this.computations = computations;
		this.kernels = kernels;
		this.limits = limits;
	}

	/**
	 * The loss over a plane through the parameters of a moment.
	 * @param others whose paths are shown on the same plane
	 */
	public CompletableFuture<LossSurface> surface(TrainingJob job, Checkpoint moment, List<TrainingJobId> others,
			SurfaceRequest request) {
		var trails = new ArrayList<>(List.of(Trail.of(job)));
		for (var other : others) {
			trails.add(Trail.of(comparable(other, moment, "with")));
		}
		int samples = samples(moment.experiment(), request.part());
		long points = trails.stream().mapToLong((trail) -> 2L * trail.moments().size()).sum();
		refuseOverload(moment.experiment(), samples, (long) request.resolution() * request.resolution() + points);
		return computations.submit("loss surface of the " + job.id().described(),
				new SurfaceComputation(request, moment, trails, kernels));
	}

	/**
	 * The loss along a line through the parameters of a moment.
	 * @param other where the line leads, if to another job
	 */
	public CompletableFuture<LossSlice> slice(TrainingJob job, Checkpoint moment, @Nullable TrainingJobId other,
			SliceRequest request) {
		if ((request.along() == LineKind.JOB) != (other != null)) {
			throw new RefusedException(List.of(Fault.ofParameter("to",
					(other == null) ? "must name the job that the line leads to" : "is only for a line along=job")));
		}
		Checkpoint goal = (other != null) ? comparable(other, moment, "to").present() : null;
		refuseOverload(moment.experiment(), moment.experiment().dataset().size(), request.resolution());
		return computations.submit("loss slice of the " + job.id().described(),
				new SliceComputation(request, moment, Trail.of(job), goal, kernels));
	}

	/** Another job with the same network, data and loss. */
	private TrainingJob comparable(TrainingJobId id, Checkpoint moment, String parameter) {
		var other = jobs.get(id);
		if (!moment.experiment().isComparable(other.experiment())) {
			throw new RefusedException(List.of(Fault.ofParameter(parameter,
					"names job " + id + ", which has another network, other data or another loss")));
		}
		return other;
	}

	private static int samples(Experiment experiment, Part part) {
		var split = experiment.split();
		if (part == Part.VALIDATION && split.validation().length == 0) {
			throw new ConflictException("The job has no validation samples.");
		}
		return (part == Part.TRAINING) ? split.training().length : split.validation().length;
	}

	private void refuseOverload(Experiment experiment, int samples, long points) {
		double work = (double) points * samples * experiment.architecture().parameterCount();
		if (work > limits.surfaceWork()) {
			throw new RefusedException(List.of(Fault.ofParameter("resolution",
					"asks for the loss of %,d samples at %,d points: %,.0f units of work; at most %,d are allowed"
						.formatted(samples, points, work, limits.surfaceWork()))));
		}
	}

}
