package dev.descent.training.web;

import java.time.Clock;
import java.time.Duration;
import java.util.Objects;

import dev.descent.training.TrainingJobId;
import dev.descent.training.TrainingJobs;
import dev.descent.web.EventStream;
import dev.descent.web.MayAnswer;
import dev.descent.web.Problem;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping(JobLinks.JOBS + "/{id}")
@Tag(name = "Training jobs")
class TrainingJobEventsController {

	private final TrainingJobs jobs;

	private final BoundaryFrames frames;

	private final Clock clock;

	TrainingJobEventsController(TrainingJobs jobs, BoundaryFrames frames, Clock clock) {
		this.jobs = jobs;
		this.frames = frames;
		this.clock = clock;
	}

	@GetMapping(path = "/events", produces = MediaType.TEXT_EVENT_STREAM_VALUE)
	@Operation(operationId = "watchTrainingJob", summary = "Watch a job", description = """
			A stream of server-sent events, until the job has ended. First come all states so far, then every further \
			state as it comes (`state`), and, as often as `maxRate` says, what has changed: `progress`, `checkpoint`, \
			`boundary`. A client that reads slowly misses none of the states and gets the newest numbers. The last \
			event is always `end`; it says whether to connect again. The `id` of an event is the number of \
			transitions up to it, so that with `Last-Event-ID`, which browsers send by themselves, a stream goes on \
			where another broke off.""")
	@MayAnswer(Problem.TOO_BUSY)
	EventStream<TrainingJobEvents> events(
			@Parameter(description = "The job.", example = "example") @PathVariable TrainingJobId id,
			@Parameter(description = "Looks at numbers and boundaries a second, 0.1 to 10.",
					example = "5") @RequestParam(
							defaultValue = "2") @DecimalMin("0.1") @DecimalMax("10") double maxRate,
			@Parameter(description = "Send boundaries too, with so many points along each axis, 2 to 100.",
					example = "40") @RequestParam(required = false) @Min(2) @Max(100) @Nullable Integer boundary,
			@Parameter(
					description = "The id of the last event of an earlier stream: what it told is left out. An id that the job never gave counts as none.") @RequestHeader(
							name = "Last-Event-ID", required = false) @Nullable Integer lastEventId) {
		var source = new JobEvents(jobs.get(id), Objects.requireNonNullElse(lastEventId, 0), frames, boundary, clock);
		return new EventStream<>(source, Duration.ofNanos((long) (1e9 / maxRate)));
	}

}
