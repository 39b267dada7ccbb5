package dev.descent.insight.diagnosis;

import java.util.Comparator;
import java.util.List;

import dev.descent.insight.diagnosis.symptom.Confidence;
import dev.descent.insight.diagnosis.symptom.Evidence;
import dev.descent.insight.diagnosis.symptom.Explanation;
import dev.descent.insight.diagnosis.symptom.Severity;
import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

@Schema(description = "Something that is wrong with a run.")
public record Finding(@Schema(description = "What it is called.", example = "learning_rate_too_high") String name,
		@Schema(description = "What it costs.", example = "moderate") Severity severity,
		@Schema(description = "How far it can be trusted.", example = "likely") Confidence confidence,
		@Schema(description = "What was found, with the numbers that matter.",
				example = "In the second half of the run the training loss rose by 12.0 % of itself at a mean evaluation.") String statement,
		@Schema(description = "The numbers that it was told by.") List<Evidence> evidence, Explanation explanation,
		@Schema(description = "What to change; null where every change would be refused.") @Nullable Cure cure) {

	/** The worst first, then the surest. */
	static final Comparator<Finding> BY_WEIGHT = Comparator.comparing(Finding::severity)
		.thenComparing(Finding::confidence)
		.thenComparing(Finding::name);

}
