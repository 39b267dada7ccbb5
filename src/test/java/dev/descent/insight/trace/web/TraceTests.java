package dev.descent.insight.trace.web;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import dev.descent.support.Api;
import dev.descent.support.HttpTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

import static dev.descent.support.Problems.isProblem;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

/** Traces of jobs and of networks that a request brings. */
@HttpTest
class TraceTests {

	private static final String TRACES = "/api/v1/traces";

	/**
	 * Mini-batches, dropout, a schedule, an optimizer with a memory, and a change on the
	 * way.
	 */
	private static final String EVENTFUL = """
			{"dataset": {"type": "moons", "samples": 40},
			 "network": {"hiddenLayers": [{"units": 4, "activation": "tanh", "dropout": 0.25}, {"units": 3}]},
			 "optimizer": {"type": "adam", "learningRate": 0.05}, "schedule": {"type": "exponential", "gamma": 0.9},
			 "gradientNoise": {"eta": 0.001}, "gradientClipping": {"type": "norm", "maxNorm": 0.5},
			 "training": {"epochs": 12, "batchSize": 7}, "recording": {"checkpoints": 3},
			 "amendments": [{"step": 9, "change": {"optimizer": {"learningRate": 0.2}}}]}""";

	@Autowired
	private Api api;

	@ParameterizedTest
	@ValueSource(ints = { 1, 5, 9, 10, 31, 60 })
	void anUpdateLeadsFromTheParametersBeforeItToThoseAfterIt(int step) {
		var job = api.train(EVENTFUL);
		var trace = api.result(job, "trace?detail=values&step=" + step);
		assertThat(trace.path("step").asInt()).isEqualTo(step);
		assertThat(values(trace, "w", true)).isEqualTo(parameters(api.result(job, "weights?step=" + (step - 1))));
		assertThat(values(trace, "w", false)).isEqualTo(parameters(api.result(job, "weights?step=" + step)));
		double rate = ((step > 9) ? 0.2 : 0.05) * Math.pow(0.9, trace.path("epoch").asInt());
		assertThat(trace.path("learningRate").asDouble()).isCloseTo(rate, within(1e-12));
	}

	@Test
	void theBatchesOfAnEpochHaveEverySampleOnce() {
		var job = api.train(EVENTFUL);
		var rows = new ArrayList<Integer>();
		for (int step = 6; step <= 10; step++) {
			var trace = api.result(job, "trace?detail=overview&step=" + step);
			assertThat(trace.path("epoch").asInt()).isEqualTo(1);
			trace.at("/batch/samples").forEach((row) -> rows.add(row.asInt()));
		}
		assertThat(rows).hasSize(32).doesNotHaveDuplicates();
	}

	@Test
	void theSampleThatIsAskedForGoesThroughTheNetwork() {
		var job = api.train(EVENTFUL);
		int row = api.result(job, "trace?step=3").at("/batch/samples/4").asInt();
		var trace = api.result(job, "trace?step=3&sample=" + row);
		var all = api.result(job, "trace?step=3&batch=true");
		assertThat(trace.at("/samples/0").asInt()).isEqualTo(row);
		for (String quantity : List.of("z", "a", "slope", "kept", "delta", "sampleLoss")) {
			var ofSample = elements(trace, quantity);
			var ofBatch = elements(all, quantity).stream()
				.filter((element) -> element.path("sample").asInt() == row)
				.toList();
			assertThat(ofSample).as(quantity).isEqualTo(ofBatch).isNotEmpty();
		}
	}

	@Test
	void rowsAreThoseOfTheDataset() {
		var features = IntStream.range(0, 20).mapToObj((row) -> "[" + row + "]").collect(Collectors.joining(","));
		var targets = IntStream.range(0, 20).mapToObj((row) -> "0." + row).collect(Collectors.joining(","));
		var job = api.train("""
				{"dataset": {"type": "inline", "features": [%s], "targets": [%s]}, "scaling": "none",
				 "training": {"epochs": 2, "batchSize": 5}}""".formatted(features, targets));
		for (var row : api.result(job, "trace?step=2").at("/batch/samples")) {
			var trace = api.result(job, "trace?step=2&sample=" + row);
			assertThat(elements(trace, "x").getFirst().path("value").asInt()).isEqualTo(row.asInt());
			assertThat(elements(trace, "y").getFirst().path("value").asDouble())
				.isEqualTo(Double.parseDouble("0." + row));
		}
	}

	@Test
	void theStepAtWhichARunDivergedIsShown() {
		var job = api.train("""
				{"dataset": {"type": "linear", "samples": 20}, "scaling": "none",
				 "network": {"hiddenLayers": [{"units": 3, "activation": "relu"}]},
				 "optimizer": {"type": "sgd", "learningRate": 1000}, "training": {"epochs": 500}}""");
		assertThat(job.path("state").asString()).isEqualTo("diverged");
		int step = job.at("/progress/step").asInt();
		while (api.get(path(job) + "?step=" + (step + 1)).status() == 200) {
			step++;
		}
		var last = api.result(job, "trace?step=" + step);
		assertThat(elements(last, "w").stream().map((element) -> element.path("value")))
			.anyMatch((value) -> value.isNull() || Math.abs(value.asDouble()) > 1e100);
	}

	@Test
	void aRequestWithoutAJobIsTheSameAsAJob() {
		String common = """
				"dataset": {"type": "inline", "features": [[1, 2], [3, -1], [0, 1]], "targets": [0, 1, 1]},
				 "scaling": "none", "optimizer": {"type": "rmsprop"}""";
		var job = api.train("{" + common + ", \"split\": {\"validationFraction\": 0}}");
		var answer = api.postJson(TRACES + "?step=5",
				"{" + common + ", \"network\": {\"hiddenLayers\": [{\"units\": 8}]}}");
		assertThat(answer.json().path("sections")).isEqualTo(api.result(job, "trace?step=5").path("sections"));
	}

	@Test
	void theClassroomExampleIsWhatOneWorksOutByHand() {
		var trace = api.postJson(TRACES, "{}").json();
		assertThat(trace.path("network").asString()).isEqualTo("2-2-1");
		var z = elements(trace, "z").getFirst();
		assertThat(z.path("substituted").asString()).isEqualTo("0.5 * 1 + (-0.4) * 0 + 0.1");
		assertThat(z.path("value").asDouble()).isEqualTo(0.6);
	}

	@Test
	void aLayerOrAUnitCanBeLookedAtAlone() {
		var trace = api.postJson(TRACES + "?layer=0&unit=1", "{}").json();
		assertThat(trace.path("sections").valueStream().map((section) -> section.path("stage").asString()))
			.containsExactly("forward", "backward", "update", "update");
		assertThat(elements(trace, "z")).hasSize(1).allMatch((element) -> element.path("unit").asInt() == 1);
		assertThat(elements(trace, "dW")).hasSize(2);
	}

	@Test
	void aLargeNetworkIsToldInShortUnlessAPartIsAskedFor() {
		String large = """
				{"dataset": {"type": "moons", "samples": 300},
				 "network": {"hiddenLayers": [{"units": 300, "activation": "relu"}, {"units": 200}]}}""";
		var trace = api.postJson(TRACES, large).json();
		assertThat(trace.path("detail").asString()).isEqualTo("overview");
		assertThat(trace.toString().length()).isLessThan(20_000);
		assertThat(api.postJson(TRACES + "?layer=2", large).json().path("detail").asString()).isEqualTo("formulas");
		var refused = api.postJson(TRACES + "?detail=formulas", large);
		assertThat(isProblem(refused).status()).isEqualTo(422);
		assertThat(refused.body()).contains("choose a layer");
	}

	@ParameterizedTest
	@CsvSource({ "text/markdown, # Step 2 of a 2-2-1 network", "application/x-latex, \\documentclass{article}",
			"'text/csv', 'stage,layer,parameters,quantity,unit,input,sample,value,substituted'" })
	void itIsADocumentToo(String type, String beginning) {
		for (String detail : List.of("overview", "values", "formulas")) {
			var answer = api.postJson(TRACES + "?step=2&detail=" + detail, "{}", "Accept", type);
			assertThat(answer.status()).isEqualTo(200);
			assertThat(answer.mediaType()).isEqualTo(type);
			assertThat(answer.body()).startsWith(beginning);
		}
		var saved = api.get(Api.JOBS + "/example/trace?download", "Accept", type).header("Content-Disposition");
		assertThat(saved).contains("trace-example.").containsAnyOf(".md\"", ".tex\"", ".csv\"");
		var numbers = api.postJson(TRACES + "?digits=3", "{}", "Accept", "text/markdown").body();
		assertThat(numbers).contains("1 / (1 + exp(-0.6))").contains("| 0.646 |");
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|',
			value = { "?step=0|422|must be greater than or equal to 1", "?digits=1&layer=-1|422|digits",
					"?step=9999|404|it ended at step 60", "?sample=0&batch=true|422|together with batch",
					"?sample=4711|422|is not a row of the batch", "?layer=3&unit=9|422|must be at most 2",
					"?layer=2&unit=1|422|names no unit of the layer", "?epoch=1|422|is not known here",
					"?detail=everything|400|detail" })
	void whatCannotBeShownIsRefused(String query, int status, String said) {
		var job = api.train(EVENTFUL);
		var answer = api.get(path(job) + query);
		assertThat(answer.status()).as(answer.body()).isEqualTo(status);
		assertThat(answer.body()).contains(said);
	}

	@Test
	void aRequestIsCheckedAsAJobIs() {
		var answer = api.postJson(TRACES, """
				{"network": {"initialParameters": [{"weights": [[1]], "biases": [0]}]}, "optimizer": {"type": "adm"},
				 "dataset": {"type": "inline", "features": [[1], [2]], "targets": [1]}}""");
		assertThat(isProblem(answer).status()).isEqualTo(422);
		assertThat(answer.pointers()).contains("/optimizer/type", "/dataset/targets");
		var tooFar = api.postJson(TRACES + "?step=1000000000000", "{}");
		assertThat(isProblem(tooFar).status()).isEqualTo(422);
	}

	private static String path(JsonNode job) {
		return Api.JOBS + "/" + job.path("id").asString() + "/trace";
	}

	private static List<JsonNode> elements(JsonNode trace, String name) {
		return quantities(trace, name).flatMap((quantity) -> quantity.path("elements").valueStream()).toList();
	}

	private static Stream<JsonNode> quantities(JsonNode trace, String name) {
		return trace.path("sections")
			.valueStream()
			.flatMap((section) -> section.path("quantities").valueStream())
			.filter((quantity) -> quantity.path("name").asString().equals(name));
	}

	/** The first or the last of a name in each section, in the flat order. */
	private static List<Double> values(JsonNode trace, String name, boolean first) {
		var values = new ArrayList<Double>();
		for (var section : trace.path("sections")) {
			if (section.path("stage").asString().equals("update")) {
				section.path("quantities")
					.valueStream()
					.filter((quantity) -> quantity.path("name").asString().equals(name))
					.reduce((one, other) -> first ? one : other)
					.orElseThrow()
					.path("elements")
					.forEach((element) -> values.add(element.path("value").asDouble()));
			}
		}
		return values;
	}

	private static List<Double> parameters(JsonNode weights) {
		var values = new ArrayList<Double>();
		for (var layer : weights.path("layers")) {
			layer.path("weights").forEach((row) -> row.forEach((weight) -> values.add(weight.asDouble())));
			layer.path("biases").forEach((bias) -> values.add(bias.asDouble()));
		}
		return values;
	}

}
