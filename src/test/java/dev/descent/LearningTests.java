package dev.descent;

import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;

import dev.descent.training.JobState;
import dev.descent.training.LossHistory.Column;
import dev.descent.training.TrainingJob;
import dev.descent.training.TrainingJobs;
import dev.descent.training.specification.TrainingJobSpecification;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Short jobs learn what they should, whatever the seed of their data, split and weights.
 * What is judged is the training part. The same jobs are in {@code learning.http}.
 */
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT)
class LearningTests {

	private static final int SEEDS = 20;

	private final TrainingJobs jobs;

	private final JsonMapper mapper;

	LearningTests(@Autowired TrainingJobs jobs, @Autowired JsonMapper mapper) {
		this.jobs = jobs;
		this.mapper = mapper;
	}

	@Test
	void theExclusiveOrIsLearnedWithFourHiddenUnits() {
		var accuracies = metricBySeed("2-4-1", """
				{ "dataset": { "type": "xor" },
				  "network": { "hiddenLayers": [{ "units": 4, "activation": "tanh" }] },
				  "optimizer": { "type": "sgd", "momentum": 0.9 } }""");
		assertThat(accuracies.values()).as("%s", accuracies).hasSize(SEEDS).containsOnly(1.0);
	}

	@Test
	void twoSpiralsAreLearnedWithTwoHiddenLayers() {
		var accuracies = metricBySeed("2-16-16-1", """
				{ "dataset": { "type": "spiral" },
				  "network": { "hiddenLayers": [
				    { "units": 16, "activation": "tanh" }, { "units": 16, "activation": "tanh" }] } }""");
		assertThat(accuracies.values()).as("%s", accuracies)
			.hasSize(SEEDS)
			.allSatisfy((accuracy) -> assertThat(accuracy).isGreaterThanOrEqualTo(0.97));
	}

	@Test
	void threeCloudsAreToldApartBySoftmax() {
		var accuracies = metricBySeed("2-8-3", """
				{ "dataset": { "type": "blobs" } }""");
		assertThat(accuracies.values()).as("%s", accuracies)
			.hasSize(SEEDS)
			.allSatisfy((accuracy) -> assertThat(accuracy).isGreaterThanOrEqualTo(0.97));
	}

	@Test
	void aNoisySineWaveIsLearned() {
		var r2 = metricBySeed("1-8-1", """
				{ "dataset": { "type": "sine" },
				  "network": { "hiddenLayers": [{ "units": 8, "activation": "tanh" }] },
				  "optimizer": { "type": "adam" },
				  "training": { "epochs": 2000 } }""");
		assertThat(r2.values()).as("%s", r2)
			.hasSize(SEEDS)
			.allSatisfy((value) -> assertThat(value).isGreaterThanOrEqualTo(0.98));
	}

	@Test
	void theDefaultJobLearnsMostOfTwoMoons() {
		var job = trained(mapper.readValue("{}", TrainingJobSpecification.class));
		assertThat(job.experiment().architecture()).hasToString("2-8-1");
		assertThat(job.history().latest(Column.TRAIN_METRIC)).isGreaterThanOrEqualTo(0.85);
	}

	/** The accuracy, or R2 of a regression, that each seed ends with. */
	private Map<Integer, Double> metricBySeed(String network, String specification) {
		var metrics = new TreeMap<Integer, Double>();
		for (int seed = 1; seed <= SEEDS; seed++) {
			var json = mapper.readValue(specification, ObjectNode.class).put("seed", seed);
			var job = trained(mapper.treeToValue(json, TrainingJobSpecification.class));
			assertThat(job.experiment().architecture()).hasToString(network);
			metrics.put(seed, job.history().latest(Column.TRAIN_METRIC));
		}
		return metrics;
	}

	private TrainingJob trained(TrainingJobSpecification specification) {
		var job = jobs.submit(specification);
		job.lifeCycle().finished().orTimeout(30, TimeUnit.SECONDS).join();
		assertThat(job.state()).isEqualTo(JobState.SUCCEEDED);
		return job;
	}

}
