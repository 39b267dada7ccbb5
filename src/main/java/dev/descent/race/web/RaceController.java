package dev.descent.race.web;

import java.time.Duration;
import java.util.List;
import java.util.Objects;

import dev.descent.figure.web.GetDrawn;
import dev.descent.limits.Limits;
import dev.descent.owner.CurrentOwner;
import dev.descent.problem.Fault;
import dev.descent.problem.RefusedException;
import dev.descent.race.Race;
import dev.descent.race.RaceEstimates;
import dev.descent.race.RaceId;
import dev.descent.race.RaceReports;
import dev.descent.race.Races;
import dev.descent.race.specification.RaceSpecification;
import dev.descent.training.web.Bulk;
import dev.descent.training.web.JobSelection;
import dev.descent.training.web.JobSort;
import dev.descent.training.web.Page;
import dev.descent.training.web.SelectsJobs;
import dev.descent.training.web.Waiting;
import dev.descent.web.EventStream;
import dev.descent.web.MadeOnce;
import dev.descent.web.MayAnswer;
import dev.descent.web.Pending;
import dev.descent.web.Problem;
import dev.descent.web.UnchangedOnceEnded;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.headers.Header;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.json.JsonMapper;

@RestController
@RequestMapping(RaceLinks.RACES)
@Tag(name = "Races")
class RaceController {

	private final Races races;

	private final RaceReports reports;

	private final RaceEstimates estimates;

	private final Waiting waiting;

	private final MadeOnce<RaceId, Race> once;

	RaceController(Races races, RaceReports reports, RaceEstimates estimates, Limits limits, JsonMapper mapper,
			CurrentOwner owners) {
		this.races = races;
		this.reports = reports;
		this.estimates = estimates;
		this.waiting = new Waiting(limits.longestWait());
		this.once = new MadeOnce<>(mapper, limits.idempotencyKeys(), Race::id, races::get, owners);
	}

	@PostMapping(consumes = MediaType.APPLICATION_JSON_VALUE, produces = MediaType.APPLICATION_JSON_VALUE)
	@Operation(operationId = "createRace", summary = "Compare jobs on equal terms",
			description = """
					Trains every variant of a job with every seed and says which is better, as far as that can be told. All \
					variants of a seed have the same initial parameters, split and batch order. With `axes` it is a sweep; without \
					variants and axes, the base alone with many seeds. Answers at once, or, with `Prefer: wait=10`, when the race has \
					ended, if it does so within ten seconds. Its runs are training jobs like others, but not in their list.""")
	@ApiResponse(responseCode = "202", description = "The race is accepted.",
			content = @Content(schema = @Schema(implementation = RaceView.class)),
			headers = {
					@Header(name = "Location", description = "Where the race is.",
							schema = @Schema(type = "string", example = "/api/v1/races/example")),
					@Header(name = MadeOnce.REPLAYED, description = MadeOnce.REPLAYED_DESCRIPTION,
							schema = @Schema(type = "string", example = "true")) })
	@ApiResponse(responseCode = "200",
			description = """
					The race has ended: within the time the client wanted to wait, or before an earlier request was sent again. \
					With `dryRun=true`: what the race would be and take.""",
			content = @Content(schema = @Schema(oneOf = { RaceView.class, RaceDryRunView.class })),
			headers = {
					@Header(name = "Location", description = "Where the race is.",
							schema = @Schema(type = "string", example = "/api/v1/races/example")),
					@Header(name = "Preference-Applied", description = "The preference that was honoured.",
							schema = @Schema(type = "string", example = "wait=10")),
					@Header(name = MadeOnce.REPLAYED, description = MadeOnce.REPLAYED_DESCRIPTION,
							schema = @Schema(type = "string", example = "true")) })
	@MayAnswer(Problem.TOO_BUSY)
	Pending<?> create(@RequestBody RaceSpecification specification,
			@Parameter(description = "Whether only to look at what the race would be and take, without making it.",
					schema = @Schema(type = "boolean", defaultValue = "false")) @RequestParam(
							required = false) @Nullable String dryRun,
			@Parameter(description = "`wait=n` to wait up to n seconds for the end of the race (RFC 7240).",
					example = "wait=10") @RequestHeader(name = "Prefer", required = false) @Nullable String prefer,
			@Parameter(description = MadeOnce.DESCRIPTION) @Pattern(regexp = MadeOnce.PATTERN,
					message = MadeOnce.UNLIKE) @RequestHeader(name = MadeOnce.KEY,
							required = false) @Nullable String key) {
		if ("true".equals(dryRun)) {
			return Pending.now(ResponseEntity.ok(RaceDryRunView.of(estimates.of(specification))));
		}
		if (dryRun != null && !dryRun.equals("false")) {
			throw new RefusedException(List.of(Fault.ofParameter("dryRun", "must be true or false")));
		}
		var made = once.make(key, specification, () -> races.submit(specification));
		var race = made.value();
		return waiting.answer(made, RaceLinks.self(race.id()), prefer, () -> view(race));
	}

	@GetMapping
	@Operation(operationId = "listRaces", summary = "List races")
	@MayAnswer(Problem.NOT_FOUND)
	@SelectsJobs
	RaceList list(
			@Parameter(description = "How many at most, 1 to 100.",
					example = "20") @RequestParam(defaultValue = "20") @Min(1) @Max(100) int limit,
			@Parameter(description = "Begin after this race, or where the link to the next page says.") @RequestParam(
					required = false) @Nullable String after,
			@Parameter(description = "In the order of this; with a minus the last comes first.",
					schema = @Schema(allowableValues = { JobSort.NEWEST, JobSort.OLDEST, JobSort.NAME }),
					example = JobSort.NAME) @RequestParam(defaultValue = JobSort.NEWEST) String sort,
			@Parameter(hidden = true) JobSelection selection) {
		var page = new Page(selection, sort, after, limit);
		var found = page.of(races, RaceId::valueOf);
		return new RaceList(found.jobs().stream().map(RaceList.Item::of).toList(), page.next(RaceLinks.RACES, found));
	}

	@PostMapping("/cancel")
	@Operation(operationId = "cancelRaces", summary = "End several races",
			description = """
					Ends all races that match; at least one filter, or `all=true`, must say which. Those that have ended already \
					are left and told.""")
	@SelectsJobs
	Bulk cancelAll(@Parameter(hidden = true) JobSelection selection,
			@Parameter(description = "Whether all are meant; not beside a filter.") @RequestParam(
					defaultValue = "false") boolean all) {
		return Bulk.of(races, selection, all, (race) -> races.cancel(race.id()));
	}

	@DeleteMapping
	@Operation(operationId = "deleteRaces", summary = "Forget several races",
			description = """
					Forgets all races that match, with their results; at least one filter, or `all=true`, must say which. Those \
					that have not ended are left and told.""")
	@SelectsJobs
	Bulk deleteAll(@Parameter(hidden = true) JobSelection selection,
			@Parameter(description = "Whether all are meant; not beside a filter.") @RequestParam(
					defaultValue = "false") boolean all) {
		return Bulk.of(races, selection, all, (race) -> races.delete(race.id()));
	}

	@GetMapping(path = "/{id}", produces = MediaType.APPLICATION_JSON_VALUE)
	@Operation(operationId = "getRace", summary = "Look at a race", description = """
			Answers at once, or, with `?wait=10`, when the race has come into another state, at the latest after ten \
			seconds. A race that has ended is answered at once.""")
	Pending<RaceView> get(@Parameter(description = "The race.", example = "example") @PathVariable RaceId id,
			@Parameter(
					description = "Seconds to wait for the next state; at most as long as the service waits (limits.longestWait).",
					example = "10") @RequestParam(required = false) @Min(0) @Nullable Integer wait,
			@Parameter(description = "With `wait`: how many transitions are known; as many as there are if absent.",
					example = "2") @RequestParam(required = false) @Min(0) @Nullable Integer seen) {
		var race = races.get(id);
		return waiting.answerAfter(race, seen, wait, () -> view(race));
	}

	@GetMapping(path = "/{id}/document", produces = MediaType.APPLICATION_JSON_VALUE)
	@Operation(operationId = "getRaceDocument", summary = "All that makes a race what it is",
			description = "The race with every default filled in. Posted again, it gives the same numbers, bit for bit, save the seconds.")
	RaceSpecification document(@Parameter(description = "The race.", example = "example") @PathVariable RaceId id) {
		return races.get(id).plan().specification();
	}

	@GetMapping(path = "/{id}/events", produces = MediaType.TEXT_EVENT_STREAM_VALUE)
	@Operation(operationId = "watchRace", summary = "Watch a race",
			description = """
					A stream of server-sent events, until the race has ended: every state (`state`), and, as often as `maxRate` \
					says, how many runs have ended (`progress`). The last event is always `end`; it says whether to connect again. \
					With `Last-Event-ID`, which browsers send by themselves, a stream goes on where another broke off.""")
	@MayAnswer(Problem.TOO_BUSY)
	EventStream<RaceEventsView> events(
			@Parameter(description = "The race.", example = "example") @PathVariable RaceId id,
			@Parameter(description = "Looks at the progress a second, 0.1 to 10.", example = "5") @RequestParam(
					defaultValue = "2") @DecimalMin("0.1") @DecimalMax("10") double maxRate,
			@Parameter(
					description = "The id of the last event of an earlier stream: what it told is left out. An id that the race never gave counts as none.") @RequestHeader(
							name = "Last-Event-ID", required = false) @Nullable Integer lastEventId) {
		var source = new RaceEvents(races.get(id), Objects.requireNonNullElse(lastEventId, 0));
		return new EventStream<>(source, Duration.ofNanos((long) (1e9 / maxRate)));
	}

	@UnchangedOnceEnded
	@GetDrawn("/{id}/leaderboard")
	@Operation(operationId = "getLeaderboard", summary = "Which variant is better, as far as that can be told",
			description = """
					How each variant did over its runs: score, losses, metrics, how many reached the target and at what cost, how \
					many diverged. Every pair is compared by the test of Mann and Whitney (1947), adjusted for their number (Holm, \
					1979); variants that cannot be told apart share a rank. With one seed nothing is ranked.""")
	LeaderboardView leaderboard(@Parameter(description = "The race.", example = "example") @PathVariable RaceId id) {
		return LeaderboardView.of(reports.of(races.get(id)));
	}

	@PostMapping("/{id}/cancel")
	@Operation(operationId = "cancelRace", summary = "End a race",
			description = """
					Ends a race where it is: nothing more is started, runs that are not through are cancelled, and those that have ended \
					stay readable. A race that has ended cannot be cancelled (409).""")
	@MayAnswer(Problem.CONFLICT)
	RaceView cancel(@Parameter(description = "The race.", example = "example") @PathVariable RaceId id) {
		return view(races.cancel(id));
	}

	@DeleteMapping("/{id}")
	@ResponseStatus(HttpStatus.NO_CONTENT)
	@Operation(operationId = "deleteRace", summary = "Forget a race",
			description = """
					Forgets an ended race; its runs stay as long as jobs do. A race that has not ended must be cancelled first (409). \
					The example is made again at once.""")
	@MayAnswer(Problem.CONFLICT)
	void delete(@Parameter(description = "The race.", example = "example") @PathVariable RaceId id) {
		races.delete(id);
	}

	private RaceView view(Race race) {
		return RaceView.of(race, reports.of(race), races.expiresAt(race));
	}

}
