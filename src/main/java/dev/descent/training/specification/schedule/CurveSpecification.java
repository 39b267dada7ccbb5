package dev.descent.training.specification.schedule;

import io.swagger.v3.oas.annotations.media.Schema;

/** A schedule that a warm-up may come before: any but a warm-up. */
@Schema(description = "A schedule that a warm-up may come before: any but a warm-up.")
public sealed interface CurveSpecification extends ScheduleSpecification
		permits ScheduleSpecification.ConstantSpecification, DecaySpecification, AnnealingSpecification,
		CycleSpecification, PlateauSpecification {

	@Override
	CurveSpecification resolve(double learningRate, long horizon);

}
