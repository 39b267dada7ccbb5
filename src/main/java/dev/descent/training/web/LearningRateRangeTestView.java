package dev.descent.training.web;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import dev.descent.engine.training.StopReason;
import dev.descent.training.JobState;
import dev.descent.training.LearningRateRangeTest;
import dev.descent.training.LearningRateRangeTestId;
import dev.descent.training.LifeCycle;
import dev.descent.training.SweepOutcome;
import dev.descent.training.specification.LearningRateRangeTestSpecification;
import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

@Schema(name = "LearningRateRangeTest",
		description = "A learning-rate range test: where it stands, what it suggests, and what was asked for.")
record LearningRateRangeTestView(
		@Schema(description = "Names the test.", example = "example") LearningRateRangeTestId id,
		@Schema(description = "The name given to the job.", example = "moons with momentum") @Nullable String name,
		@Schema(description = "The labels given to the job.",
				example = "{\"course\": \"ml-101\"}") Map<String, String> labels,
		@Schema(description = "Where the test stands.", example = "succeeded") JobState state,
		@Schema(description = "Why it ended; null before that. Completed is every end that outcome names.",
				example = "completed") @Nullable StopReason stopReason,
		@Schema(description = """
				How the sweep ended by itself: at the highest rate (all_updates), because the smoothed loss grew beyond \
				stopFactor (loss_grew), or because a number became infinite (not_finite). Null if it has not.""",
				example = "loss_grew") @Nullable SweepOutcome outcome,
		@Schema(description = "All states so far, the present one last.") List<LifeCycle.Transition> transitions,
		@Schema(description = "Seconds of training so far, without waiting.", example = "0.003") double trainedSeconds,
		@Schema(description = "When it will be forgotten; null before it has ended.",
				example = "2026-01-01T14:00:00Z") @Nullable Instant expiresAt,
		@Schema(description = "Bytes of memory that the test and its curve take now, about.",
				example = "15000") long memoryBytes,
		@Schema(description = "Updates recorded so far.", example = "100") int updates,
		@Schema(description = "What to train with; null before the test has ended.") @Nullable LearningRateSuggestionView suggestion,
		@Schema(description = "What to know about the result, in sentences.", example = "[]") List<String> warnings,
		@Schema(description = "The test with every default and seed filled in; posted again, it gives the same numbers.") LearningRateRangeTestSpecification specification,
		@Schema(description = "Where the results are.",
				example = "{\"self\": \"/api/v1/learning-rate-range-tests/example\"}") Map<String, String> links) {

	static LearningRateRangeTestView of(LearningRateRangeTest test, @Nullable Instant expiresAt) {
		var job = test.specification().job();
		var suggestion = test.state().isFinal() ? LearningRateSuggestionView.of(test.curve()) : null;
		return new LearningRateRangeTestView(test.id(), job.name(), job.labels(), test.state(), test.stopReason(),
				test.outcome(), test.lifeCycle().transitions(), test.trainedFor().toNanos() / 1e9, expiresAt,
				test.bytes(), test.updates(), suggestion, warnings(test), test.specification(), links(test.id()));
	}

	private static List<String> warnings(LearningRateRangeTest test) {
		var warnings = new ArrayList<String>();
		if (test.outcome() == SweepOutcome.ALL_UPDATES && test.curve().stillFalls()) {
			warnings.add("The loss still falls at the highest rate; a higher one would show where it grows.");
		}
		if (test.stopReason() == StopReason.TIME_LIMIT) {
			warnings.add("The time limit ended the test, so the rates it reached depend on the speed of the machine.");
		}
		if (test.failure() != null) {
			warnings.add(test.failure());
		}
		return warnings;
	}

	static Map<String, String> links(LearningRateRangeTestId id) {
		var links = new LinkedHashMap<String, String>();
		links.put("self", LearningRateRangeTestController.self(id));
		links.put("curve", LearningRateRangeTestController.self(id) + "/curve");
		return links;
	}

}
