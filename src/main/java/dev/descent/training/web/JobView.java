package dev.descent.training.web;

import java.time.Instant;
import java.util.List;
import java.util.Map;

import dev.descent.engine.training.StopReason;
import dev.descent.training.JobState;
import dev.descent.training.LifeCycle;
import dev.descent.training.Origin;
import dev.descent.training.TrainingJob;
import dev.descent.training.TrainingJobId;
import dev.descent.training.specification.TrainingJobSpecification;
import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

@Schema(name = "TrainingJob", description = "A training job: where it stands, how it goes, and what was asked for.")
public record JobView(@Schema(description = "Names the job.", example = "example") TrainingJobId id,
		@Schema(description = "The name given.", example = "moons with momentum") @Nullable String name,
		@Schema(description = "The labels given.", example = "{\"course\": \"ml-101\"}") Map<String, String> labels,
		@Schema(description = "The notes given.", example = "Does momentum help here?") @Nullable String notes,
		@Schema(description = "Where the job stands.", example = "succeeded") JobState state,
		@Schema(description = "Why it ended; null before that.", example = "completed") @Nullable StopReason stopReason,
		@Schema(description = "All states so far, the present one last.") List<LifeCycle.Transition> transitions,
		@Schema(description = "Updates made when a paused job stands still, perhaps in the middle of an epoch; null unless it is paused.",
				example = "null") @Nullable Long pausedAtStep,
		@Schema(description = "Seconds of training so far, without waiting.", example = "0.031") double trainedSeconds,
		@Schema(description = "When it will be forgotten; null before it has ended.",
				example = "2026-01-01T14:00:00Z") @Nullable Instant expiresAt,
		@Schema(description = "Bytes of memory that the job and its results take now, about.",
				example = "60000") long memoryBytes,
		@Schema(description = "How far it is; null before the first epoch is evaluated.") @Nullable Progress progress,
		@Schema(description = "What was trained and what came out; null before the job has started.") @Nullable Summary summary,
		@Schema(description = "What to know about the result, in sentences.", example = "[]") List<String> warnings,
		@Schema(description = "The job that it was made from; null if it was posted.") @Nullable Origin origin,
		@Schema(description = "The job with every default and seed filled in; posted again, it gives the same numbers.") TrainingJobSpecification specification,
		@Schema(description = "What is in force after all amendments; null if there are none.") @Nullable TrainingJobSpecification amended,
		@Schema(description = "Where the results are.",
				example = "{\"self\": \"/api/v1/training-jobs/example\"}") Map<String, String> links) {

	static JobView of(TrainingJob job, @Nullable Instant expiresAt, Instant now) {
		var document = job.document();
		return new JobView(job.id(), document.name(), document.labels(), document.notes(), job.state(),
				job.stopReason(), job.lifeCycle().transitions(), job.pausedAtStep(), job.trainedFor().toNanos() / 1e9,
				expiresAt, job.bytes(), Progress.of(job, now), Summary.of(job), Warnings.of(job), job.origin(),
				document, document.amendments().isEmpty() ? null : job.specification(), JobLinks.of(job));
	}

}
