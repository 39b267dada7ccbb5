package dev.descent.training.specification.optimizer;

import java.util.Map;
import java.util.Objects;

import com.fasterxml.jackson.annotation.JsonTypeName;
import dev.descent.engine.optimizer.Lookahead;
import dev.descent.engine.optimizer.Optimizer;
import dev.descent.engine.optimizer.SharpnessAware;
import dev.descent.problem.Faults;
import dev.descent.problem.SelfChecking;
import dev.descent.reference.Level;
import dev.descent.reference.Reference;
import dev.descent.training.specification.optimizer.DescentSpecification.SgdSpecification;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.Valid;
import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import org.jspecify.annotations.Nullable;

/** Methods around another method. */
public sealed interface WrapperSpecification extends OptimizerSpecification, SelfChecking {

	/** The method that is wrapped. */
	PlainSpecification optimizer();

	@Override
	default @Nullable Double learningRate() {
		return optimizer().learningRate();
	}

	@Override
	default void check(Faults faults) {
		if (optimizer() instanceof SelfChecking checking) {
			checking.check(faults.at("optimizer"));
		}
	}

	@Override
	default Map<Ingredient, String> refused() {
		return optimizer().refused();
	}

	@JsonTypeName("lookahead")
	@Reference(level = Level.ADVANCED, formula = "every k updates: slow = slow + alpha (w - slow); w = slow",
			latex = "\\phi \\leftarrow \\phi + \\alpha (\\theta_k - \\phi),\\quad \\theta_0 = \\phi",
			source = "Zhang, Lucas, Hinton and Ba, 2019, Lookahead optimizer: k steps forward, 1 step back")
	@Schema(description = "Runs ahead for k updates, then goes a share of the way after it.")
	record LookaheadSpecification(
			@Min(1) @Max(1000) @Schema(description = "Updates between two moves of the slow weights.",
					example = "5") Integer k,
			@DecimalMin(value = "0", inclusive = false) @DecimalMax("1") @Schema(description = "The share of the way.",
					example = "0.5") Double alpha,
			@Valid @Schema(description = "The method that is wrapped; sgd if absent.") PlainSpecification optimizer)
			implements
				WrapperSpecification {

		public LookaheadSpecification {
			k = Objects.requireNonNullElse(k, 5);
			alpha = Objects.requireNonNullElse(alpha, 0.5);
			optimizer = Objects.requireNonNullElse(optimizer, SgdSpecification.DEFAULT);
		}

		@Override
		public Optimizer method() {
			return new Lookahead(optimizer.method(), k, alpha);
		}

	}

	@JsonTypeName("sam")
	@Reference(level = Level.ADVANCED, formula = "g = gradient at w + rho g / |g|",
			latex = "g = \\nabla L\\big(w + \\rho\\,\\nabla L(w)/\\lVert\\nabla L(w)\\rVert\\big)",
			source = "Foret, Kleiner, Mobahi and Neyshabur, 2021, Sharpness-aware minimization, algorithm 1")
	@Schema(description = "Takes the gradient where the objective is worst nearby; two gradients an update.")
	record SharpnessAwareSpecification(
			@DecimalMin(value = "0", inclusive = false) @DecimalMax("10") @Schema(description = "How far away.",
					example = "0.05") Double rho,
			@Valid @Schema(description = "The method that is wrapped; sgd if absent.") PlainSpecification optimizer)
			implements
				WrapperSpecification {

		public SharpnessAwareSpecification {
			rho = Objects.requireNonNullElse(rho, 0.05);
			optimizer = Objects.requireNonNullElse(optimizer, SgdSpecification.DEFAULT);
		}

		@Override
		public Optimizer method() {
			return new SharpnessAware(optimizer.method(), rho);
		}

	}

}
