package dev.descent.training.web;

import dev.descent.limits.Limits;
import dev.descent.owner.CurrentOwner;
import dev.descent.training.LearningRateRangeTest;
import dev.descent.training.LearningRateRangeTestId;
import dev.descent.training.LearningRateRangeTests;
import dev.descent.training.specification.LearningRateRangeTestSpecification;
import dev.descent.figure.web.GetDrawn;
import dev.descent.web.MadeOnce;
import dev.descent.web.MayAnswer;
import dev.descent.web.Pending;
import dev.descent.web.Problem;
import dev.descent.web.UnchangedOnceEnded;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.headers.Header;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
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
@RequestMapping(LearningRateRangeTestController.TESTS)
@Tag(name = "Learning rates")
class LearningRateRangeTestController {

	static final String TESTS = "/api/v1/learning-rate-range-tests";

	private final LearningRateRangeTests tests;

	private final Waiting waiting;

	private final MadeOnce<LearningRateRangeTestId, LearningRateRangeTest> once;

	LearningRateRangeTestController(LearningRateRangeTests tests, Limits limits, JsonMapper mapper,
			CurrentOwner owners) {
		this.tests = tests;
		this.waiting = new Waiting(limits.longestWait());
		this.once = new MadeOnce<>(mapper, limits.idempotencyKeys(), LearningRateRangeTest::id, tests::get, owners);
	}

	@PostMapping(consumes = MediaType.APPLICATION_JSON_VALUE, produces = MediaType.APPLICATION_JSON_VALUE)
	@Operation(operationId = "createLearningRateRangeTest", summary = "Look for a learning rate", description = """
			Trains once with a learning rate that grows from update to update, until the loss grows with it (Smith, \
			2017), and suggests a rate. Answers at once, or, with `Prefer: wait=10`, when the test has ended, if it \
			does so within ten seconds. `{}` tests the training job `{}`.""")
	@ApiResponse(responseCode = "202", description = "The test is accepted and will be made.",
			headers = {
					@Header(name = "Location", description = "Where the test is.",
							schema = @Schema(type = "string", example = "/api/v1/learning-rate-range-tests/example")),
					@Header(name = MadeOnce.REPLAYED, description = MadeOnce.REPLAYED_DESCRIPTION,
							schema = @Schema(type = "string", example = "true")) })
	@ApiResponse(responseCode = "200",
			description = "The test has ended: within the time the client wanted to wait, or before an earlier request was sent again.",
			headers = {
					@Header(name = "Location", description = "Where the test is.",
							schema = @Schema(type = "string", example = "/api/v1/learning-rate-range-tests/example")),
					@Header(name = "Preference-Applied", description = "The preference that was honoured.",
							schema = @Schema(type = "string", example = "wait=10")),
					@Header(name = MadeOnce.REPLAYED, description = MadeOnce.REPLAYED_DESCRIPTION,
							schema = @Schema(type = "string", example = "true")) })
	@MayAnswer(Problem.TOO_BUSY)
	Pending<LearningRateRangeTestView> create(@RequestBody LearningRateRangeTestSpecification specification,
			@Parameter(description = "`wait=n` to wait up to n seconds for the end of the test (RFC 7240).",
					example = "wait=10") @RequestHeader(name = "Prefer", required = false) @Nullable String prefer,
			@Parameter(description = MadeOnce.DESCRIPTION) @Pattern(regexp = MadeOnce.PATTERN,
					message = MadeOnce.UNLIKE) @RequestHeader(name = MadeOnce.KEY,
							required = false) @Nullable String key) {
		var made = once.make(key, specification, () -> tests.submit(specification));
		var test = made.value();
		return waiting.answer(made, self(test.id()), prefer, () -> view(test));
	}

	static String self(LearningRateRangeTestId id) {
		return TESTS + "/" + id;
	}

	@GetMapping
	@Operation(operationId = "listLearningRateRangeTests", summary = "List tests")
	@MayAnswer(Problem.NOT_FOUND)
	@SelectsJobs
	LearningRateRangeTestList list(
			@Parameter(description = "How many at most, 1 to 100.",
					example = "20") @RequestParam(defaultValue = "20") @Min(1) @Max(100) int limit,
			@Parameter(description = "Begin after this test, or where the link to the next page says.") @RequestParam(
					required = false) @Nullable String after,
			@Parameter(description = "In the order of this; with a minus the last comes first.",
					schema = @Schema(allowableValues = { JobSort.NEWEST, JobSort.OLDEST, JobSort.NAME }),
					example = JobSort.NAME) @RequestParam(defaultValue = JobSort.NEWEST) String sort,
			@Parameter(hidden = true) JobSelection selection) {
		var page = new Page(selection, sort, after, limit);
		var found = page.of(tests, LearningRateRangeTestId::valueOf);
		return new LearningRateRangeTestList(found.jobs().stream().map(LearningRateRangeTestList.Item::of).toList(),
				page.next(TESTS, found));
	}

	@PostMapping("/cancel")
	@Operation(operationId = "cancelLearningRateRangeTests", summary = "End several tests", description = """
			Ends all tests that match; at least one filter, or `all=true`, must say which. Those that have ended \
			already are left and told.""")
	@SelectsJobs
	Bulk cancelAll(@Parameter(hidden = true) JobSelection selection,
			@Parameter(description = "Whether all are meant; not beside a filter.") @RequestParam(
					defaultValue = "false") boolean all) {
		return Bulk.of(tests, selection, all, (test) -> tests.cancel(test.id()));
	}

	@DeleteMapping
	@Operation(operationId = "deleteLearningRateRangeTests", summary = "Forget several tests", description = """
			Forgets all tests that match, with their results; at least one filter, or `all=true`, must say which. \
			Those that have not ended are left and told.""")
	@SelectsJobs
	Bulk deleteAll(@Parameter(hidden = true) JobSelection selection,
			@Parameter(description = "Whether all are meant; not beside a filter.") @RequestParam(
					defaultValue = "false") boolean all) {
		return Bulk.of(tests, selection, all, (test) -> tests.delete(test.id()));
	}

	@GetMapping("/{id}")
	@Operation(operationId = "getLearningRateRangeTest", summary = "Look at a test")
	LearningRateRangeTestView get(
			@Parameter(description = "The test.", example = "example") @PathVariable LearningRateRangeTestId id) {
		return view(tests.get(id));
	}

	@UnchangedOnceEnded
	@GetDrawn("/{id}/curve")
	@Operation(operationId = "getLearningRateCurve", summary = "The loss against the learning rate",
			description = "One point an update, as JSON or CSV.")
	LearningRateCurveView curve(
			@Parameter(description = "The test.", example = "example") @PathVariable LearningRateRangeTestId id) {
		return LearningRateCurveView.of(tests.get(id).curve());
	}

	@PostMapping("/{id}/cancel")
	@Operation(operationId = "cancelLearningRateRangeTest", summary = "End a test", description = """
			Ends a queued or running test where it is. What it recorded stays readable. A test that has ended cannot \
			be cancelled (409).""")
	@MayAnswer(Problem.CONFLICT)
	LearningRateRangeTestView cancel(
			@Parameter(description = "The test.", example = "example") @PathVariable LearningRateRangeTestId id) {
		return view(tests.cancel(id));
	}

	@DeleteMapping("/{id}")
	@ResponseStatus(HttpStatus.NO_CONTENT)
	@Operation(operationId = "deleteLearningRateRangeTest", summary = "Forget a test", description = """
			Forgets an ended test and its curve. A test that has not ended must be cancelled first (409). The example \
			is made again at once.""")
	@MayAnswer(Problem.CONFLICT)
	void delete(@Parameter(description = "The test.", example = "example") @PathVariable LearningRateRangeTestId id) {
		tests.delete(id);
	}

	private LearningRateRangeTestView view(LearningRateRangeTest test) {
		return LearningRateRangeTestView.of(test, tests.expiresAt(test));
	}

}
