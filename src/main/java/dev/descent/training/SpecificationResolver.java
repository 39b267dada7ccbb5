package dev.descent.training;

import java.util.function.Supplier;

import dev.descent.dataset.Dataset;
import dev.descent.dataset.DatasetShape;
import dev.descent.dataset.specification.DatasetSpecification;
import dev.descent.dataset.specification.Stored;
import dev.descent.dataset.store.DatasetStore;
import dev.descent.limits.Limits;
import dev.descent.outbound.Destinations;
import dev.descent.problem.Faults;
import dev.descent.problem.NotFoundException;
import dev.descent.problem.RefusedException;
import dev.descent.training.specification.TrainingJobSpecification;

/** Fits what a job asks for to its data and to the limits of the service. */
final class SpecificationResolver {

	private final DatasetStore datasets;

	private final WorkLimits workLimits;

	private final Destinations destinations;

	SpecificationResolver(DatasetStore datasets, Limits limits, Destinations destinations) {
		this.datasets = datasets;
		this.destinations = destinations;
		this.workLimits = new WorkLimits(limits);
	}

	/**
	 * A specification with every field set.
	 *
	 * @param data gives the dataset, even if it is deleted meanwhile
	 * @param checkpointLimit how many checkpoints fit into memory
	 */
	record Resolved(TrainingJobSpecification specification, Supplier<Dataset> data, int checkpointLimit) {
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
		return new Resolved(resolved, data(resolved.dataset()), workLimits.checkpointLimit(resolved, shape));
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
