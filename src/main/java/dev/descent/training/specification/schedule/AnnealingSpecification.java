package dev.descent.training.specification.schedule;

import java.util.Objects;

import com.fasterxml.jackson.annotation.JsonTypeName;
import dev.descent.engine.schedule.Cosine;
import dev.descent.engine.schedule.CosineRestarts;
import dev.descent.engine.schedule.Schedule;
import dev.descent.engine.schedule.WarmupStableDecay;
import dev.descent.problem.Faults;
import dev.descent.problem.SelfChecking;
import dev.descent.reference.Level;
import dev.descent.reference.Reference;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import org.jspecify.annotations.Nullable;

/** Schedules that are laid out for the whole training and cool down at its end. */
public sealed interface AnnealingSpecification extends CurveSpecification {

	@JsonTypeName("cosine")
	@Reference(formula = "etaMin + (learningRate - etaMin) (1 + cos(pi t / tMax)) / 2",
			latex = "\\eta_t = \\eta_{\\min} + \\tfrac12(\\eta_0 - \\eta_{\\min})\\big(1 + \\cos(\\pi t/T_{\\max})\\big)",
			source = "Loshchilov and Hutter, 2017, SGDR: stochastic gradient descent with warm restarts, equation 5")
	@Schema(description = "Half a cosine wave down; after tMax it rises again.")
	record CosineSpecification(
			@Min(1) @Max(Lengths.MOST) @Schema(
					description = "Steps until the lowest rate. Absent or null: the whole training.",
					example = "100") @Nullable Long tMax,
			@DecimalMin("0") @DecimalMax("1000") @Schema(description = Texts.ETA_MIN, example = "0") Double etaMin,
			@Schema(description = Texts.STEP_PER, example = "epoch") StepPer stepPer)
			implements
				AnnealingSpecification {

		public CosineSpecification {
			etaMin = Objects.requireNonNullElse(etaMin, 0.0);
			stepPer = Objects.requireNonNullElse(stepPer, StepPer.EPOCH);
		}

		@Override
		public CosineSpecification resolve(double learningRate, long horizon) {
			return new CosineSpecification(Lengths.orShare(tMax, 1, horizon), etaMin, stepPer);
		}

		@Override
		public Schedule rule() {
			return new Cosine(Lengths.resolved(tMax), etaMin);
		}

	}

	@JsonTypeName("cosine_restarts")
	@Reference(level = Level.ADVANCED,
			formula = "etaMin + (learningRate - etaMin) (1 + cos(pi s / T)) / 2, s steps after the last restart, T = t0 tMult^(restarts)",
			latex = "\\eta_t = \\eta_{\\min} + \\tfrac12(\\eta_0 - \\eta_{\\min})\\big(1 + \\cos(\\pi T_{cur}/T_i)\\big),\\quad T_i = T_0\\,T_{mult}^i",
			source = "Loshchilov and Hutter, 2017, SGDR: stochastic gradient descent with warm restarts, equation 5")
	@Schema(description = "Half a cosine wave down, and again from the top, each time longer.")
	record CosineRestartsSpecification(@Min(1) @Max(Lengths.MOST) @Schema(
			description = "Length of the first cycle. Absent or null: so long that three cycles fill the training.",
			example = "10") @Nullable Long t0,
			@Min(1) @Max(100) @Schema(description = "How many times as long as the one before each cycle is.",
					example = "2") Integer tMult,
			@DecimalMin("0") @DecimalMax("1000") @Schema(description = Texts.ETA_MIN, example = "0") Double etaMin,
			@Schema(description = Texts.STEP_PER, example = "epoch") StepPer stepPer)
			implements
				AnnealingSpecification {

		public CosineRestartsSpecification {
			tMult = Objects.requireNonNullElse(tMult, 2);
			etaMin = Objects.requireNonNullElse(etaMin, 0.0);
			stepPer = Objects.requireNonNullElse(stepPer, StepPer.EPOCH);
		}

		@Override
		public CosineRestartsSpecification resolve(double learningRate, long horizon) {
			double third = 1.0 / (1 + tMult + tMult * tMult);
			return new CosineRestartsSpecification(Lengths.orShare(t0, third, horizon), tMult, etaMin, stepPer);
		}

		@Override
		public Schedule rule() {
			return new CosineRestarts(Lengths.resolved(t0), tMult, etaMin);
		}

	}

	@JsonTypeName("warmup_stable_decay")
	@Reference(level = Level.ADVANCED,
			formula = "learningRate (t + 1) / warmupSteps; then learningRate; in the last decaySteps learningRate (endFactor + (1 - endFactor) f(share)), f = 1 - s, (1 + cos(pi s)) / 2 or 1 - sqrt(s)",
			latex = "\\eta_t = \\eta_0\\cdot\\begin{cases}(t+1)/W & t < W\\\\ 1 & t < T - D\\\\ b + (1-b)\\,f\\big((t - T + D)/D\\big) & \\text{else}\\end{cases}",
			source = "Zhai, Kolesnikov, Houlsby and Beyer, 2022, Scaling vision transformers; Hu et al., 2024, MiniCPM")
	@Schema(description = "A rise, a long plateau, and a decay at the very end.")
	record WarmupStableDecaySpecification(
			@Min(0) @Max(Lengths.MOST) @Schema(
					description = "Steps of the rise. Absent or null: a twentieth of the training.",
					example = "5") @Nullable Long warmupSteps,
			@Min(1) @Max(Lengths.MOST) @Schema(
					description = "Steps of the decay. Absent or null: a tenth of totalSteps.",
					example = "10") @Nullable Long decaySteps,
			@Min(1) @Max(Lengths.MOST) @Schema(
					description = "Steps until the end of the decay. Absent or null: the whole training.",
					example = "100") @Nullable Long totalSteps,
			@Schema(description = "How it decays: a straight line (linear), half a cosine wave (cosine), or fast at first (one_minus_sqrt).",
					example = "one_minus_sqrt") WarmupStableDecay.Shape decayShape,
			@DecimalMin("0") @DecimalMax("1") @Schema(
					description = "The share of the learning rate that is left at the end.",
					example = "0") Double endFactor,
			@Schema(description = Texts.STEP_PER, example = "epoch") StepPer stepPer)
			implements
				AnnealingSpecification,
				SelfChecking {

		public WarmupStableDecaySpecification {
			decayShape = Objects.requireNonNullElse(decayShape, WarmupStableDecay.Shape.LINEAR);
			endFactor = Objects.requireNonNullElse(endFactor, 0.0);
			stepPer = Objects.requireNonNullElse(stepPer, StepPer.EPOCH);
		}

		@Override
		public void check(Faults faults) {
			if (totalSteps == null || !faults.none()) {
				return;
			}
			long parts = Objects.requireNonNullElse(warmupSteps, 0L) + Objects.requireNonNullElse(decaySteps, 0L);
			faults.at("totalSteps")
				.require(parts <= totalSteps,
						"is %d, but must be at least warmupSteps and decaySteps together, which are %d"
							.formatted(totalSteps, parts));
		}

		@Override
		public WarmupStableDecaySpecification resolve(double learningRate, long horizon) {
			long total = Lengths.orShare(totalSteps, 1, horizon);
			long decay = Lengths.orShare(decaySteps, 0.1, total);
			long rise = (warmupSteps != null) ? warmupSteps
					: Math.clamp(Math.round(0.05 * total), 0, Math.max(0, total - decay));
			return new WarmupStableDecaySpecification(rise, decay, total, decayShape, endFactor, stepPer);
		}

		@Override
		public Schedule rule() {
			return new WarmupStableDecay(Lengths.resolved(warmupSteps), Lengths.resolved(decaySteps),
					Lengths.resolved(totalSteps), decayShape, endFactor);
		}

	}

}
