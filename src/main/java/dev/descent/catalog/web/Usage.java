package dev.descent.catalog.web;

import dev.descent.dataset.store.DatasetStore;
import dev.descent.limits.WorkingMemory;
import dev.descent.training.JobStore;
import dev.descent.training.TrainingScheduler;
import dev.descent.web.EventStreams;
import io.swagger.v3.oas.annotations.media.Schema;
import org.springframework.stereotype.Component;

@Schema(description = "What is taken now of the limits of the same names; memory in bytes.")
record Usage(
		@Schema(description = "Jobs of every kind that are queued, running or paused.", example = "3") int activeJobs,
		@Schema(description = "Of these and of the runs of races, how many wait for their turn.",
				example = "1") int waiting,
		@Schema(description = "What the active jobs may take at most.", example = "450000") long activeMemory,
		@Schema(description = "What all finished jobs take.", example = "1200000") long resultMemory,
		@Schema(description = "Stored datasets, the example among them.", example = "1") int datasets,
		@Schema(description = "What the stored datasets take.", example = "4096") long datasetMemory,
		@Schema(description = "What is held for requests that are read and answered now.",
				example = "0") long answerMemory,
		@Schema(description = "Event streams that are open.", example = "2") int streams) {

	/** Looks what is taken. */
	@Component
	record Gauges(TrainingScheduler scheduler, JobStore jobs, DatasetStore datasets, WorkingMemory memory,
			EventStreams streams) {

		Usage read() {
			return new Usage(scheduler.room().active(), scheduler.waiting(), scheduler.room().activeBytes(),
					jobs.resultBytes(), datasets.count(), datasets.bytes(), memory.lent(), streams.open());
		}

	}

}
