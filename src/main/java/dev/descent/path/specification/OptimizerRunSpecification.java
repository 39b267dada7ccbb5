package dev.descent.path.specification;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

import com.fasterxml.jackson.annotation.JsonTypeName;
import dev.descent.engine.optimizer.GradientRule;
import dev.descent.engine.surface.Surface;
import dev.descent.engine.training.Optimization;
import dev.descent.problem.Faults;
import dev.descent.problem.SelfChecking;
import dev.descent.training.specification.GradientClippingSpecification;
import dev.descent.training.specification.GradientNoiseSpecification;
import dev.descent.training.specification.optimizer.Ingredient;
import dev.descent.training.specification.optimizer.OptimizerSpecification;
import dev.descent.training.specification.schedule.ScheduleSpecification;
import dev.descent.training.specification.schedule.ScheduleSpecification.ConstantSpecification;
import dev.descent.training.specification.schedule.WarmupSpecification;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

@Schema(description = "An optimizer and what belongs to it, as in a training job.")
public record OptimizerRunSpecification(
		@Size(min = 1, max = 100) @Schema(
				description = "A name for people, unlike those of the others. Absent or null: that of the optimizer.",
				example = "adam") @Nullable String name,
		@NotNull @Valid OptimizerSpecification optimizer,
		@Valid @Schema(
				description = "How the learning rate moves; constant if absent. An epoch is an update here.") ScheduleSpecification schedule,
		@Valid @Nullable GradientClippingSpecification gradientClipping,
		@Valid @Nullable GradientNoiseSpecification gradientNoise) {

	public OptimizerRunSpecification {
		schedule = Objects.requireNonNullElse(schedule, new ConstantSpecification());
	}

	/** A run of an optimizer alone. */
	static OptimizerRunSpecification of(String name, OptimizerSpecification optimizer) {
		return new OptimizerRunSpecification(name, optimizer, new ConstantSpecification(), null, null);
	}

	/** Notes what does not go together. */
	void check(@Nullable Surface surface, @Nullable Integer steps, Faults faults) {
		checkPart(schedule, faults.at("schedule"));
		if (isGiven(optimizer)) {
			checkPart(optimizer, faults.at("optimizer"));
			optimizer.checkPreset(faults.at("optimizer"));
			checkIngredients(faults);
			if (surface != null && faults.noneAt("optimizer")) {
				new MethodCheck(optimizer, surface).check(faults.at("optimizer"));
			}
			if (steps != null && faults.noneAt("optimizer") && faults.noneAt("schedule")) {
				checkPart(layOut(steps), faults.at("schedule"));
			}
		}
	}

	/** What must be there is checked even if it is not. */
	private static boolean isGiven(@Nullable Object part) {
		return part != null;
	}

	private static void checkPart(Object part, Faults faults) {
		if (part instanceof SelfChecking checking) {
			checking.check(faults);
		}
	}

	private void checkIngredients(Faults faults) {
		var atSchedule = faults.at("schedule");
		var atCycle = ((schedule instanceof WarmupSpecification) ? atSchedule.at("schedule") : atSchedule)
			.at("cycleMomentum");
		refuse(Ingredient.SCHEDULE, !(schedule instanceof ConstantSpecification), atSchedule);
		refuse(Ingredient.MOMENTUM_CYCLING, schedule.movesMomentum(), atCycle);
		refuse(Ingredient.GRADIENT_CLIPPING, gradientClipping != null, faults.at("gradientClipping"));
		refuse(Ingredient.GRADIENT_NOISE, gradientNoise != null, faults.at("gradientNoise"));
	}

	private void refuse(Ingredient ingredient, boolean asked, Faults faults) {
		String reason = optimizer.refused().get(ingredient);
		if (asked && reason != null) {
			faults.add(reason);
		}
	}

	/** What the optimizer is called in the API. */
	String method() {
		return optimizer.getClass().getAnnotation(JsonTypeName.class).value();
	}

	/** The same run with every field set. */
	OptimizerRunSpecification resolve(String name, int steps) {
		return new OptimizerRunSpecification(name, optimizer, layOut(steps), gradientClipping, gradientNoise);
	}

	private ScheduleSpecification layOut(int steps) {
		return schedule.resolve(learningRate(), steps);
	}

	private double learningRate() {
		return Objects.requireNonNullElse(optimizer.learningRate(), 1.0);
	}

	/** What a resolved run asks of the engine. */
	public Optimization optimization() {
		List<GradientRule> rules = new ArrayList<>();
		if (gradientNoise != null) {
			rules.add(gradientNoise.gradientRule());
		}
		if (gradientClipping != null) {
			rules.add(gradientClipping.gradientRule());
		}
		return new Optimization(optimizer.method(), learningRate(), schedule.rule(), true, rules);
	}

	/** The gradients that an update takes, about and at most. */
	long gradientsPerUpdate() {
		return optimizer.updateCost(2, 1).gradients();
	}

}
