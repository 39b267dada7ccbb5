package dev.descent.catalog.web;

import java.time.Duration;

import dev.descent.support.Api;
import dev.descent.support.HttpTest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.TestPropertySource;
import tools.jackson.databind.JsonNode;

import static dev.descent.support.Api.DATASETS;
import static dev.descent.support.Api.JOBS;
import static dev.descent.support.Api.OPTIMIZER_PATHS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

@HttpTest
@TestPropertySource(properties = { "descent.limits.streams=7", "descent.limits.samples=50000",
		"descent.limits.job-work=1000000000000", "descent.limits.active-memory=50MB" })
class UsageTests {

	@Autowired
	private Api api;

	@AfterEach
	void cancelAll() {
		api.cancelAll();
	}

	private JsonNode usage() {
		return api.read("/api/v1/catalog").path("usage");
	}

	@Test
	void everyNumberStandsBesideTheLimitOfItsName() {
		var catalog = api.read("/api/v1/catalog");
		catalog.path("usage").propertyNames().forEach((name) -> {
			if (!name.equals("waiting")) {
				assertThat(catalog.path("usage").path(name).asLong()).as(name)
					.isBetween(0L, catalog.path("limits").path(name).asLong());
			}
		});
	}

	@Test
	void whatIsTakenIsShown() {
		var before = usage();
		var job = api.submitEndless();
		var running = usage();
		assertThat(running.path("activeJobs").asInt()).isEqualTo(before.path("activeJobs").asInt() + 1);
		assertThat(running.path("activeMemory").asLong()).isGreaterThan(before.path("activeMemory").asLong());
		api.post(Api.path(job) + "/cancel");
		var ended = usage();
		assertThat(ended.path("activeMemory")).isEqualTo(before.path("activeMemory"));
		assertThat(ended.path("resultMemory").asLong() - before.path("resultMemory").asLong())
			.isEqualTo(api.read(Api.path(job)).path("memoryBytes").asLong());
		api.delete(Api.path(job));
		assertThat(usage().path("resultMemory")).isEqualTo(before.path("resultMemory"));
		api.postCsv(DATASETS, "x,y\n1,2\n3,4\n");
		assertThat(usage().path("datasets").asInt()).isEqualTo(before.path("datasets").asInt() + 1);
		assertThat(usage().path("datasetMemory").asLong()).isGreaterThan(before.path("datasetMemory").asLong());
	}

	@Test
	void whatAnAnswerBorrowedIsGivenBack() {
		// The first is answered at once, the second when it has been worked out.
		assertThat(api.postCsv(DATASETS, "x,y\n" + "1,2\n2,3\n".repeat(1000)).status()).isEqualTo(201);
		assertThat(api.postJson(OPTIMIZER_PATHS, "{\"grid\": {\"resolution\": 200}}").status()).isEqualTo(200);
		assertTimeoutPreemptively(Duration.ofSeconds(20), () -> {
			while (usage().path("answerMemory").asLong() > 0) {
				Thread.onSpinWait();
			}
		});
	}

	@Test
	void theTagOfTheCatalogueHoldsWhileNothingHasChanged() {
		String tag = String.valueOf(api.get("/api/v1/catalog").header("ETag"));
		assertThat(api.get("/api/v1/catalog", "If-None-Match", tag).status()).isEqualTo(304);
		var job = api.submitEndless();
		assertThat(api.get("/api/v1/catalog", "If-None-Match", tag).status()).isEqualTo(200);
		api.post(Api.path(job) + "/cancel");
	}

	@Test
	void whatCouldNeverFitIsRefusedWithItsCostAndTheLimit() {
		var samples = api.postJson(JOBS, "{\"dataset\": {\"type\": \"moons\", \"samples\": 50001}}");
		assertThat(samples.status()).isEqualTo(422);
		assertThat(samples.detailAt("/dataset")).isEqualTo("has 50,001 samples; at most 50,000 are allowed");

		var work = api.postJson(JOBS, """
				{"dataset": {"type": "moons", "samples": 10000}, "split": {"validationFraction": 0},
				 "training": {"epochs": 10000000}}""");
		assertThat(work.status()).isEqualTo(422);
		assertThat(work.detailAt("/training/epochs")).isEqualTo(
				"take about 3,300,000,000,000 units of work (samples times parameters); at most 1,000,000,000,000 are allowed, so train for 3,030,303 epochs or less");

		var memory = api.postJson(JOBS, """
				{"dataset": {"type": "moons", "samples": 20000}, "network": {"hiddenLayers": [{"units": 500}]},
				 "training": {"epochs": 1, "batchSize": 10000}}""");
		assertThat(memory.status()).isEqualTo(422);
		assertThat(memory.detailAt("/dataset")).endsWith("bytes of memory; a job may take 52,428,800");
	}

	@Test
	void whatDoesNotFitNowIsToBeTriedLater() {
		String large = """
				{"dataset": {"type": "moons", "samples": 10000}, "network": {"hiddenLayers": [{"units": 250}]},
				 "training": {"epochs": 50000, "batchSize": 5000}}""";
		var first = api.submit(large);
		var second = api.postJson(JOBS, large);
		assertThat(second.status()).as(second.body()).isEqualTo(503);
		assertThat(second.header("Retry-After")).isNotNull();
		assertThat(second.json().path("detail").asString()).contains("bytes of memory, and this takes up to");
		assertThat(api.train("{}").path("state").asString()).isEqualTo("succeeded");
		api.post(Api.path(first) + "/cancel");
		assertThat(api.postJson(JOBS, large).status()).isEqualTo(202);
	}

}
