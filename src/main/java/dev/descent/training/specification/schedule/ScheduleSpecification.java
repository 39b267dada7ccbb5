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
public sealed interface ScheduleSpecification {

	/** What it counts. */
	default StepPer stepPer() {
		return StepPer.EPOCH;
	}

	Schedule schedule();

	@JsonTypeName("constant")
	@Reference(formula = "learningRate", latex = "\\eta_t = \\eta_0", source = "Robbins and Monro, 1951")
	@Schema(description = "The same learning rate all the time.")
	record ConstantSpecification() implements ScheduleSpecification {

		@Override
		public Schedule schedule() {
			return new Constant();
		}

	}

}
