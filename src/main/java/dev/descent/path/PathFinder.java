package dev.descent.path;

import java.util.concurrent.CompletableFuture;

import dev.descent.path.specification.OptimizerPathsSpecification;
import dev.descent.training.Computations;

/** Finds out where optimizers go, in turn with the jobs that are trained. */
public final class PathFinder {

	private final Computations computations;

	PathFinder(Computations computations) {
		this.computations = computations;
	}

	/** Follows the optimizers of a request that was checked. */
	public CompletableFuture<OptimizerPaths> find(OptimizerPathsSpecification specification) {
		return computations.submit("paths of optimizers", new PathComputation(specification.resolve()));
	}

}
