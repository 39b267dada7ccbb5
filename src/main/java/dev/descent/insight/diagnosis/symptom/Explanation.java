package dev.descent.insight.diagnosis.symptom;

import io.swagger.v3.oas.annotations.media.Schema;

@Schema(description = "What a finding means, at two levels.")
public record Explanation(@Schema(description = "In a sentence or two, for who learns.",
		example = "The steps are so long that they jump over the valley instead of going down into it.") String student,
		@Schema(description = "The mechanism, for who builds.",
				example = "Where the rate is above 2 / lambda-max, the error along the steepest direction grows with each step.") String engineer,
		@Schema(description = "Where to read more.",
				example = "LeCun, Bottou, Orr and Mueller, 1998, Efficient backprop") String source) {
}
