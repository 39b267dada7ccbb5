package dev.descent.path.specification;

import java.util.List;

import dev.descent.training.specification.optimizer.AdaptiveSpecification.AdamSpecification;
import dev.descent.training.specification.optimizer.AdaptiveSpecification.RmsPropSpecification;
import dev.descent.training.specification.optimizer.DescentSpecification.SgdSpecification;

/** What a first course compares, with rates that suit Rosenbrock's valley. */
@SuppressWarnings("NullAway") // null stands for what is absent, as in a request
final class DefaultRuns {

	static final List<OptimizerRunSpecification> ALL = List.of(OptimizerRunSpecification.of("sgd", sgd(0.001, 0.0)),
			OptimizerRunSpecification.of("momentum", sgd(0.001, 0.9)),
			OptimizerRunSpecification.of("rmsprop", rmsProp(0.02)), OptimizerRunSpecification.of("adam", adam(0.2)));

	private DefaultRuns() {
	}

	private static SgdSpecification sgd(double learningRate, double momentum) {
		return new SgdSpecification(learningRate, momentum, null, null, null, null, null, null);
	}

	private static RmsPropSpecification rmsProp(double learningRate) {
		return new RmsPropSpecification(learningRate, null, null, null, null, null, null, null, null);
	}

	private static AdamSpecification adam(double learningRate) {
		return new AdamSpecification(learningRate, null, null, null, null, null, null);
	}

}
