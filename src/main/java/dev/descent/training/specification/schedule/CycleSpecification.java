package dev.descent.training.specification.schedule;

import java.util.Objects;

import com.fasterxml.jackson.annotation.JsonTypeName;
import dev.descent.engine.schedule.Cyclic;
import dev.descent.engine.schedule.Momentum;
import dev.descent.engine.schedule.OneCycle;
import dev.descent.engine.schedule.Schedule;
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

/** Schedules that go up and down, the momentum against them if that is asked for. */
public sealed interface CycleSpecification extends CurveSpecification {

	Boolean cycleMomentum();

	Double baseMomentum();

	Double maxMomentum();

	@Override
	default boolean movesMomentum() {
		return cycleMomentum();
	}

	/** The momentum as the engine has it. */
	default Momentum momentum() {
		return cycleMomentum() ? new Momentum(baseMomentum(), maxMomentum()) : Momentum.UNMOVED;
	}

	/** Notes momenta that are the wrong way round. */
	default void checkMomentum(Faults faults) {
		faults.at("baseMomentum")
			.require(baseMomentum() <= maxMomentum() || !faults.noneAt("maxMomentum"), "must not be above maxMomentum");
	}

	@JsonTypeName("cyclic")
	@Reference(level = Level.ADVANCED,
			formula = "baseLearningRate + (maxLearningRate - baseLearningRate) h k, h from 0 up to 1 and back, k = 1, 2^-cycle or gamma^t",
			latex = "\\eta_t = \\eta_{low} + (\\eta_{high} - \\eta_{low})\\,h_t\\,k_t,\\quad k_t \\in \\{1, 2^{-c}, \\gamma^t\\}",
			source = "Smith, 2017, Cyclical learning rates for training neural networks, section 3.1")
	@Schema(description = "Up and down in straight lines between two rates.")
	record CyclicSpecification(@Schema(
			description = "Whether the cycles stay as high (triangular), are half as high each time (triangular2), or shrink at each step (exp_range).",
			example = "triangular") Cyclic.Mode mode,
			@DecimalMin("0") @DecimalMax("1000") @Schema(
					description = "The lowest rate. Absent or null: a quarter of maxLearningRate.",
					example = "0.05") @Nullable Double baseLearningRate,
			@DecimalMin(value = "0", inclusive = false) @DecimalMax("1000") @Schema(
					description = Texts.MAX_LEARNING_RATE, example = "0.5") @Nullable Double maxLearningRate,
			@Min(1) @Max(Lengths.MOST) @Schema(
					description = "Steps of a rise. Absent or null: a tenth of the training.",
					example = "20") @Nullable Long stepSizeUp,
			@Min(1) @Max(Lengths.MOST) @Schema(description = "Steps of a fall. Absent or null: as many as of a rise.",
					example = "20") @Nullable Long stepSizeDown,
			@DecimalMin(value = "0", inclusive = false) @DecimalMax("1") @Schema(
					description = "By what exp_range multiplies the height at each step.",
					example = "0.999") Double gamma,
			@Schema(description = Texts.CYCLE_MOMENTUM, example = "false") Boolean cycleMomentum,
			@DecimalMin("0") @DecimalMax(value = "1", inclusive = false) @Schema(description = Texts.BASE_MOMENTUM,
					example = "0.8") Double baseMomentum,
			@DecimalMin("0") @DecimalMax(value = "1", inclusive = false) @Schema(description = Texts.MAX_MOMENTUM,
					example = "0.9") Double maxMomentum,
			@Schema(description = Texts.STEP_PER, example = "update") StepPer stepPer)
			implements
				CycleSpecification,
				SelfChecking {

		public CyclicSpecification {
			mode = Objects.requireNonNullElse(mode, Cyclic.Mode.TRIANGULAR);
			gamma = Objects.requireNonNullElse(gamma, 1.0);
			cycleMomentum = Objects.requireNonNullElse(cycleMomentum, false);
			baseMomentum = Objects.requireNonNullElse(baseMomentum, 0.8);
			maxMomentum = Objects.requireNonNullElse(maxMomentum, 0.9);
			stepPer = Objects.requireNonNullElse(stepPer, StepPer.UPDATE);
		}

		@Override
		public void check(Faults faults) {
			checkMomentum(faults);
			if (baseLearningRate != null && maxLearningRate != null && faults.noneAt("maxLearningRate")) {
				faults.at("baseLearningRate")
					.require(baseLearningRate < maxLearningRate,
							"must be below maxLearningRate, which is %s".formatted(maxLearningRate));
			}
		}

		@Override
		public CyclicSpecification resolve(double learningRate, long horizon) {
			double high = Objects.requireNonNullElse(maxLearningRate, learningRate);
			long up = Lengths.orShare(stepSizeUp, 0.1, horizon);
			return new CyclicSpecification(mode, Objects.requireNonNullElse(baseLearningRate, high / 4), high, up,
					Objects.requireNonNullElse(stepSizeDown, up), gamma, cycleMomentum, baseMomentum, maxMomentum,
					stepPer);
		}

		@Override
		public Schedule rule() {
			return new Cyclic(Lengths.resolved(baseLearningRate), Lengths.resolved(maxLearningRate),
					Lengths.resolved(stepSizeUp), Lengths.resolved(stepSizeDown), mode, gamma, momentum());
		}

	}

	@JsonTypeName("one_cycle")
	@Reference(level = Level.ADVANCED,
			formula = "up from maxLearningRate / divFactor to maxLearningRate over pctStart of the steps, then down to maxLearningRate / (divFactor finalDivFactor); with threePhase down to the start first",
			latex = "\\eta_{\\max}/d \\nearrow \\eta_{\\max} \\searrow \\eta_{\\max}/(d f)",
			source = "Smith and Topin, 2018, Super-convergence: very fast training of neural networks using large learning rates")
	@Schema(description = "One rise to a high rate, and one fall far below the start.")
	record OneCycleSpecification(
			@DecimalMin(value = "0", inclusive = false) @DecimalMax("1000") @Schema(
					description = Texts.MAX_LEARNING_RATE, example = "0.5") @Nullable Double maxLearningRate,
			@DecimalMin("1") @DecimalMax("1e6") @Schema(description = "The highest rate divided by the first.",
					example = "25") Double divFactor,
			@DecimalMin("1") @DecimalMax("1e12") @Schema(description = "The first rate divided by the last.",
					example = "10000") Double finalDivFactor,
			@Min(1) @Max(Lengths.MOST) @Schema(
					description = "Steps from the first to the last. Absent or null: the whole training.",
					example = "1000") @Nullable Long totalSteps,
			@DecimalMin(value = "0", inclusive = false) @DecimalMax(value = "1", inclusive = false) @Schema(
					description = "Share of the steps that rise; at most 0.5 with threePhase.",
					example = "0.3") Double pctStart,
			@Schema(description = "Whether each phase is half a cosine wave (cos) or a straight line (linear).",
					example = "cos") AnnealStrategy annealStrategy,
			@Schema(description = "Whether it comes back to the first rate as fast as it rose, before it goes on down.",
					example = "false") Boolean threePhase,
			@Schema(description = Texts.CYCLE_MOMENTUM, example = "false") Boolean cycleMomentum,
			@DecimalMin("0") @DecimalMax(value = "1", inclusive = false) @Schema(description = Texts.BASE_MOMENTUM,
					example = "0.85") Double baseMomentum,
			@DecimalMin("0") @DecimalMax(value = "1", inclusive = false) @Schema(description = Texts.MAX_MOMENTUM,
					example = "0.95") Double maxMomentum,
			@Schema(description = Texts.STEP_PER, example = "update") StepPer stepPer)
			implements
				CycleSpecification,
				SelfChecking {

		public OneCycleSpecification {
			divFactor = Objects.requireNonNullElse(divFactor, 25.0);
			finalDivFactor = Objects.requireNonNullElse(finalDivFactor, 10_000.0);
			pctStart = Objects.requireNonNullElse(pctStart, 0.3);
			annealStrategy = Objects.requireNonNullElse(annealStrategy, AnnealStrategy.COS);
			threePhase = Objects.requireNonNullElse(threePhase, false);
			cycleMomentum = Objects.requireNonNullElse(cycleMomentum, false);
			baseMomentum = Objects.requireNonNullElse(baseMomentum, 0.85);
			maxMomentum = Objects.requireNonNullElse(maxMomentum, 0.95);
			stepPer = Objects.requireNonNullElse(stepPer, StepPer.UPDATE);
		}

		@Override
		public void check(Faults faults) {
			checkMomentum(faults);
			faults.at("pctStart")
				.require(!threePhase || pctStart <= 0.5 || !faults.noneAt("threePhase"),
						"must be at most 0.5 with threePhase, which takes as long down as up");
		}

		@Override
		public OneCycleSpecification resolve(double learningRate, long horizon) {
			return new OneCycleSpecification(Objects.requireNonNullElse(maxLearningRate, learningRate), divFactor,
					finalDivFactor, Lengths.orShare(totalSteps, 1, horizon), pctStart, annealStrategy, threePhase,
					cycleMomentum, baseMomentum, maxMomentum, stepPer);
		}

		@Override
		public Schedule rule() {
			return new OneCycle(Lengths.resolved(maxLearningRate), divFactor, finalDivFactor,
					Lengths.resolved(totalSteps), pctStart, annealStrategy == AnnealStrategy.LINEAR, threePhase,
					momentum());
		}

	}

	/** How a phase of {@code one_cycle} gets from one value to another. */
	enum AnnealStrategy {

		/** Along half a cosine wave. */
		COS,

		/** In a straight line. */
		LINEAR

	}

}
