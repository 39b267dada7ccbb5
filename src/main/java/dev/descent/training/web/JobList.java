package dev.descent.training.web;

import java.time.Instant;
import java.util.List;
import java.util.Map;

import dev.descent.training.JobState;
import dev.descent.training.TrainingJob;
import dev.descent.training.TrainingJobId;
import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

@Schema(description = "Some of the jobs, the newest first.")
record JobList(@Schema(description = "The jobs.") List<Item> jobs,
		@Schema(description = "Where the next ones are; null if there are none.",
				example = "/api/v1/training-jobs?limit=20&after=example") @Nullable String next) {

	@Schema(name = "TrainingJobItem", description = "A job in short.")
	record Item(@Schema(description = "Names the job.", example = "example") TrainingJobId id,
			@Schema(description = "The name given.", example = "moons with momentum") @Nullable String name,
			@Schema(description = "The labels given.", example = "{\"course\": \"ml-101\"}") Map<String, String> labels,
			@Schema(description = "Where the job stands.", example = "succeeded") JobState state,
			@Schema(description = "When it was posted.", example = "2026-01-01T12:00:00Z") Instant createdAt,
			@Nullable Progress progress, @Schema(description = "Where the results are.",
					example = "{\"self\": \"/api/v1/training-jobs/example\"}") Map<String, String> links) {

		static Item of(TrainingJob job, Instant now) {
			return new Item(job.id(), job.specification().name(), job.specification().labels(), job.state(),
					job.lifeCycle().createdAt(), Progress.of(job, now), JobLinks.of(job));
		}

	}

}
