package dev.descent.catalog;

import java.util.List;

import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What an entry cannot be combined with as it stands by default. */
@Schema(description = "What an entry cannot be combined with, as it is by default.")
public record Incompatibility(@Schema(
		description = "The field of a training job that is refused; the entry's own where it cannot stand there.",
		example = "network.outputActivation") String field,
		@Schema(description = """
				The values that are refused there; null if anything is. A dataset is named by what is to be learned: \
				two_classes, more_classes, numbers, or counts, which are numbers none of which is negative.""",
				example = "[\"softmax\", \"exponential\"]") @Nullable List<String> values,
		@Schema(description = "Why; a phrase without a subject is about the field.",
				example = "moves the momentum, which this optimizer does not have") String reason) {
}
