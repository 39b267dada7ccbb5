package dev.descent.training.specification.schedule;

import java.util.Objects;

import com.fasterxml.jackson.annotation.JsonTypeName;
import dev.descent.engine.schedule.Schedule;
import dev.descent.engine.schedule.Warmup;
import dev.descent.problem.Faults;
import dev.descent.problem.SelfChecking;
import dev.descent.reference.Reference;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.Valid;
import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import org.jspecify.annotations.Nullable;

/** A rise before any other schedule. */
@JsonTypeName("warmup")
@Reference(
		formula = "for t < steps: (startFactor + (1 - startFactor) (t + 1) / steps) times the first rate of the schedule, which begins after that",
		latex = "\\eta_t = \\big(a + (1-a)\\tfrac{t+1}{W}\\big)\\,s_0 \\text{ for } t < W,\\quad \\eta_t = s_{t-W} \\text{ then}",
		source = "Goyal et al., 2017, Accurate, large minibatch SGD: training ImageNet in 1 hour, section 2.2")
@Schema(description = """
		A rise in a straight line to where another schedule begins, which then takes over. It counts what that one \
		counts, and lengths of that one that are absent mean what is left of the training.""")
public record WarmupSpecification(
		@Min(1) @Max(Lengths.MOST) @Schema(
				description = "Steps of the rise. Absent or null: a twentieth of the training.",
				example = "5") @Nullable Long steps,
		@DecimalMin("0") @DecimalMax("1") @Schema(description = "Where the rise begins, as a share of its end.",
				example = "0") Double startFactor,
		@Valid @Schema(description = "What comes after the rise; constant if absent.") CurveSpecification schedule)
		implements
			ScheduleSpecification,
			SelfChecking {

	public WarmupSpecification {
		startFactor = Objects.requireNonNullElse(startFactor, 0.0);
		schedule = Objects.requireNonNullElse(schedule, new ConstantSpecification());
	}

	@Override
	public StepPer stepPer() {
		return schedule.stepPer();
	}

	@Override
	public boolean movesMomentum() {
		return schedule.movesMomentum();
	}

	@Override
	public boolean watchesLoss() {
		return schedule.watchesLoss();
	}

	@Override
	public void check(Faults faults) {
		if (schedule instanceof SelfChecking checking) {
			checking.check(faults.at("schedule"));
		}
	}

	@Override
	public WarmupSpecification resolve(double learningRate, long horizon) {
		long rise = Lengths.orShare(steps, 0.05, horizon);
		return new WarmupSpecification(rise, startFactor, schedule.resolve(learningRate, Math.max(1, horizon - rise)));
	}

	@Override
	public Schedule rule() {
		return new Warmup(Lengths.resolved(steps), startFactor, schedule.rule());
	}

}
