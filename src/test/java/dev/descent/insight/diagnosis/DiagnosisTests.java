package dev.descent.insight.diagnosis;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

import dev.descent.insight.diagnosis.symptom.Symptom;
import dev.descent.support.Api;
import dev.descent.support.HttpTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

import static org.assertj.core.api.Assertions.assertThat;

/** Who is ill is found to be, who is healthy is not, and cures cure. */
@HttpTest
class DiagnosisTests {

	private static final int SEEDS = 5;

	static final List<Illness> ILLNESSES = Illness.ALL;

	@Autowired
	private Api api;

	@Autowired
	private List<Symptom> symptoms;

	@ParameterizedTest
	@FieldSource("ILLNESSES")
	void whoIsIllIsFoundAndCuredAndWhoIsHealthyIsLeftAlone(Illness illness) {
		var uncured = new ArrayList<String>();
		for (int seed = 1; seed <= SEEDS; seed++) {
			var healthy = train(illness.healthy(), seed);
			assertThat(findings(healthy)).as("healthy, seed %d", seed).doesNotContain(illness.finding());
			var ill = train(illness.ill(), seed);
			assertThat(findings(ill)).as("ill, seed %d", seed).contains(illness.finding());
			var report = cure(ill, illness.finding());
			if (report.path("stillFound").asBoolean() || !report.path("verdict").asString().equals("helped")) {
				uncured.add(seed + ": " + report.path("statement").asString());
			}
		}
		assertThat(uncured).hasSizeLessThanOrEqualTo(1);
	}

	private JsonNode train(String specification, int seed) {
		var job = (ObjectNode) JsonMapper.shared().readTree(specification);
		return api.train(job.put("seed", seed).toString());
	}

	private List<String> findings(JsonNode job) {
		return names(api.result(job, "diagnosis").path("findings").valueStream());
	}

	private static List<String> names(Stream<JsonNode> findings) {
		return findings.map((finding) -> finding.path("name").asString()).toList();
	}

	private JsonNode cure(JsonNode job, String finding) {
		var trial = api.post(Api.path(job) + "/diagnosis/" + finding + "/trial", new byte[0], "Prefer", "wait=30");
		assertThat(trial.status()).as(trial.body()).isEqualTo(200);
		return api.result(job, "diagnosis/" + finding + "/trial");
	}

	@Test
	void everyFindingIsProven() {
		assertThat(Illness.ALL).extracting(Illness::finding)
			.containsExactlyInAnyOrderElementsOf(symptoms.stream().map(Symptom::name).toList());
	}

	/** A false alarm is the worst that a doctor can do. */
	@ParameterizedTest
	@ValueSource(strings = { "moons", "circles", "xor", "blobs", "spiral", "rings", "checkerboard",
			"gaussian_quantiles", "linear", "sine", "polynomial", "plane", "gaussian_bumps" })
	void soundJobsAreHealthy(String dataset) {
		assertHealthy("""
				{"dataset": {"type": "%s", "samples": 200},
				 "network": {"hiddenLayers": [{"units": 16, "activation": "tanh"}]},
				 "optimizer": {"type": "adam", "learningRate": 0.03}, "training": {"epochs": 300}}"""
			.formatted(dataset));
	}

	@Test
	void theDefaultJobIsHealthy() {
		assertHealthy("{}");
	}

	@Test
	void theJobOfTheReadmeIsHealthy() {
		assertHealthy(
				"""
						{"dataset": {"type": "spiral", "samples": 300},
						 "network": {"hiddenLayers": [{"units": 16, "activation": "tanh"}, {"units": 16, "activation": "tanh"}]},
						 "optimizer": {"type": "adam", "learningRate": 0.01},
						 "training": {"epochs": 500, "batchSize": 16, "earlyStopping": {"patience": 100}}}""");
	}

	/** Hints are allowed: they say that the result is good all the same. */
	private void assertHealthy(String specification) {
		for (int seed = 1; seed <= SEEDS; seed++) {
			var found = api.result(train(specification, seed), "diagnosis")
				.path("findings")
				.valueStream()
				.filter((finding) -> !finding.path("severity").asString().equals("hint"));
			assertThat(names(found)).as("seed %d", seed).isEmpty();
		}
	}

}
