package dev.descent.training.web;

import java.net.http.HttpRequest.BodyPublishers;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;

import dev.descent.support.Api;
import dev.descent.support.HttpTest;
import dev.descent.support.Watching.Event;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

import static dev.descent.support.Problems.isProblem;
import static org.assertj.core.api.Assertions.assertThat;

/** What a client is told that watches a job. */
@HttpTest
class TrainingJobEventsTests {

	private static final String ENDLESS = """
			{"training": {"epochs": 100000000, "timeLimit": "PT1H", "earlyStopping": {"patience": 1000000}}}""";

	@Autowired
	private Api api;

	@AfterEach
	void cancelAll() {
		api.cancelAll();
	}

	@Test
	void aJobThatHasEndedTellsItsStatesTheLastNumbersAndTheEnd() {
		var job = api.train("{\"training\": {\"epochs\": 30, \"batchSize\": 16}}");
		try (var watching = api.watch(job, "").opened()) {
			var events = watching.rest();
			assertThat(events).extracting(Event::name)
				.containsExactly("state", "state", "progress", "checkpoint", "state", "end");
			assertThat(events).extracting(Event::id).containsExactly(1, 2, 2, 2, 3, 3);
			tellsAll(job, 0, events);
			var progress = events.get(2).data();
			assertThat(progress).isEqualTo(job.path("progress"));
			assertThat(progress.path("epoch").asInt()).isEqualTo(30);
			assertThat(progress.path("step").asInt()).isEqualTo(150);
			assertThat(progress.path("trainLoss")).isEqualTo(job.at("/summary/train/loss"));
			assertThat(progress.path("validationLoss")).isEqualTo(job.at("/summary/validation/loss"));
			assertThat(progress.path("trainMetric")).isEqualTo(job.at("/summary/train/accuracy"));
			assertThat(progress.path("validationMetric")).isEqualTo(job.at("/summary/validation/accuracy"));
			assertThat(progress.path("samplesPerSecond").asDouble()).isPositive();
			assertThat(progress.path("estimatedFinish").isNull()).isTrue();
			assertThat(progress.path("patienceLeft").isNull()).isTrue();
			assertThat(events.get(3).data().toString()).isEqualTo("{\"epoch\":30,\"step\":150}");
		}
	}

	@Test
	void theAnswerIsAStreamThatNobodyKeeps() {
		var answer = api.get(Api.JOBS + "/example/events");
		assertThat(answer.status()).isEqualTo(200);
		assertThat(answer.mediaType()).isEqualTo("text/event-stream");
		assertThat(answer.header("Cache-Control")).isEqualTo("no-store");
		assertThat(answer.header("X-Accel-Buffering")).isEqualTo("no");
		assertThat(answer.body()).contains("event: end\ndata: {");
	}

	@Test
	void aRunningJobTellsEachStateAsItComesAndNewNumbersInBetween() {
		var job = api.submit(ENDLESS);
		try (var watching = api.watch(job, "?maxRate=10").opened()) {
			var events = new ArrayList<>(watching.until((event) -> event.name().equals("progress")));
			events.addAll(watching.until((event) -> event.name().equals("progress")));
			var first = only(events, "progress").getFirst().data();
			var second = only(events, "progress").getLast().data();
			assertThat(second.path("epoch").asInt()).isGreaterThan(first.path("epoch").asInt());
			assertThat(second.path("estimatedFinish").isString()).isTrue();
			assertThat(second.path("patienceLeft").asInt()).isBetween(0, 1_000_000);
			api.post(Api.path(job) + "/cancel");
			events.addAll(watching.rest());
			tellsAll(api.read(Api.path(job)), 0, events);
			assertThat(events.getLast().text("stopReason")).isEqualTo("cancelled");
			assertThat(only(events, "checkpoint")).isNotEmpty()
				.allSatisfy((event) -> assertThat(event.data().path("step")).isEqualTo(event.data().path("epoch")));
		}
	}

	@Test
	void whatWasToldBeforeIsNotToldAgain() {
		var job = api.train("{\"training\": {\"epochs\": 3}}");
		for (int seen = 0; seen <= 3; seen++) {
			try (var watching = api.watch(job, "", "Last-Event-ID", String.valueOf(seen)).opened()) {
				tellsAll(job, seen, watching.rest());
			}
		}
	}

	@ParameterizedTest
	@ValueSource(strings = { "-1", "4", "2147483647", "" })
	void anIdThatTheJobNeverGaveCountsAsNone(String id) {
		var job = api.train("{\"training\": {\"epochs\": 3}}");
		try (var watching = api.watch(job, "", "Last-Event-ID", id).opened()) {
			tellsAll(job, 0, watching.rest());
		}
	}

	@Test
	void aStreamThatBrokeOffGoesOnWithoutAGap() {
		var job = api.submit(ENDLESS);
		var events = new ArrayList<Event>();
		try (var watching = api.watch(job, "").opened()) {
			events.addAll(watching.until((event) -> event.text("state").equals("running")));
		}
		api.post(Api.path(job) + "/cancel");
		try (var watching = api.watch(job, "", "Last-Event-ID", String.valueOf(events.getLast().id())).opened()) {
			events.addAll(watching.rest());
		}
		tellsAll(api.read(Api.path(job)), 0, events);
	}

	@Test
	void whoDoesNotReadForAWhileMissesNumbersButNoState() {
		var job = api.submit(ENDLESS);
		try (var reader = api.watch(job, "?maxRate=10&boundary=100").opened();
				var sleeper = api.watch(job, "?maxRate=10&boundary=100")) {
			var read = new ArrayList<Event>();
			for (int i = 0; i < 20; i++) {
				read.addAll(reader.until((event) -> event.name().equals("boundary")));
			}
			api.post(Api.path(job) + "/cancel");
			read.addAll(reader.rest());
			var slept = sleeper.opened().rest();
			var cancelled = api.read(Api.path(job));
			tellsAll(cancelled, 0, read);
			tellsAll(cancelled, 0, slept);
			assertThat(only(slept, "boundary")).hasSizeLessThan(only(read, "boundary").size());
			for (var events : List.of(read, slept)) {
				assertThat(only(events, "progress").getLast().data().path("epoch"))
					.isEqualTo(cancelled.path("progress").path("epoch"));
			}
		}
	}

	@Test
	void aBoundaryIsToldWhenTheParametersHaveChanged() {
		var job = api.submit(ENDLESS);
		try (var watching = api.watch(job, "?maxRate=10&boundary=7").opened()) {
			var events = new ArrayList<Event>();
			for (int i = 0; i < 3; i++) {
				events.addAll(watching.until((event) -> event.name().equals("boundary")));
			}
			api.post(Api.path(job) + "/cancel");
			events.addAll(watching.rest());
			var frames = only(events, "boundary");
			assertThat(frames).extracting((event) -> event.data().path("step").asLong()).doesNotHaveDuplicates();
			var last = frames.getLast().data();
			var end = api.result(job, "boundary?resolution=7");
			assertThat(last.path("epoch")).isEqualTo(end.path("epoch"));
			assertThat(last.path("step")).isEqualTo(end.path("step"));
			assertThat(last.path("x")).isEqualTo(end.path("x").path("values"));
			assertThat(last.path("y")).isEqualTo(end.path("y").path("values"));
			assertThat(last.path("outputs")).isEqualTo(end.path("outputs"));
		}
	}

	@Test
	void whereNoBoundaryCanBeDrawnTheStreamSaysWhyAndGoesOn() {
		var job = api.train("""
				{"network": {"hiddenLayers": [{"units": 512}, {"units": 512}]}, "training": {"epochs": 3}}""");
		try (var watching = api.watch(job, "?boundary=100").opened()) {
			var events = watching.rest();
			assertThat(only(events, "boundaryRefused")).singleElement()
				.satisfies((event) -> assertThat(event.text("detail")).contains("10,000 outputs", "at most"));
			assertThat(only(events, "boundary")).isEmpty();
			tellsAll(job, 0, events);
		}
	}

	@ParameterizedTest
	@CsvSource({ "?maxRate=0.09, 422, maxRate", "?maxRate=10.1, 422, maxRate", "?maxRate=NaN, 422, maxRate",
			"?maxRate=often, 400, maxRate", "?boundary=1, 422, boundary", "?boundary=101, 422, boundary",
			"?boundary=x, 400, boundary" })
	void whatCannotBeAskedForIsAProblem(String query, int status, String parameter) {
		var answer = isProblem(api.get(Api.JOBS + "/example/events" + query));
		assertThat(answer.status()).as(answer.body()).isEqualTo(status);
		assertThat(answer.json().at("/errors/0/parameter").asString()).isEqualTo(parameter);
	}

	@Test
	void anIdThatIsNoNumberIsAProblem() {
		var answer = isProblem(api.get(Api.JOBS + "/example/events", "Last-Event-ID", "two"));
		assertThat(answer.status()).isEqualTo(400);
		assertThat(answer.json().at("/errors/0").toString())
			.isEqualTo("{\"parameter\":\"Last-Event-ID\",\"detail\":\"must be a whole number\"}");
	}

	@Test
	void whatIsNotThereCannotBeWatched() {
		assertThat(isProblem(api.get(Api.JOBS + "/none/events")).status()).isEqualTo(404);
		assertThat(isProblem(api.get(Api.JOBS + "/example/events", "Accept", "application/json")).status())
			.isEqualTo(406);
	}

	@Test
	void theHeadAloneIsNoStream() {
		var answer = api.send("HEAD", Api.JOBS + "/example/events", BodyPublishers.noBody());
		assertThat(answer.status()).isEqualTo(200);
		assertThat(answer.mediaType()).isEqualTo("text/event-stream");
	}

	/**
	 * Fails unless every transition after those seen was told, in order, then the end.
	 */
	private static void tellsAll(JsonNode job, int seen, List<Event> events) {
		var transitions = job.path("transitions").valueStream().toList();
		var states = only(events, "state");
		assertThat(states).hasSize(transitions.size() - seen);
		for (int i = 0; i < states.size(); i++) {
			var transition = transitions.get(seen + i);
			assertThat(states.get(i).id()).isEqualTo(seen + i + 1);
			assertThat(states.get(i).data().path("state")).isEqualTo(transition.path("state"));
			assertThat(states.get(i).data().path("at")).isEqualTo(transition.path("at"));
			boolean last = seen + i + 1 == transitions.size();
			assertThat(states.get(i).text("stopReason")).isEqualTo(last ? job.path("stopReason").asString() : "none");
		}
		assertThat(only(events, "end")).hasSize(1);
		var end = events.getLast();
		assertThat(end.name()).isEqualTo("end");
		assertThat(end.id()).isEqualTo(transitions.size());
		assertThat(Objects.requireNonNull(end.data()).properties()).extracting(Map.Entry::getKey)
			.containsExactly("state", "stopReason", "reconnect", "job");
		assertThat(end.data().path("state")).isEqualTo(job.path("state"));
		assertThat(end.data().path("stopReason")).isEqualTo(job.path("stopReason"));
		assertThat(end.data().path("reconnect").asBoolean(true)).isFalse();
		assertThat(end.data().path("job")).isEqualTo(job.path("links").path("self"));
	}

	private static List<Event> only(List<Event> events, String name) {
		return events.stream().filter((event) -> event.name().equals(name)).toList();
	}

}
