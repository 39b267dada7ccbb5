package dev.descent.path.specification;

import dev.descent.engine.optimizer.GaussNewton;
import dev.descent.engine.optimizer.LevenbergMarquardt;
import dev.descent.engine.optimizer.Muon;
import dev.descent.engine.optimizer.Optimizer;
import dev.descent.engine.optimizer.WeightDecay;
import dev.descent.engine.surface.SumOfSquares;
import dev.descent.engine.surface.Surface;
import dev.descent.problem.Faults;
import dev.descent.training.specification.optimizer.OptimizerSpecification;
import dev.descent.training.specification.optimizer.WrapperSpecification;
import org.jspecify.annotations.Nullable;

/** Whether a method of descent means something on a surface. */
record MethodCheck(OptimizerSpecification optimizer, Surface surface) {

	void check(Faults faults) {
		for (@Nullable
		Optimizer method = optimizer.method(); method != null; method = method.inner()) {
			switch (method) {
				case Muon _ -> faults.add("makes the weight matrices of layers orthogonal, and a surface has none");
				case LevenbergMarquardt _ -> checkResiduals(faults);
				case GaussNewton _ -> checkResiduals(faults);
				case WeightDecay decay -> decaying(faults).at("weightDecayOnBiases")
					.require(decay.onBiases(), "must be true: both coordinates of a surface decay, or none");
				default -> {
				}
			}
		}
	}

	private void checkResiduals(Faults faults) {
		faults.require(surface instanceof SumOfSquares, """
				needs a sum of squares, such as rosenbrock, beale, himmelblau, booth and ill_conditioned_bowl are; use \
				newton or another surface""");
	}

	/** Where the settings of the decay stand. */
	private Faults decaying(Faults faults) {
		return (optimizer instanceof WrapperSpecification) ? faults.at("optimizer") : faults;
	}

}
