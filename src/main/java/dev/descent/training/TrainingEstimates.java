package dev.descent.training;

import java.time.Duration;
import java.util.Comparator;
import java.util.List;

import dev.descent.engine.training.StopReason;
import dev.descent.problem.Faults;
import dev.descent.training.LossHistory.Column;
import dev.descent.training.specification.TrainingJobSpecification;

/**
 * Tells what a job would take. How fast it would be is seen from the jobs that this
 * service has trained: the last ones with about as much work in an update, as small
 * updates spend most of their time on other things than arithmetic.
 */
public final class TrainingEstimates {

	/** How many of the last jobs are looked at. */
	private static final int LAST = 200;

	/** The speed of how many of them is taken. */
	private static final int NEAREST = 8;

	/**
	 * What another optimizer counts as, in doublings of work: its units of work are the
	 * most that it may do, of which methods do a different part.
	 */
	private static final int ANOTHER_OPTIMIZER = 4;

	/** Nanoseconds for a unit of work where nothing has been trained yet. */
	private static final double GUESS = 5;

	private final SpecificationResolver resolver;

	private final TrainingJobs jobs;

	TrainingEstimates(SpecificationResolver resolver, TrainingJobs jobs) {
		this.resolver = resolver;
		this.jobs = jobs;
	}

	/** Looks at a job without making it, or refuses it with all the reasons. */
	public TrainingEstimate of(TrainingJobSpecification wanted) {
		return of(fit(wanted));
	}

	/** The same without its time. */
	public FittedJob fit(TrainingJobSpecification wanted) {
		var resolved = resolver.resolve(wanted, new Faults());
		return new FittedJob(resolved.course().document(), resolved.course().inForce(), resolved.shape(),
				resolver.demand(resolved.course().inForce(), resolved.shape()));
	}

	/** Tells how long a job would take. */
	public TrainingEstimate of(FittedJob job) {
		var specification = job.inForce();
		var demand = job.demand();
		var models = models(specification, demand);
		double nanos = models.isEmpty() ? GUESS
				: models.stream().mapToDouble(Model::nanos).sum() / models.stream().mapToDouble(Model::work).sum();
		double work = specification.training().epochs() * demand.epochWork();
		return new TrainingEstimate(job.document(), job.shape(), demand, Duration.ofNanos((long) (work * nanos)),
				models.stream().map(Model::id).toList());
	}

	/** A job that shows how fast one like it is. */
	private record Model(TrainingJobId id, double distance, double work, double nanos) {
	}

	private List<Model> models(TrainingJobSpecification specification, Demand demand) {
		var nearestFirst = jobs.list(TrainingEstimates::showsItsSpeed, JobOrder.NEWEST, null, LAST)
			.jobs()
			.stream()
			.map((job) -> model(job, specification, demand))
			.sorted(Comparator.comparingDouble(Model::distance))
			.toList();
		// One that is alike is better alone than with others that are not.
		return nearestFirst.stream()
			.limit(NEAREST)
			.takeWhile((model) -> model.distance() <= nearestFirst.getFirst().distance() + 1)
			.toList();
	}

	private static boolean showsItsSpeed(TrainingJob job) {
		return job.state() == JobState.SUCCEEDED && job.stopReason() != StopReason.TIME_LIMIT && job.origin() == null
				&& job.history().latest(Column.EPOCH) >= 1;
	}

	/** Whole doublings, so that of jobs about as near the last ones come first. */
	private Model model(TrainingJob job, TrainingJobSpecification specification, Demand demand) {
		var its = resolver.demand(job.specification(), job.experiment().shape());
		boolean alike = job.specification().optimizer().getClass() == specification.optimizer().getClass();
		double doublings = Math.rint(Math.abs(Math.log(its.updateWork() / demand.updateWork()) / Math.log(2)));
		return new Model(job.id(), doublings + (alike ? 0 : ANOTHER_OPTIMIZER),
				its.epochWork() * job.history().latest(Column.EPOCH), job.trainedFor().toNanos());
	}

}
