package dev.descent.training.web;

import dev.descent.support.Api;
import dev.descent.support.HttpTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

import static dev.descent.support.Api.JOBS;
import static dev.descent.support.Problems.isProblem;
import static org.assertj.core.api.Assertions.assertThat;

/** A client can look at what a job would be and take before it makes one. */
@HttpTest
class DryRunTests {

	private static final String DRY_RUN = JOBS + "?dryRun=true";

	@Autowired
	private Api api;

	@Test
	void itMakesNoJob() {
		api.train("{}");
		String newest = newest();
		var answer = api.postJson(DRY_RUN, "{}", "Prefer", "wait=10", "Idempotency-Key", "dry");
		assertThat(answer.status()).isEqualTo(200);
		assertThat(answer.header("Location")).isNull();
		assertThat(newest()).isEqualTo(newest);
	}

	@ParameterizedTest
	@ValueSource(strings = { "{}", """
			{"seed": 7, "dataset": {"type": "blobs", "samples": 60}, "features": ["x1", "x1*x2"],
			 "split": {"validationFraction": 0.25, "testFraction": 0.1}, "optimizer": {"type": "adam"},
			 "training": {"epochs": 40, "batchSize": 7}, "notes": "kept"}""" })
	void itTellsWhatTheJobThenIs(String specification) {
		var told = dryRun(specification);
		var job = api.train(specification);
		assertThat(told.path("specification")).isEqualTo(job.path("specification"));
		var summary = job.path("summary");
		assertThat(told.path("network")).isEqualTo(summary.path("network"));
		assertThat(told.path("parameterCount")).isEqualTo(summary.path("parameterCount"));
		assertThat(told.path("samples")).isEqualTo(summary.path("samples"));
		assertThat(told.path("updates").asLong()).isEqualTo(summary.path("step").asLong());
		assertThat(told.path("warnings")).isEqualTo(job.path("warnings"));
	}

	@Test
	void theTimeIsThatOfJobsLikeIt() {
		String wide = """
				{"network": {"hiddenLayers": [{"units": 200}]}, "dataset": {"type": "moons", "samples": 1000},
				 "training": {"epochs": %d}}""";
		var job = api.train(wide.formatted(20));
		var told = dryRun(wide.formatted(20));
		assertThat(told.path("basedOn").valueStream().map(JsonNode::asString)).contains(job.path("id").asString())
			.hasSizeLessThanOrEqualTo(8);
		double seconds = told.path("estimatedSeconds").asDouble();
		assertThat(seconds).isPositive();
		assertThat(dryRun(wide.formatted(2000)).path("estimatedSeconds").asDouble()).isBetween(99 * seconds,
				101 * seconds);
	}

	/** What is held against the limit of memory. */
	@Test
	void theMemoryIsThatOfItsParts() {
		long plain = dryRun("{}").path("estimatedBytes").asLong();
		assertThat(plain).isBetween(50_000L, 1_000_000L);
		long manySamples = dryRun("{\"dataset\": {\"type\": \"moons\", \"samples\": 10000}}").path("estimatedBytes")
			.asLong();
		assertThat(manySamples - plain).isGreaterThan(9_900L * 4 * Double.BYTES);
		long fewCheckpoints = dryRun("{\"recording\": {\"checkpoints\": 2}}").path("estimatedBytes").asLong();
		assertThat(plain - fewCheckpoints).isEqualTo(62L * 2 * 33 * Double.BYTES);
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', value = {
			"{\"network\": {\"initializer\": {\"type\": \"zeros\"}}} | All weights of a layer start alike",
			"{\"dataset\": {\"type\": \"inline\", \"features\": [[1]], \"targets\": [0.5]}} | There are too few samples",
			"{\"training\": {\"epochs\": 100000000, \"timeLimit\": \"PT0.001S\"}} | The time limit of PT0.001S will" })
	void itWarns(String specification, String warning) {
		assertThat(dryRun(specification).at("/warnings/0").asString()).startsWith(warning);
	}

	@ParameterizedTest
	@ValueSource(strings = { "{\"seed\": \"x\", \"nmae\": 1}", "{\"dataset\": {\"type\": \"stored\", \"id\": \"x\"}}",
			"{\"dataset\": {\"type\": \"linear\", \"samples\": 100000}, \"network\": {\"hiddenLayers\": [{\"units\": 512}, {\"units\": 512}]}}",
			"{\"optimizer\": \"newton\", \"network\": {\"hiddenLayers\": [{\"units\": 400}]}}" })
	void whatWouldBeRefusedIsRefusedAlike(String specification) {
		var answer = isProblem(api.postJson(DRY_RUN, specification));
		assertThat(answer.status()).isEqualTo(422);
		assertThat(answer.body()).isEqualTo(api.postJson(JOBS, specification).body());
	}

	@ParameterizedTest
	@CsvSource({ "dryRun=false, 202", "dryRun=, 422", "dryRun=maybe, 422", "dryRun=TRUE, 422", "dryRun=1, 422",
			"dryRun=yes, 422" })
	void onlyTrueMeansIt(String query, int status) {
		var answer = api.postJson(JOBS + "?" + query, "{\"training\": {\"epochs\": 0}}");
		assertThat(answer.status()).as(answer.body()).isEqualTo(status);
		if (status != 202) {
			assertThat(isProblem(answer).json().at("/errors/0/parameter").asString()).isEqualTo("dryRun");
		}
	}

	private JsonNode dryRun(String specification) {
		var answer = api.postJson(DRY_RUN, specification);
		assertThat(answer.status()).as(answer.body()).isEqualTo(200);
		return answer.json();
	}

	private String newest() {
		return api.read(JOBS + "?limit=1").at("/jobs/0/id").asString();
	}

}
