package dev.descent;

import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

import dev.descent.support.Api;
import dev.descent.support.GeneratedDocs;
import dev.descent.support.HttpTest;
import dev.descent.support.Scrape;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

import static org.assertj.core.api.Assertions.assertThat;

/** What happens in the service is seen at {@code /actuator/prometheus}. */
@HttpTest
class MetricsTests {

	@Autowired
	private Api api;

	@AfterEach
	void cancelAll() {
		api.cancelAll();
	}

	@Test
	void theOperatorsPageListsAllMetricsOfTheService() {
		var scrape = Scrape.of(api);
		var rows = scrape.help()
			.keySet()
			.stream()
			.filter((family) -> family.startsWith("descent_"))
			.sorted()
			.map((family) -> row(scrape, family));
		GeneratedDocs.assertPart("operations.md", "metrics",
				GeneratedDocs.table(Stream.concat(Stream.of(List.of("metric", "labels", "meaning")), rows)));
	}

	private static List<String> row(Scrape scrape, String family) {
		boolean timer = scrape.type(family).equals("summary");
		var labels = scrape.labels(timer ? family + "_count" : family);
		return List.of("`" + family + "`" + (timer ? " (`_count`, `_sum`)" : ""),
				labels.isEmpty() ? "" : "`" + String.join("`, `", labels) + "`",
				scrape.help().getOrDefault(family, ""));
	}

	@Test
	void whatBecomesOfJobsIsCounted() {
		var before = Scrape.of(api);
		api.train("{\"training\": {\"epochs\": 100}}");
		api.train("""
				{"optimizer": {"type": "sgd", "learningRate": 1000}, "dataset": {"type": "plane"},
				 "network": {"hiddenLayers": [{"units": 8, "activation": "relu"}]}, "training": {"epochs": 100}}""");
		// The answer may be given before the count.
		Scrape after;
		do {
			after = Scrape.of(api);
		}
		while (grown(before, after, "descent_jobs_ended_total", "state=\"succeeded\"", "kind=\"training_job\"") < 1
				|| grown(before, after, "descent_jobs_ended_total", "state=\"diverged\"") < 1);
		assertThat(grown(before, after, "descent_training_samples_total")).isGreaterThanOrEqualTo(80 * 101);
		assertThat(grown(before, after, "descent_training_slices_seconds_count")).isGreaterThanOrEqualTo(2);
		assertThat(grown(before, after, "descent_training_slices_seconds_sum")).isPositive();
		assertThat(after.sum("descent_results_stored")).isGreaterThanOrEqualTo(2);
		assertThat(after.sum("descent_results_memory_used_bytes")).isPositive()
			.isLessThan(after.sum("descent_results_memory_max_bytes"));
		assertThat(after.sum("descent_kernels")).isEqualTo(1);
		assertThat(after.sum("descent_training_workers")).isPositive();
	}

	@Test
	void jobsThatGoOnAreShownByState() {
		String[] paused = { "kind=\"training_job\"", "state=\"paused\"" };
		double before = Scrape.of(api).sum("descent_jobs", paused);
		var job = api.submitEndless();
		assertThat(api.post(Api.path(job) + "/pause").status()).isEqualTo(200);
		var scrape = Scrape.of(api);
		assertThat(scrape.sum("descent_jobs", paused)).isEqualTo(before + 1);
		assertThat(scrape.sum("descent_queue_places_used")).isPositive()
			.isLessThanOrEqualTo(scrape.sum("descent_queue_places_max"));
		assertThat(api.post(Api.path(job) + "/cancel").status()).isEqualTo(200);
		assertThat(Scrape.of(api).sum("descent_jobs", paused)).isEqualTo(before);
	}

	@Test
	void refusalsAreCountedByTheirKindWhoeverRefuses() {
		var before = Scrape.of(api);
		assertThat(api.postJson(Api.JOBS, "{\"seeed\": 1}").status()).isEqualTo(422);
		assertThat(api.get(Api.JOBS + "/no-such").status()).isEqualTo(404);
		assertThat(api.exchange("GET /%zz HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n")).contains(" 400 ");
		var after = Scrape.of(api);
		for (String type : List.of("invalid-request", "not-found", "malformed-request")) {
			assertThat(grown(before, after, "descent_problems_total", "type=\"" + type + "\"")).as(type).isEqualTo(1);
		}
	}

	@Test
	void streamsAndDatasetsShowWhatTheyTake() {
		var before = Scrape.of(api);
		var dataset = api.postCsv(Api.DATASETS + "?target=y", "x,y\n1,2\n2,3\n3,4\n");
		assertThat(dataset.status()).as(dataset.body()).isEqualTo(201);
		var job = api.submitEndless();
		try (var _ = api.watch(job, "").opened()) {
			var after = Scrape.of(api);
			assertThat(grown(before, after, "descent_streams_open")).isEqualTo(1);
			assertThat(grown(before, after, "descent_datasets_stored")).isEqualTo(1);
			assertThat(grown(before, after, "descent_datasets_memory_used_bytes")).isPositive();
		}
		assertThat(api.delete(Objects.requireNonNull(dataset.header("Location"))).status()).isEqualTo(204);
		assertThat(Scrape.of(api).sum("descent_datasets_stored")).isEqualTo(before.sum("descent_datasets_stored"));
	}

	private static double grown(Scrape before, Scrape after, String name, String... having) {
		return after.sum(name, having) - before.sum(name, having);
	}

}
