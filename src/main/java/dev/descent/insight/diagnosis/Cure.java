package dev.descent.insight.diagnosis;

import java.util.Map;

import dev.descent.training.specification.TrainingJobSpecification;
import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

@Schema(description = """
		What to change. All else is as it was: data, split, seeds, length, and the start where the network is the same.""")
public record Cure(
		@Schema(description = "What it changes, in a sentence.",
				example = "Set the learning rate to 0.05 in place of 0.5.") String does,
		@Schema(description = "The JSON Merge Patch (RFC 7396) that makes the changed job of the job's document.",
				example = "{\"optimizer\": {\"learningRate\": 0.05}}") Map<String, @Nullable Object> patch,
		@Schema(description = "The changed job, ready to be posted.") TrainingJobSpecification specification) {
}
