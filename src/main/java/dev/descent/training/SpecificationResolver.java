package dev.descent.training;

import java.util.function.Supplier;

import dev.descent.dataset.Dataset;
import dev.descent.dataset.DatasetShape;
import dev.descent.dataset.specification.DatasetSpecification;
import dev.descent.dataset.specification.Stored;
import dev.descent.dataset.store.DatasetStore;
import dev.descent.outbound.Destinations;
import dev.descent.problem.Faults;
import dev.descent.problem.NotFoundException;
import dev.descent.problem.RefusedException;
import dev.descent.training.specification.TrainingJobSpecification;

/** Fits what a job asks for to its data and to the limits of the service. */
final class SpecificationResolver {

	private final DatasetStore datasets;

	private final WorkLimits workLimits;

	private final Amendments amendments;

	private final Destinations destinations;

	SpecificationResolver(DatasetStore datasets, WorkLimits workLimits, Amendments amendments,
			Destinations destinations) {
		this.datasets = datasets;
		this.workLimits = workLimits;
		this.amendments = amendments;
		this.destinations = destinations;
	}

	/**
	 * A specification with every field set.
	 *
	 * @param course with its amendments
	 * @param data gives the dataset, even if it is deleted meanwhile
	 */
	record Resolved(Course course, DatasetShape shape, Supplier<Dataset> data) {
	}

	/**
	 * Fills in what depends on the data, or refuses with all the reasons.
	 * @param wanted checked as far as can be done without its data
	 * @param faults seen from where the specification stands in the request
	 */
	Resolved resolve(TrainingJobSpecification wanted, Faults faults) {
		wanted.checkAgainst(destinations, faults);
		var shape = shape(wanted.dataset(), faults);
		var resolved = wanted.resolve(shape, faults);
		faults.throwIfAny();
		workLimits.check(resolved, shape, faults);
		faults.throwIfAny();
		return new Resolved(amendments.course(resolved, shape, faults), shape, data(resolved.dataset()));
	}

	/** What a resolved job takes. */
	Demand demand(TrainingJobSpecification resolved, DatasetShape shape) {
		return workLimits.demand(resolved, shape);
	}

	private DatasetShape shape(DatasetSpecification specification, Faults faults) {
		try {
			return datasets.shape(specification);
		}
		catch (NotFoundException ex) {
			faults.at("dataset").at("id").add("names no stored dataset");
			throw new RefusedException(faults.all());
		}
	}

	/** A stored dataset is taken hold of now, so that the job survives its deletion. */
	private Supplier<Dataset> data(DatasetSpecification specification) {
		if (specification instanceof Stored stored) {
			return datasets.get(stored.id())::dataset;
		}
		return () -> datasets.dataset(specification);
	}

}
