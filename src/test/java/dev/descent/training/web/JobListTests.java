package dev.descent.training.web;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

import dev.descent.support.Api;
import dev.descent.support.HttpTest;
import dev.descent.training.JobState;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

import static dev.descent.support.Api.JOBS;
import static dev.descent.support.Api.RANGE_TESTS;
import static dev.descent.support.Problems.isProblem;
import static org.assertj.core.api.Assertions.assertThat;

/** Jobs are found, cancelled and deleted by what they are. */
@HttpTest
class JobListTests {

	/** What a label and a name may be made of and an address must not. */
	private static final String AWKWARD = "a&b=c #%+~\u00e4/";

	@Autowired
	private Api api;

	@BeforeEach
	@AfterEach
	void deleteMine() {
		api.post(JOBS + "/cancel?label.list=mine");
		api.delete(JOBS + "?label.list=mine");
		api.post(RANGE_TESTS + "/cancel?label.list=mine");
		api.delete(RANGE_TESTS + "?label.list=mine");
	}

	// Filters

	@Test
	void everyFilterMustHold() {
		train("moons with momentum", "course", "ml-101");
		train("Moons plain", "course", "ml-102");
		train("circles", "course", "ml-101");
		endless("moons for ever", "course", "ml-101");
		assertThat(names("&name=MOONS")).containsExactly("moons for ever", "Moons plain", "moons with momentum");
		assertThat(names("&label.course=ml-101")).containsExactly("moons for ever", "circles", "moons with momentum");
		assertThat(names("&label.course=ml-101&label.course=ml-102")).hasSize(4);
		assertThat(names("&label.course=ml-101&name=moons&state=succeeded")).containsExactly("moons with momentum");
		assertThat(names("&label.course=ml-101&label.term=1")).isEmpty();
		assertThat(names("&label.course=ml")).isEmpty();
		assertThat(names("&state=queued,running&name=for")).containsExactly("moons for ever");
		assertThat(names("&state=queued&state=running&state=succeeded")).hasSize(4);
		assertThat(names("&state=failed,diverged,cancelled")).isEmpty();
	}

	@Test
	void everyStateIsDocumented() {
		var parameters = api.read("/v3/api-docs").path("paths").path(JOBS).path("get").path("parameters");
		var state = parameters.valueStream()
			.filter((parameter) -> parameter.path("name").asString().equals("state"))
			.findFirst()
			.orElseThrow();
		assertThat(strings(state.at("/schema/items/enum")))
			.isEqualTo(Arrays.stream(JobState.values()).map(JobState::jsonName).toList());
	}

	@Test
	void theNextPageKeepsEveryChoice() {
		for (int i = 0; i < 3; i++) {
			train(AWKWARD + i, AWKWARD, AWKWARD);
		}
		String query = "&state=succeeded,cancelled&sort=name&name=" + encoded(AWKWARD) + "&label." + encoded(AWKWARD)
				+ "=" + encoded(AWKWARD);
		var page = api.read(JOBS + "?limit=1&label.list=mine" + query);
		for (int i = 0; i < 3; i++) {
			assertThat(page.at("/jobs/0/name").asString()).isEqualTo(AWKWARD + i);
			assertThat(page.path("next").isString()).isEqualTo(i < 2);
			if (i < 2) {
				assertThat(page.path("next").asString()).startsWith(JOBS + "?limit=1&after=")
					.contains("&sort=name&state=succeeded&state=cancelled&label.");
				page = api.read(page.path("next").asString());
			}
		}
	}

	// Order

	@ParameterizedTest
	@CsvSource({ "-createdAt, b A c a", "createdAt, a c A b", "name, a A b c" })
	void aListHasTheOrderAskedForPageByPage(String sort, String expected) {
		for (String name : List.of("a", "c", "A", "b")) {
			train(name, "course", "ml-101");
		}
		for (int limit = 1; limit < 5; limit++) {
			assertThat(pages("?label.list=mine&sort=" + sort + "&limit=" + limit)).containsExactly(expected.split(" "));
		}
	}

	@ParameterizedTest
	@ValueSource(strings = { "-createdAt", "createdAt", "name" })
	void aListGoesOnWhereItsLastJobHasBeenDeleted(String sort) {
		for (String name : List.of("a", "b", "c")) {
			train(name, "course", "ml-101");
		}
		var page = api.read(JOBS + "?label.list=mine&limit=2&sort=" + sort);
		page.path("jobs").forEach((job) -> assertThat(api.delete(Api.path(job)).status()).isEqualTo(204));
		var rest = api.read(page.path("next").asString());
		assertThat(rest.path("jobs").size()).isEqualTo(1);
		assertThat(rest.at("/jobs/0/name").asString()).isEqualTo(sort.equals("-createdAt") ? "a" : "c");
	}

	@Test
	void aListBeginsBehindAJob() {
		var first = train("a", "course", "ml-101");
		var second = train("b", "course", "ml-101");
		assertThat(names("&after=" + second.path("id").asString())).containsExactly("a");
		assertThat(names("&sort=name&after=" + first.path("id").asString())).containsExactly("b");
		api.delete(Api.path(first));
		assertThat(api.get(JOBS + "?after=" + first.path("id").asString()).status()).isEqualTo(404);
	}

	@Test
	void aPlaceInAnotherOrderIsRefused() {
		assertThat(refused(api.get(JOBS + "?sort=name&after=1"), "after"))
			.isEqualTo("belongs to a list in another order");
	}

	// Misspelt

	@ParameterizedTest
	@CsvSource(delimiter = '|', value = { "stat=failed | stat | did you mean 'state'?",
			"labels.course=a | labels.course | is not known here; known are", "label.=a | label. | is not known here",
			"label=a | label | is not known here", "State=failed | State | did you mean 'state'?",
			"state=fialed | state | did you mean 'failed'?", "state= | state | is not known", "name= | name | must be",
			"name=a&name=b | name | must be one part of a name" })
	void whatIsMisspeltIsRefusedEverywhere(String query, String parameter, String detail) {
		for (String path : List.of(JOBS, RANGE_TESTS)) {
			for (var answer : List.of(api.get(path + "?" + query), api.delete(path + "?" + query),
					api.post(path + "/cancel?" + query))) {
				assertThat(refused(answer, parameter)).contains(detail);
			}
		}
		assertThat(api.read(JOBS + "/example").path("id").asString()).isEqualTo("example");
	}

	@ParameterizedTest
	@CsvSource({ JOBS + "/example?x=1, x", JOBS + "/example/weights?epochs=0, epochs",
			"/api/v1/catalog?kind=loss, kind", JOBS + "?sort=loss, sort" })
	void noParameterIsOverheard(String path, String parameter) {
		refused(api.get(path), parameter);
	}

	@Test
	void aMisspeltDryRunMakesNoJob() {
		assertThat(refused(api.postJson(JOBS + "?dryrun=true", "{}"), "dryrun")).contains("did you mean 'dryRun'?");
		assertThat(refused(api.postJson(JOBS + "?dryRun=true&x=1", "{}"), "x")).contains("known are dryRun");
	}

	// Several at once

	@Test
	void severalJobsAreCancelled() {
		var ended = train("ended", "course", "ml-101");
		var first = endless("first", "course", "ml-101");
		var second = endless("second", "course", "ml-101");
		var other = endless("other", "course", "ml-102");
		var result = result(api.post(JOBS + "/cancel?label.list=mine&label.course=ml-101"));
		assertThat(result.path("count").asInt()).isEqualTo(2);
		assertThat(strings(result.path("ids"))).containsExactly(id(second), id(first));
		assertThat(result.path("left").size()).isEqualTo(1);
		assertThat(result.at("/left/0/id").asString()).isEqualTo(id(ended));
		assertThat(result.at("/left/0/state").asString()).isEqualTo("succeeded");
		assertThat(result.at("/left/0/detail").asString())
			.isEqualTo("The job has ended already; it cannot be cancelled.");
		assertThat(api.read(Api.path(first)).path("state").asString()).isEqualTo("cancelled");
		assertThat(api.read(Api.path(other)).path("state").asString()).isIn("queued", "running");
	}

	@Test
	void severalJobsAreDeleted() {
		var ended = train("ended", "course", "ml-101");
		var active = endless("active", "course", "ml-101");
		var other = train("other", "course", "ml-102");
		var result = result(api.delete(JOBS + "?label.list=mine&label.course=ml-101"));
		assertThat(strings(result.path("ids"))).containsExactly(id(ended));
		assertThat(result.at("/left/0/id").asString()).isEqualTo(id(active));
		assertThat(result.at("/left/0/detail").asString())
			.isEqualTo("The job has not ended; cancel it before you delete it.");
		assertThat(api.get(Api.path(ended)).status()).isEqualTo(404);
		assertThat(api.get(Api.path(active)).status()).isEqualTo(200);
		assertThat(api.get(Api.path(other)).status()).isEqualTo(200);
	}

	@Test
	void allMustBeMeant() {
		train("mine", "course", "ml-101");
		for (String query : List.of("", "?", "?all=false")) {
			assertThat(refused(api.delete(JOBS + query), "all"))
				.isEqualTo("must be true to mean all; else say which with state, name or label");
			refused(api.post(JOBS + "/cancel" + query), "all");
		}
		assertThat(refused(api.delete(JOBS + "?all=true&state=failed"), "all"))
			.isEqualTo("cannot be true beside a filter");
		assertThat(names("")).containsExactly("mine");
		result(api.delete(JOBS + "?all=true"));
		assertThat(api.read(JOBS + "?state=succeeded,failed,cancelled,diverged&name=mine").path("jobs").size())
			.isZero();
	}

	@Test
	void rangeTestsAreFoundByTheirJobs() {
		String job = "{\"job\": {\"name\": \"swept\", \"labels\": {\"list\": \"mine\"}}}";
		assertThat(api.postJson(RANGE_TESTS, job, "Prefer", "wait=30").status()).isEqualTo(200);
		var list = api.read(RANGE_TESTS + "?label.list=mine&name=swept&state=succeeded&sort=name");
		assertThat(list.path("tests").size()).isEqualTo(1);
		assertThat(result(api.post(RANGE_TESTS + "/cancel?label.list=mine")).path("left").size()).isEqualTo(1);
		assertThat(result(api.delete(RANGE_TESTS + "?label.list=mine")).path("count").asInt()).isEqualTo(1);
	}

	private List<String> names(String query) {
		var page = api.read(JOBS + "?limit=100&label.list=mine" + query);
		return page.path("jobs").valueStream().map((job) -> job.path("name").asString()).toList();
	}

	/** The names of all that is listed, whatever the number of pages. */
	private List<String> pages(String query) {
		var names = new ArrayList<String>();
		var page = api.read(JOBS + query);
		page.path("jobs").forEach((job) -> names.add(job.path("name").asString()));
		while (page.path("next").isString()) {
			page = api.read(page.path("next").asString());
			page.path("jobs").forEach((job) -> names.add(job.path("name").asString()));
		}
		return names;
	}

	private JsonNode train(String name, String label, String value) {
		return api.train(job(name, label, value, "{\"epochs\": 0}"));
	}

	private JsonNode endless(String name, String label, String value) {
		return api.submit(job(name, label, value, "{\"epochs\": 100000000, \"timeLimit\": \"PT1H\"}"));
	}

	private static String job(String name, String label, String value, String training) {
		return "{\"name\": \"%s\", \"labels\": {\"list\": \"mine\", \"%s\": \"%s\"}, \"training\": %s}".formatted(name,
				label, value, training);
	}

	private static JsonNode result(Api.Answer answer) {
		assertThat(answer.status()).as(answer.body()).isEqualTo(200);
		return answer.json();
	}

	private static String refused(Api.Answer answer, String parameter) {
		assertThat(isProblem(answer).status()).as(answer.body()).isEqualTo(422);
		assertThat(answer.json().at("/errors/0/parameter").asString()).isEqualTo(parameter);
		return answer.json().at("/errors/0/detail").asString();
	}

	private static List<String> strings(JsonNode list) {
		return list.valueStream().map(JsonNode::asString).toList();
	}

	private static String id(JsonNode job) {
		return job.path("id").asString();
	}

	private static String encoded(String text) {
		return URLEncoder.encode(text, StandardCharsets.UTF_8);
	}

}
