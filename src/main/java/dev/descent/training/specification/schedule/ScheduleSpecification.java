package dev.descent.training.specification.schedule;

import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.annotation.JsonTypeName;
import dev.descent.engine.schedule.Constant;
import dev.descent.engine.schedule.Schedule;
import dev.descent.reference.Reference;
import io.swagger.v3.oas.annotations.media.Schema;

/** How the learning rate moves during a run. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
@Schema(description = "How the learning rate moves during a run.")
public sealed interface ScheduleSpecification permits CurveSpecification, WarmupSpecification {

	/** What it counts. */
	default StepPer stepPer() {
		return StepPer.EPOCH;
	}

	/** Whether it takes the place of the method's own momentum. */
	default boolean movesMomentum() {
		return false;
	}

	/** Whether it depends on what the training reaches. */
	default boolean watchesLoss() {
		return false;
	}

	/**
	 * The same schedule with every field set, laid out for a training.
	 * @param learningRate of the optimizer
	 * @param horizon what the training has of {@link #stepPer()}, at least 1
	 */
	ScheduleSpecification resolve(double learningRate, long horizon);

	/** The rule itself, once it is resolved. */
	Schedule rule();

	@JsonTypeName("constant")
	@Reference(formula = "learningRate", latex = "\\eta_t = \\eta_0",
			source = "Rumelhart, Hinton and Williams, 1986, Learning representations by back-propagating errors")
	@Schema(description = "The same learning rate all the time.")
	record ConstantSpecification() implements CurveSpecification {

		@Override
		public ConstantSpecification resolve(double learningRate, long horizon) {
			return this;
		}

		@Override
		public Schedule rule() {
			return new Constant();
		}

	}

}
