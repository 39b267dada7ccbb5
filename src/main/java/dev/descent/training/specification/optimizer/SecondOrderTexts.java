package dev.descent.training.specification.optimizer;

import java.util.Map;

import dev.descent.engine.loss.Loss;
import dev.descent.engine.loss.SmoothLoss;
import org.jspecify.annotations.Nullable;

/** What methods that use curvature cannot take, and why. */
final class SecondOrderTexts {

	static final String TOLERANCE_GRADIENT = "Converged when no component of the gradient is larger.";

	private static final String NOT_SMOOTH = "has no second derivative, which this optimizer needs; use lbfgs or another loss";

	private static final String NOT_CONVEX = "is not convex, which this optimizer needs; use newton or another loss";

	static final Map<Ingredient, String> REFUSED = Map.of(Ingredient.MINI_BATCHES, """
			must be null, the full batch: this optimizer compares objective and gradient from step to step, which \
			another batch would falsify""", Ingredient.DROPOUT, """
			must be 0: dropout makes the objective random, and this optimizer compares its values from step to step""",
			Ingredient.SCHEDULE, "must be constant: this optimizer finds the length of its steps itself",
			Ingredient.MOMENTUM_CYCLING, Texts.NO_MOMENTUM, Ingredient.GRADIENT_CLIPPING, """
					must be null: a clipped gradient is not the slope of the objective, which this optimizer goes by""",
			Ingredient.GRADIENT_NOISE, """
					must be null: a noisy gradient is not the slope of the objective, which this optimizer goes by""",
			Ingredient.L1_PENALTY, """
					must be 0: the l1 penalty has a kink at every 0, where curvature says nothing; use l2 or a \
					first-order optimizer""", Ingredient.MAX_NORM,
			"must be null: this optimizer would not know that its parameters were moved", Ingredient.AVERAGING,
			"must be null: each step of this optimizer lowers the objective, so an average lags behind");

	private SecondOrderTexts() {
	}

	/**
	 * Why a loss cannot be minimised by a method that needs a convex one; null if it can.
	 */
	static @Nullable String unlessConvex(Loss loss) {
		if (loss instanceof SmoothLoss smooth) {
			return smooth.convex() ? null : NOT_CONVEX;
		}
		return NOT_SMOOTH;
	}

	/** Why a loss cannot be minimised by a method that needs a second derivative. */
	static @Nullable String unlessSmooth(Loss loss) {
		return (loss instanceof SmoothLoss) ? null : NOT_SMOOTH;
	}

}
