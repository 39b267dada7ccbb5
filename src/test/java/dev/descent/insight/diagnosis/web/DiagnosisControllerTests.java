package dev.descent.insight.diagnosis.web;

import java.net.http.HttpRequest.BodyPublishers;
import java.util.List;
import java.util.stream.Stream;

import dev.descent.json.MergePatch;
import dev.descent.support.Api;
import dev.descent.support.HttpTest;
import dev.descent.support.Variants;
import dev.descent.training.specification.optimizer.OptimizerSpecification;
import dev.descent.training.specification.schedule.ScheduleSpecification;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import static dev.descent.support.Problems.isProblem;
import static org.assertj.core.api.Assertions.assertThat;

@HttpTest
class DiagnosisControllerTests {

	/** Symmetric, unscaled, with a loss for numbers, and named. */
	private static final String MANY = """
			{"name": "mine", "labels": {"course": "ml-101"}, "notes": "odd",
			 "features": ["x1^3", "x2"], "dataset": {"type": "blobs", "centers": 2, "centerBox": 10, "spread": 2},
			 "scaling": "none", "network": {"initializer": {"type": "constant", "value": 0.5}}, "loss": {"type": "mse"},
			 "breakpoints": [{"when": "epoch > 1000.0"}], "training": {"epochs": 100}}""";

	private static final String DIVERGING = """
			{"dataset": {"type": "sine"}, "optimizer": {"type": "sgd", "learningRate": 1000}}""";

	@Autowired
	private Api api;

	@Test
	void aFindingHasEvidenceAnExplanationAndACure() {
		var job = api.train(MANY);
		var diagnosis = api.result(job, "diagnosis");
		var finding = finding(diagnosis, "symmetric_start");
		assertThat(finding.path("severity").asString()).isEqualTo("severe");
		assertThat(finding.path("confidence").asString()).isEqualTo("certain");
		assertThat(finding.path("statement").asString()).isEqualTo("The 8 units of layer 0 are all alike.");
		var evidence = finding.at("/evidence/0");
		assertThat(evidence.path("layer").asInt()).isZero();
		assertThat(evidence.path("value").asDouble()).isEqualTo(1);
		assertThat(evidence.path("bad").asString()).isEqualTo("below");
		assertThat(evidence.path("threshold").asDouble()).isEqualTo(2);
		assertThat(evidence.path("epochs").size()).isEqualTo(evidence.path("values").size()).isEqualTo(8);
		assertThat(finding.at("/explanation/student").asString()).contains("same weights");
		assertThat(finding.at("/explanation/source").asString()).contains("1986");
		assertThat(finding.at("/cure/patch/network").toString())
			.isEqualTo("{\"initializer\":{\"type\":\"xavier_uniform\",\"gain\":1.0,\"seed\":42}}");
		var severities = diagnosis.path("findings")
			.valueStream()
			.map((found) -> List.of("severe", "moderate", "hint").indexOf(found.path("severity").asString()))
			.toList();
		assertThat(severities).hasSizeGreaterThan(2).isSorted();
		assertThat(diagnosis.at("/losses/training").size()).isEqualTo(101);
	}

	private static JsonNode finding(JsonNode diagnosis, String name) {
		return diagnosis.path("findings")
			.valueStream()
			.filter((finding) -> finding.path("name").asString().equals(name))
			.findFirst()
			.orElseThrow();
	}

	/** Where a method cannot take a change, another one is prescribed, or none. */
	static Stream<String> jobsOfAllMethods() {
		var mapper = JsonMapper.shared();
		var ofOptimizers = Variants.of(OptimizerSpecification.class)
			.stream()
			.map((optimizer) -> MergePatch.apply(mapper.readTree(MANY),
					mapper.readTree("{\"optimizer\": {\"type\": \"%s\"}}".formatted(Variants.name(optimizer)))));
		var ofSchedules = Variants.of(ScheduleSpecification.class).stream().map((schedule) -> mapper.readTree("""
				{"optimizer": {"type": "sgd", "learningRate": 1e-3, "momentum": 0.1}, "training": {"epochs": 50},
				 "schedule": {"type": "%s"}}""".formatted(Variants.name(schedule))));
		return Stream.concat(Stream.of(MANY, DIVERGING),
				Stream.concat(ofOptimizers, ofSchedules).map(JsonNode::toString));
	}

	@ParameterizedTest
	@MethodSource("jobsOfAllMethods")
	void everyCureIsReadyToBePostedAndIsWhatItsPatchMakesOfTheDocument(String specification) {
		var job = api.train(specification);
		var document = api.result(job, "document");
		var findings = api.result(job, "diagnosis").path("findings");
		assertThat(findings).isNotEmpty().allSatisfy((finding) -> {
			var cure = finding.path("cure");
			assertThat(cure.isNull()).isFalse();
			var planned = dryRun(cure.path("specification"));
			assertThat(planned).isEqualTo(cure.path("specification"));
			assertThat(dryRun(MergePatch.apply(document, cure.path("patch")))).isEqualTo(planned);
			assertThat(planned.path("name").asString()).isEqualTo("cure of " + finding.path("name").asString());
			assertThat(planned.path("breakpoints")).isEmpty();
		});
	}

	private JsonNode dryRun(JsonNode specification) {
		var answer = api.postJson(Api.JOBS + "?dryRun=true", specification.toString());
		assertThat(answer.status()).as(answer.body()).isEqualTo(200);
		return answer.json().path("specification");
	}

	@Test
	void aCureStartsFromWhatIsInForce() {
		var job = api.submitEndless();
		String path = Api.path(job);
		while (api.read(path).path("progress").isNull()) {
			Thread.onSpinWait();
		}
		assertThat(api.send("PATCH", path, BodyPublishers.ofString("""
				{"optimizer": {"learningRate": 400}, "gradientClipping": {"type": "value", "limit": 0.7},
				 "training": {"epochs": 1000000}}"""), "Content-Type", "application/merge-patch+json").status())
			.isEqualTo(200);
		api.post(path + "/cancel");
		var document = api.result(job, "document");
		assertThat(document.path("amendments")).hasSize(1);
		api.result(job, "diagnosis").path("findings").forEach((finding) -> {
			var cured = dryRun(MergePatch.apply(document, finding.at("/cure/patch")));
			assertThat(cured).isEqualTo(finding.at("/cure/specification"));
			assertThat(cured.path("amendments")).isEmpty();
			assertThat(cured.at("/training/epochs").asInt()).isEqualTo(1000000);
		});
	}

	@Test
	void aTrialIsOnEqualTermsAndReported() {
		var job = api.train(MANY);
		String trialOf = Api.path(job) + "/diagnosis/loss_output_mismatch/trial";
		assertThat(isProblem(api.get(trialOf)).status()).isEqualTo(404);
		var trial = api.post(trialOf, new byte[0], "Prefer", "wait=30", "Idempotency-Key", "trial-of-" + trialOf);
		assertThat(trial.status()).as(trial.body()).isEqualTo(200);
		assertThat(trial.header("Location")).isEqualTo(Api.path(trial.json()));
		assertThat(trial.header("Preference-Applied")).isEqualTo("wait=30");
		assertThat(trial.json().path("origin").toString())
			.isEqualTo("{\"job\":\"%s\",\"kind\":\"trial\",\"step\":0,\"finding\":\"loss_output_mismatch\"}"
				.formatted(job.path("id").asString()));
		var again = api.post(trialOf, new byte[0], "Idempotency-Key", "trial-of-" + trialOf);
		assertThat(again.header("Idempotent-Replayed")).isEqualTo("true");
		assertThat(again.json().path("id")).isEqualTo(trial.json().path("id"));
		for (String field : List.of("dataset", "split", "scaling", "training", "optimizer", "seed")) {
			assertThat(trial.json().at("/specification/" + field)).isEqualTo(job.at("/specification/" + field));
		}

		var report = api.read(trialOf);
		assertThat(report.path("stillFound").asBoolean()).isFalse();
		assertThat(report.path("verdict").asString()).isIn("helped", "no_difference", "worse");
		assertThat(report.path("statement").asString()).contains("the finding is gone");
		assertThat(report.path("judge").asString()).isEqualTo("training_metric");
		assertThat(report.path("conditions").toString())
			.isEqualTo("{\"sameInputs\":true,\"sameStart\":true,\"sameLoss\":false,\"sameEpochs\":true}");
		for (var side : List.of(report.path("job"), report.path("trial"))) {
			var view = api.read(Api.JOBS + "/" + side.path("id").asString());
			assertThat(side.path("trainLoss")).isEqualTo(view.at("/summary/train/loss"));
			assertThat(side.path("validationMetric")).isEqualTo(view.at("/summary/validation/accuracy"));
			assertThat(side.path("gradientEvaluations").asDouble()).isEqualTo(100);
		}
	}

	@Test
	void aTrialIsAcceptedAtOnceAndPendingUntilBothHaveEnded() {
		var job = api
			.submit("""
					{"network": {"initializer": {"type": "zeros"}}, "training": {"epochs": 100000000, "timeLimit": "PT1H"}}""");
		String path = Api.path(job);
		try {
			while (api.read(path).path("progress").isNull()) {
				Thread.onSpinWait();
			}
			var trial = api.post(path + "/diagnosis/symmetric_start/trial");
			assertThat(trial.status()).as(trial.body()).isEqualTo(202);
			var report = api.read(path + "/diagnosis/symmetric_start/trial");
			assertThat(report.path("verdict").asString()).isEqualTo("pending");
			assertThat(report.path("stillFound").isNull()).isTrue();
			assertThat(report.at("/trial/id")).isEqualTo(trial.json().path("id"));
		}
		finally {
			api.cancelAll();
		}
	}

	@Test
	void whoDivergedIsDiagnosedByWhatWasKept() {
		var job = api.train(DIVERGING);
		assertThat(job.path("state").asString()).isEqualTo("diverged");
		var diagnosis = api.result(job, "diagnosis");
		assertThat(diagnosis.at("/findings/0/name").asString()).isEqualTo("diverging");
		assertThat(diagnosis.at("/findings/0/evidence/0/value").isNull()).isTrue();
		assertThat(diagnosis.at("/findings/0/cure/patch/optimizer/learningRate").asDouble()).isEqualTo(100);
		assertThat(diagnosis.path("epoch").asInt()).isEqualTo(job.at("/summary/epoch").asInt());
	}

	/** The squares of such outputs are infinite at epoch 0. */
	@Test
	void whoBeganWithInfiniteNumbersIsDiagnosedOrHasRecordedNothing() {
		var job = api.train("""
				{"dataset": {"type": "inline", "features": [[1e99], [2e99]], "targets": [0.5, 1.5]}, "scaling": "none",
				 "split": {"validationFraction": 0}, "network": {"hiddenLayers": [],
				 "initialParameters": [{"weights": [[1e100]], "biases": [0]}]}}""");
		assertThat(job.path("state").asString()).isEqualTo("diverged");
		for (String type : List.of("application/json", "image/png", "text/csv")) {
			var answer = api.get(Api.path(job) + "/diagnosis", "Accept", type);
			assertThat(answer.status()).as(answer.body()).isIn(200, 409);
		}
	}

	@Test
	void theDiagnosisOfAnEndedJobNeverChanges() {
		var job = api.train(MANY);
		var before = api.get(Api.path(job) + "/diagnosis");
		api.send("PATCH", Api.path(job), BodyPublishers.ofString("{\"name\": \"other\", \"labels\": {\"a\": \"b\"}}"),
				"Content-Type", "application/merge-patch+json");
		assertThat(api.get(Api.path(job) + "/diagnosis").body()).isEqualTo(before.body());
		assertThat(
				api.get(Api.path(job) + "/diagnosis", "If-None-Match", String.valueOf(before.header("ETag"))).status())
			.isEqualTo(304);
	}

	@Test
	void theSeriesAreATableAndPanels() {
		var job = api.train(MANY);
		var table = api.get(Api.path(job) + "/diagnosis", "Accept", "text/csv").body().lines().toList();
		assertThat(table.getFirst()).isEqualTo("finding,measure,layer,epoch,value,threshold");
		assertThat(table).anyMatch((row) -> row.startsWith("symmetric_start,units that differ from each other,0,"));
		var figure = api.get(Api.path(job) + "/diagnosis", "Accept", "application/vnd.plotly.v1+json").json();
		assertThat(figure.at("/layout/title/text").asString()).contains("symmetric_start");
		assertThat(figure.path("data").valueStream().map((line) -> line.path("name").asString())).contains("training",
				"validation", "measured", "threshold");
	}

	@Test
	void whatIsNotThereCannotBeTried() {
		var job = api.train("{\"training\": {\"epochs\": 20}}");
		for (String method : List.of("GET", "POST")) {
			var unknown = isProblem(
					api.send(method, Api.path(job) + "/diagnosis/dead_relu/trial", BodyPublishers.noBody()));
			assertThat(unknown.status()).isEqualTo(404);
			assertThat(unknown.body()).contains("did you mean 'dead_relus'?");
		}
		var absent = isProblem(api.post(Api.path(job) + "/diagnosis/dead_relus/trial"));
		assertThat(absent.status()).isEqualTo(409);
		assertThat(absent.body()).contains("does not have dead_relus");
		assertThat(isProblem(api.get(Api.JOBS + "/nobody/diagnosis")).status()).isEqualTo(404);
		assertThat(isProblem(api.get(Api.path(job) + "/diagnosis?epoch=3")).status()).isEqualTo(422);
	}

	/** Some of the jobs have not begun when they are asked. */
	@Test
	void whoHasRecordedNothingHasNoDiagnosisYet() {
		try {
			for (int i = 0; i < 20; i++) {
				var answer = api.get(Api.path(api.submitEndless()) + "/diagnosis");
				assertThat(answer.status()).as(answer.body()).isIn(200, 409);
			}
		}
		finally {
			api.cancelAll();
		}
	}

	@Test
	void aJobThatMadeNoUpdateIsLookedAtToo() {
		var job = api.train("{\"training\": {\"epochs\": 0}}");
		assertThat(api.result(job, "diagnosis").path("findings")).isEmpty();
		assertThat(JsonMapper.shared().readTree(api.get(Api.path(job) + "/diagnosis").body()).path("epoch").asInt())
			.isZero();
	}

}
