package dev.descent.training.web;

import java.time.Instant;
import java.util.List;
import java.util.Map;

import dev.descent.training.JobState;
import dev.descent.training.LearningRateRangeTest;
import dev.descent.training.LearningRateRangeTestId;
import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

@Schema(description = "Some of the learning-rate range tests, the newest first.")
record LearningRateRangeTestList(@Schema(description = "The tests.") List<Item> tests,
		@Schema(description = "Where the next ones are; null if there are none.",
				example = "/api/v1/learning-rate-range-tests?limit=20&after=example") @Nullable String next) {

	@Schema(name = "LearningRateRangeTestItem", description = "A learning-rate range test in short.")
	record Item(@Schema(description = "Names the test.", example = "example") LearningRateRangeTestId id,
			@Schema(description = "The name given to the job.", example = "moons with momentum") @Nullable String name,
			@Schema(description = "The labels given to the job.",
					example = "{\"course\": \"ml-101\"}") Map<String, String> labels,
			@Schema(description = "Where the test stands.", example = "succeeded") JobState state,
			@Schema(description = "When it was posted.", example = "2026-01-01T12:00:00Z") Instant createdAt,
			@Schema(description = "Where the results are.",
					example = "{\"self\": \"/api/v1/learning-rate-range-tests/example\"}") Map<String, String> links) {

		static Item of(LearningRateRangeTest test) {
			var job = test.specification().job();
			return new Item(test.id(), job.name(), job.labels(), test.state(), test.lifeCycle().createdAt(),
					LearningRateRangeTestView.links(test.id()));
		}

	}

}
