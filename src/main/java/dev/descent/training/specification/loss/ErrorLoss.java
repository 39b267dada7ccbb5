package dev.descent.training.specification.loss;

import java.util.Objects;

import com.fasterxml.jackson.annotation.JsonTypeName;
import dev.descent.dataset.DatasetShape;
import dev.descent.dataset.Task;
import dev.descent.engine.loss.Huber;
import dev.descent.engine.loss.LogCosh;
import dev.descent.engine.loss.Loss;
import dev.descent.engine.loss.MeanAbsoluteError;
import dev.descent.engine.loss.MeanSquaredError;
import dev.descent.engine.loss.Poisson;
import dev.descent.problem.Faults;
import dev.descent.reference.Level;
import dev.descent.reference.Reference;
import dev.descent.training.specification.activation.ActivationSpecification;
import dev.descent.training.specification.activation.OutputActivation.ExponentialActivation;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;

/** Losses that measure how far an output is from a number. */
public sealed interface ErrorLoss extends LossSpecification {

	@JsonTypeName("mse")
	@Reference(formula = "mean of (a - target)^2", latex = "\\frac{1}{NK}\\sum (a - y)^2",
			source = "Legendre, 1805, Nouvelles methodes pour la determination des orbites des cometes")
	@Schema(description = "Mean squared error over samples and outputs, without a factor 1/2.")
	record MeanSquaredErrorSpecification() implements ErrorLoss {

		@Override
		public Loss loss() {
			return new MeanSquaredError();
		}

	}

	@JsonTypeName("mae")
	@Reference(formula = "mean of |a - target|", latex = "\\frac{1}{NK}\\sum |a - y|",
			source = "Boscovich, 1757, De litteraria expeditione per pontificiam ditionem")
	@Schema(description = "Mean absolute error over samples and outputs.")
	record MeanAbsoluteErrorSpecification() implements ErrorLoss {

		@Override
		public Loss loss() {
			return new MeanAbsoluteError();
		}

	}

	@JsonTypeName("huber")
	@Reference(level = Level.ADVANCED,
			formula = "mean of e^2 / 2 if |e| <= delta, else delta (|e| - delta / 2), e = a - target",
			latex = "\\tfrac12 e^2 \\text{ if } |e| \\le \\delta,\\ \\delta(|e| - \\tfrac12\\delta) \\text{ otherwise}",
			source = "Huber, 1964, Robust estimation of a location parameter")
	@Schema(description = "Squared for small errors, absolute for large ones, so that outliers pull no harder.")
	record HuberSpecification(@DecimalMin(value = "0", inclusive = false) @DecimalMax("1e6") @Schema(
			description = "The error from which on the loss is absolute.", example = "1.0") Double delta)
			implements
				ErrorLoss {

		public HuberSpecification {
			delta = Objects.requireNonNullElse(delta, 1.0);
		}

		@Override
		public Loss loss() {
			return new Huber(delta);
		}

	}

	@JsonTypeName("log_cosh")
	@Reference(level = Level.ADVANCED, formula = "mean of log(cosh(a - target))",
			latex = "\\frac{1}{NK}\\sum \\log\\cosh(a - y)",
			source = "Green, 1990, Bayesian reconstructions from emission tomography data using a modified EM algorithm")
	@Schema(description = "Like half the square for small errors, like the magnitude for large ones, and smooth.")
	record LogCoshSpecification() implements ErrorLoss {

		@Override
		public Loss loss() {
			return new LogCosh();
		}

	}

	@JsonTypeName("poisson")
	@Reference(level = Level.ADVANCED, formula = "mean of e^z - target z", latex = "\\frac{1}{N}\\sum e^z - y z",
			source = "McCullagh and Nelder, 1989, Generalized linear models")
	@Schema(description = "Negative log-likelihood of counts; needs an exponential output and own data without negative targets.")
	record PoissonSpecification() implements ErrorLoss {

		@Override
		public ActivationSpecification usualOutput(Task task) {
			return new ExponentialActivation();
		}

		@Override
		public void checkFit(DatasetShape shape, ActivationSpecification output, Faults faults) {
			faults.require(shape.task() == Task.REGRESSION,
					"poisson needs counts as targets, not classes; leave it out for a loss that fits");
			faults.require(shape.task() != Task.REGRESSION || shape.nonNegativeTargets(),
					"poisson needs counts as targets: inline or stored numbers, none of them negative; use mse");
			faults.require(output instanceof ExponentialActivation,
					"poisson needs an exponential output; set network.outputActivation to exponential or use mse");
		}

		@Override
		public Loss loss() {
			return new Poisson();
		}

	}

}
