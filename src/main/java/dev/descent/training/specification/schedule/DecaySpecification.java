package dev.descent.training.specification.schedule;

import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

import com.fasterxml.jackson.annotation.JsonTypeName;
import dev.descent.engine.schedule.ExponentialDecay;
import dev.descent.engine.schedule.InverseTime;
import dev.descent.engine.schedule.LinearRamp;
import dev.descent.engine.schedule.MultiStep;
import dev.descent.engine.schedule.PolynomialDecay;
import dev.descent.engine.schedule.Schedule;
import dev.descent.engine.schedule.StepDecay;
import dev.descent.problem.Faults;
import dev.descent.problem.SelfChecking;
import dev.descent.reference.Level;
import dev.descent.reference.Reference;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/** Schedules that fall, by a rule as old as the field, or go from one rate to another. */
public sealed interface DecaySpecification extends CurveSpecification {

	@JsonTypeName("step")
	@Reference(formula = "learningRate gamma^floor(t / stepSize)",
			latex = "\\eta_t = \\eta_0\\,\\gamma^{\\lfloor t/s \\rfloor}",
			source = "Szegedy et al., 2015, Going deeper with convolutions, section 6")
	@Schema(description = "Falls by a factor every so many steps.")
	record StepSpecification(
			@Min(1) @Max(Lengths.MOST) @Schema(
					description = "Steps from one fall to the next. Absent or null: a third of the training.",
					example = "30") @Nullable Long stepSize,
			@DecimalMin(value = "0", inclusive = false) @DecimalMax("1") @Schema(
					description = "By what the rate is multiplied.", example = "0.1") Double gamma,
			@Schema(description = Texts.STEP_PER, example = "epoch") StepPer stepPer) implements DecaySpecification {

		public StepSpecification {
			gamma = Objects.requireNonNullElse(gamma, 0.1);
			stepPer = Objects.requireNonNullElse(stepPer, StepPer.EPOCH);
		}

		@Override
		public StepSpecification resolve(double learningRate, long horizon) {
			return new StepSpecification(Lengths.orShare(stepSize, 1.0 / 3, horizon), gamma, stepPer);
		}

		@Override
		public Schedule rule() {
			return new StepDecay(Lengths.resolved(stepSize), gamma);
		}

	}

	@JsonTypeName("multi_step")
	@Reference(formula = "learningRate gamma^(number of milestones at or before t)",
			latex = "\\eta_t = \\eta_0\\,\\gamma^{|\\{m \\le t\\}|}",
			source = "He, Zhang, Ren and Sun, 2016, Deep residual learning for image recognition, section 4.2")
	@Schema(description = "Falls by a factor at each of some moments.")
	record MultiStepSpecification(@Size(min = 1, max = 100) @Schema(
			description = "Steps after which the rate falls, in ascending order. Absent or null: half and three quarters of the training.",
			example = "[30, 60]") @Nullable List<@NotNull @Min(1) @Max(Lengths.MOST) Long> milestones,
			@DecimalMin(value = "0", inclusive = false) @DecimalMax("1") @Schema(
					description = "By what the rate is multiplied.", example = "0.1") Double gamma,
			@Schema(description = Texts.STEP_PER, example = "epoch") StepPer stepPer)
			implements
				DecaySpecification,
				SelfChecking {

		public MultiStepSpecification {
			gamma = Objects.requireNonNullElse(gamma, 0.1);
			stepPer = Objects.requireNonNullElse(stepPer, StepPer.EPOCH);
		}

		@Override
		public void check(Faults faults) {
			if (milestones == null || !faults.noneAt("milestones")) {
				return;
			}
			for (int i = 1; i < milestones.size(); i++) {
				faults.at("milestones")
					.at(i)
					.require(milestones.get(i - 1) < milestones.get(i), "must be above the one before it");
			}
		}

		@Override
		public MultiStepSpecification resolve(double learningRate, long horizon) {
			List<Long> chosen = (milestones != null) ? milestones
					: Stream.of(0.5, 0.75).map((share) -> Lengths.orShare(null, share, horizon)).distinct().toList();
			return new MultiStepSpecification(chosen, gamma, stepPer);
		}

		@Override
		public Schedule rule() {
			return new MultiStep(Lengths.resolved(milestones).stream().mapToLong(Long::longValue).toArray(), gamma);
		}

	}

	@JsonTypeName("exponential")
	@Reference(formula = "learningRate gamma^t", latex = "\\eta_t = \\eta_0\\,\\gamma^t",
			source = "Senior, Heigold, Ranzato and Yang, 2013, An empirical study of learning rates in deep neural networks for speech recognition")
	@Schema(description = "Falls by the same factor at every step.")
	record ExponentialSpecification(
			@DecimalMin(value = "0", inclusive = false) @DecimalMax("1") @Schema(
					description = "By what the rate is multiplied.", example = "0.99") Double gamma,
			@Schema(description = Texts.STEP_PER, example = "epoch") StepPer stepPer) implements DecaySpecification {

		public ExponentialSpecification {
			gamma = Objects.requireNonNullElse(gamma, 0.995);
			stepPer = Objects.requireNonNullElse(stepPer, StepPer.EPOCH);
		}

		@Override
		public ExponentialSpecification resolve(double learningRate, long horizon) {
			return this;
		}

		@Override
		public Schedule rule() {
			return new ExponentialDecay(gamma);
		}

	}

	@JsonTypeName("inverse_time")
	@Reference(formula = "learningRate / (1 + decay t)", latex = "\\eta_t = \\eta_0 / (1 + d\\,t)",
			source = "Robbins and Monro, 1951, A stochastic approximation method; Bottou, 2010, Large-scale machine learning with stochastic gradient descent")
	@Schema(description = "Falls with the inverse of time: just slowly enough to get anywhere.")
	record InverseTimeSpecification(
			@DecimalMin("0") @DecimalMax("1e6") @Schema(
					description = "How fast; after 1 / decay steps the rate is half.", example = "0.01") Double decay,
			@Schema(description = Texts.STEP_PER, example = "epoch") StepPer stepPer) implements DecaySpecification {

		public InverseTimeSpecification {
			decay = Objects.requireNonNullElse(decay, 0.01);
			stepPer = Objects.requireNonNullElse(stepPer, StepPer.EPOCH);
		}

		@Override
		public InverseTimeSpecification resolve(double learningRate, long horizon) {
			return this;
		}

		@Override
		public Schedule rule() {
			return new InverseTime(decay);
		}

	}

	@JsonTypeName("polynomial")
	@Reference(formula = "learningRate (1 - min(t, totalIterations) / totalIterations)^power",
			latex = "\\eta_t = \\eta_0\\,(1 - \\min(t, T)/T)^p",
			source = "Liu, Rabinovich and Berg, 2015, ParseNet: looking wider to see better; Chen et al., 2018, DeepLab")
	@Schema(description = "Falls to zero along a power of the time that is left.")
	record PolynomialSpecification(
			@Min(1) @Max(Lengths.MOST) @Schema(
					description = "Steps until it is zero. Absent or null: the whole training.",
					example = "100") @Nullable Long totalIterations,
			@DecimalMin(value = "0", inclusive = false) @DecimalMax("100") @Schema(
					description = "The power; 1 is a straight line.", example = "2") Double power,
			@Schema(description = Texts.STEP_PER, example = "epoch") StepPer stepPer) implements DecaySpecification {

		public PolynomialSpecification {
			power = Objects.requireNonNullElse(power, 1.0);
			stepPer = Objects.requireNonNullElse(stepPer, StepPer.EPOCH);
		}

		@Override
		public PolynomialSpecification resolve(double learningRate, long horizon) {
			return new PolynomialSpecification(Lengths.orShare(totalIterations, 1, horizon), power, stepPer);
		}

		@Override
		public Schedule rule() {
			return new PolynomialDecay(Lengths.resolved(totalIterations), power);
		}

	}

	@JsonTypeName("linear")
	@Reference(level = Level.BASIC,
			formula = "learningRate (startFactor + (endFactor - startFactor) min(t, totalIterations) / totalIterations)",
			latex = "\\eta_t = \\eta_0\\,\\big(a + (b - a)\\min(t, T)/T\\big)",
			source = "Defazio, Cutkosky, Mehta and Mishchenko, 2023, When, why and how much? Adaptive learning rate scheduling by refinement (down to zero); PyTorch, LinearLR")
	@Schema(description = "Goes in a straight line from one share of the learning rate to another, and stays there.")
	record LinearSpecification(
			@DecimalMin("0") @DecimalMax("1000") @Schema(description = "The first share.",
					example = "1") Double startFactor,
			@DecimalMin("0") @DecimalMax("1000") @Schema(description = "The last share.",
					example = "0") Double endFactor,
			@Min(1) @Max(Lengths.MOST) @Schema(
					description = "Steps from the first to the last. Absent or null: the whole training.",
					example = "100") @Nullable Long totalIterations,
			@Schema(description = Texts.STEP_PER, example = "epoch") StepPer stepPer) implements DecaySpecification {

		public LinearSpecification {
			startFactor = Objects.requireNonNullElse(startFactor, 1.0);
			endFactor = Objects.requireNonNullElse(endFactor, 0.0);
			stepPer = Objects.requireNonNullElse(stepPer, StepPer.EPOCH);
		}

		@Override
		public LinearSpecification resolve(double learningRate, long horizon) {
			return new LinearSpecification(startFactor, endFactor, Lengths.orShare(totalIterations, 1, horizon),
					stepPer);
		}

		@Override
		public Schedule rule() {
			return new LinearRamp(startFactor, endFactor, Lengths.resolved(totalIterations));
		}

	}

}
