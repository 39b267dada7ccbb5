package dev.descent.training.specification.optimizer;

import java.util.EnumSet;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

import com.fasterxml.jackson.annotation.JsonTypeName;
import dev.descent.engine.loss.Loss;
import dev.descent.engine.optimizer.Bfgs;
import dev.descent.engine.optimizer.ConjugateGradient;
import dev.descent.engine.optimizer.GaussNewton;
import dev.descent.engine.optimizer.Lbfgs;
import dev.descent.engine.optimizer.LevenbergMarquardt;
import dev.descent.engine.optimizer.Newton;
import dev.descent.engine.optimizer.Optimizer;
import dev.descent.engine.optimizer.ScaledConjugateGradient;
import dev.descent.reference.Level;
import dev.descent.reference.Reference;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import org.jspecify.annotations.Nullable;

/** Methods that use curvature, on the full batch; one update is an epoch. */
@Schema(description = "A method that uses curvature, on the full batch; one update is an epoch.")
public sealed interface SecondOrderSpecification extends OptimizerSpecification {

	/** Up to here a matrix is factored in a fraction of a second. */
	int MOST_PARAMETERS_OF_A_MATRIX = 1000;

	@Override
	default @Nullable Double learningRate() {
		return null;
	}

	@Override
	default Map<Ingredient, String> refused() {
		return SecondOrderTexts.REFUSED;
	}

	@Override
	UpdateCost updateCost(int parameters, int outputs);

	@JsonTypeName("lbfgs")
	@Reference(level = Level.BASIC, formula = "w = w + t d, d = -H g with H from the last pairs (s, y) by two loops",
			latex = "w_{k+1} = w_k - t_k H_k g_k,\\quad H_k \\text{ from } (s_i, y_i),\\ s_i = w_{i+1}-w_i,\\ y_i = g_{i+1}-g_i",
			source = "Liu and Nocedal, 1989, On the limited memory BFGS method for large scale optimization")
	@Schema(description = "Quasi-Newton from the last few changes of the gradient, with a strong Wolfe line search.")
	record LbfgsSpecification(
			@DecimalMin(value = "0", inclusive = false) @DecimalMax("1000") @Schema(
					description = "The first step that each line search tries.", example = "1.0") Double learningRate,
			@Min(1) @Max(1000) @Schema(description = "Line searches an epoch.",
					example = "20") Integer maxIterationsPerEpoch,
			@Min(1) @Max(10000) @Schema(description = "Gradients of an epoch after which no line search begins.",
					example = "25") Integer maxEvaluationsPerEpoch,
			@Min(1) @Max(1000) @Schema(description = "Changes of the gradient that are remembered.",
					example = "10") Integer historySize,
			@DecimalMin("0") @DecimalMax("1") @Schema(description = SecondOrderTexts.TOLERANCE_GRADIENT,
					example = "1e-07") Double toleranceGradient,
			@DecimalMin("0") @DecimalMax("1") @Schema(
					description = "An epoch ends early when no parameter, or not the objective, changes by more.",
					example = "1e-09") Double toleranceChange,
			@Schema(description = Texts.PRESET, example = "pytorch") @Nullable Preset preset)
			implements
				SecondOrderSpecification {

		public LbfgsSpecification {
			learningRate = Objects.requireNonNullElse(learningRate, 1.0);
			maxIterationsPerEpoch = Objects.requireNonNullElse(maxIterationsPerEpoch, 20);
			maxEvaluationsPerEpoch = Objects.requireNonNullElse(maxEvaluationsPerEpoch, 25);
			historySize = Preset.choose(preset, historySize, 10, 100, 10, 10);
			toleranceGradient = Objects.requireNonNullElse(toleranceGradient, 1e-07);
			toleranceChange = Objects.requireNonNullElse(toleranceChange, 1e-09);
		}

		@Override
		public Set<Preset> presets() {
			return EnumSet.of(Preset.PYTORCH);
		}

		@Override
		public UpdateCost updateCost(int parameters, int outputs) {
			return UpdateCost.ofSearches(Math.min(maxEvaluationsPerEpoch + UpdateCost.LINE_SEARCH,
					(long) maxIterationsPerEpoch * UpdateCost.LINE_SEARCH), parameters);
		}

		@Override
		public Optimizer method() {
			return new Lbfgs(maxIterationsPerEpoch, maxEvaluationsPerEpoch, historySize, toleranceGradient,
					toleranceChange);
		}

	}

	@JsonTypeName("bfgs")
	@Reference(level = Level.ADVANCED, formula = "w = w - t H g; H = (I - s y'/y's) H (I - y s'/y's) + s s'/y's",
			latex = "H_{k+1} = \\left(I - \\tfrac{s_k y_k^\\top}{y_k^\\top s_k}\\right) H_k \\left(I - \\tfrac{y_k s_k^\\top}{y_k^\\top s_k}\\right) + \\tfrac{s_k s_k^\\top}{y_k^\\top s_k}",
			source = "Broyden, 1970; Fletcher, 1970; Goldfarb, 1970; Shanno, 1970; Nocedal and Wright, 2006, algorithm 6.1")
	@Schema(description = "Quasi-Newton with an estimate of the whole inverse Hessian and a strong Wolfe line search.")
	record BfgsSpecification(
			@DecimalMin("0") @DecimalMax("1") @Schema(description = SecondOrderTexts.TOLERANCE_GRADIENT,
					example = "1e-09") Double toleranceGradient)
			implements
				SecondOrderSpecification {

		public BfgsSpecification {
			toleranceGradient = Objects.requireNonNullElse(toleranceGradient, 1e-09);
		}

		@Override
		public int mostParameters() {
			return MOST_PARAMETERS_OF_A_MATRIX;
		}

		@Override
		public UpdateCost updateCost(int parameters, int outputs) {
			return UpdateCost.ofSearches(UpdateCost.LINE_SEARCH, parameters);
		}

		@Override
		public Optimizer method() {
			return new Bfgs(toleranceGradient);
		}

	}

	@JsonTypeName("conjugate_gradient")
	@Reference(level = Level.ADVANCED, formula = "w = w + t d; d = -g + max(0, g.(g - g')/g'.g') d'",
			latex = "d_k = -g_k + \\max\\left(0, \\tfrac{g_k^\\top (g_k - g_{k-1})}{g_{k-1}^\\top g_{k-1}}\\right) d_{k-1}",
			source = "Polak and Ribiere, 1969; Nocedal and Wright, 2006, section 5.2")
	@Schema(description = "Nonlinear conjugate gradients (Polak-Ribiere+) with restarts and a strong Wolfe line search.")
	record ConjugateGradientSpecification(
			@DecimalMin("0.001") @DecimalMax("0.49") @Schema(
					description = "How flat the slope must become in a line search, as a share of the first slope.",
					example = "0.1") Double c2,
			@DecimalMin("0") @DecimalMax("1") @Schema(description = SecondOrderTexts.TOLERANCE_GRADIENT,
					example = "1e-09") Double toleranceGradient)
			implements
				SecondOrderSpecification {

		public ConjugateGradientSpecification {
			c2 = Objects.requireNonNullElse(c2, 0.1);
			toleranceGradient = Objects.requireNonNullElse(toleranceGradient, 1e-09);
		}

		@Override
		public UpdateCost updateCost(int parameters, int outputs) {
			return UpdateCost.ofSearches(UpdateCost.LINE_SEARCH, parameters);
		}

		@Override
		public Optimizer method() {
			return new ConjugateGradient(c2, toleranceGradient);
		}

	}

	@JsonTypeName("scaled_conjugate_gradient")
	@Reference(level = Level.ADVANCED, formula = "w = w + a p, a = -g.p / (p.H p + lambda |p|^2)",
			latex = "w_{k+1} = w_k + \\frac{-g_k^\\top p_k}{p_k^\\top H_k p_k + \\lambda_k \\lVert p_k\\rVert^2}\\, p_k",
			source = "Moller, 1993, A scaled conjugate gradient algorithm for fast supervised learning")
	@Schema(description = "Conjugate gradients with a step from the exact curvature along them, without a line search.")
	record ScaledConjugateGradientSpecification(@DecimalMin(value = "0", inclusive = false) @DecimalMax("1") @Schema(
			description = "Where the damping of the curvature starts.", example = "1e-06") Double initialDamping,
			@DecimalMin("0") @DecimalMax("1") @Schema(description = SecondOrderTexts.TOLERANCE_GRADIENT,
					example = "1e-09") Double toleranceGradient)
			implements
				SecondOrderSpecification {

		public ScaledConjugateGradientSpecification {
			initialDamping = Objects.requireNonNullElse(initialDamping, 1e-06);
			toleranceGradient = Objects.requireNonNullElse(toleranceGradient, 1e-09);
		}

		@Override
		public @Nullable String refused(Loss loss) {
			return SecondOrderTexts.unlessSmooth(loss);
		}

		@Override
		public UpdateCost updateCost(int parameters, int outputs) {
			return UpdateCost.ofProduct(parameters);
		}

		@Override
		public Optimizer method() {
			return new ScaledConjugateGradient(initialDamping, toleranceGradient);
		}

	}

	@JsonTypeName("levenberg_marquardt")
	@Reference(level = Level.BASIC, formula = "(G + mu max(diag G) I) d = -g, w = w + d; G = J'J for mse",
			latex = "(G + \\mu \\max(\\operatorname{diag} G)\\, I)\\, d = -g,\\quad w \\leftarrow w + d,\\quad G = J^\\top J \\text{ for mse}",
			source = "Levenberg, 1944; Marquardt, 1963; Hagan and Menhaj, 1994; damping by Nielsen, 1999")
	@Schema(description = "Between Gauss-Newton and gradient descent, with a damping that finds itself.")
	record LevenbergMarquardtSpecification(
			@DecimalMin(value = "0", inclusive = false) @DecimalMax("1000000") @Schema(
					description = "Where the damping mu starts, as a share of the largest curvature of a parameter.",
					example = "1.0") Double initialDamping,
			@DecimalMin("0") @DecimalMax("1") @Schema(description = SecondOrderTexts.TOLERANCE_GRADIENT,
					example = "1e-09") Double toleranceGradient)
			implements
				SecondOrderSpecification {

		public LevenbergMarquardtSpecification {
			initialDamping = Objects.requireNonNullElse(initialDamping, 1.0);
			toleranceGradient = Objects.requireNonNullElse(toleranceGradient, 1e-09);
		}

		@Override
		public @Nullable String refused(Loss loss) {
			return SecondOrderTexts.unlessConvex(loss);
		}

		@Override
		public int mostParameters() {
			return MOST_PARAMETERS_OF_A_MATRIX;
		}

		@Override
		public UpdateCost updateCost(int parameters, int outputs) {
			return UpdateCost.ofGaussNewton(parameters, outputs);
		}

		@Override
		public Optimizer method() {
			return new LevenbergMarquardt(initialDamping, toleranceGradient);
		}

	}

	@JsonTypeName("gauss_newton")
	@Reference(level = Level.ADVANCED, formula = "(G + damping I) d = -g, w = w + t d; G = J'J for mse",
			latex = "(J^\\top J + \\lambda I)\\, d = -g,\\quad w \\leftarrow w + t d",
			source = "Nocedal and Wright, 2006, section 10.3; Schraudolph, 2002, for other losses")
	@Schema(description = "Newton's method without the curvature of the network itself, with backtracking.")
	record GaussNewtonSpecification(
			@DecimalMin("0") @DecimalMax("1000") @Schema(description = "Added to the diagonal of the matrix.",
					example = "1e-06") Double damping,
			@DecimalMin("0") @DecimalMax("1") @Schema(description = SecondOrderTexts.TOLERANCE_GRADIENT,
					example = "1e-09") Double toleranceGradient)
			implements
				SecondOrderSpecification {

		public GaussNewtonSpecification {
			damping = Objects.requireNonNullElse(damping, 1e-06);
			toleranceGradient = Objects.requireNonNullElse(toleranceGradient, 1e-09);
		}

		@Override
		public @Nullable String refused(Loss loss) {
			return SecondOrderTexts.unlessConvex(loss);
		}

		@Override
		public int mostParameters() {
			return MOST_PARAMETERS_OF_A_MATRIX;
		}

		@Override
		public UpdateCost updateCost(int parameters, int outputs) {
			return UpdateCost.ofGaussNewton(parameters, outputs);
		}

		@Override
		public Optimizer method() {
			return new GaussNewton(damping, toleranceGradient);
		}

	}

	@JsonTypeName("newton")
	@Reference(level = Level.ADVANCED, formula = "(H + shift I) d = -g, w = w + t d",
			latex = "(\\nabla^2 L + \\tau I)\\, d = -\\nabla L,\\quad w \\leftarrow w + t d",
			source = "Nocedal and Wright, 2006, algorithm 3.3; Pearlmutter, 1994, Fast exact multiplication by the Hessian")
	@Schema(description = "Newton's method with the exact Hessian, shifted where it is not positive definite.")
	record NewtonSpecification(@DecimalMin(value = "0", inclusive = false) @DecimalMax("1") @Schema(description = """
			What the shift is raised to first where the Hessian is not positive definite, as a share of its \
			largest diagonal element.""", example = "0.001") Double smallestShift,
			@DecimalMin("0") @DecimalMax("1") @Schema(description = SecondOrderTexts.TOLERANCE_GRADIENT,
					example = "1e-09") Double toleranceGradient)
			implements
				SecondOrderSpecification {

		public NewtonSpecification {
			smallestShift = Objects.requireNonNullElse(smallestShift, 0.001);
			toleranceGradient = Objects.requireNonNullElse(toleranceGradient, 1e-09);
		}

		@Override
		public @Nullable String refused(Loss loss) {
			return SecondOrderTexts.unlessSmooth(loss);
		}

		@Override
		public int mostParameters() {
			return MOST_PARAMETERS_OF_A_MATRIX;
		}

		@Override
		public UpdateCost updateCost(int parameters, int outputs) {
			return UpdateCost.ofHessian(parameters);
		}

		@Override
		public Optimizer method() {
			return new Newton(smallestShift, toleranceGradient);
		}

	}

}
