package dev.descent.web;

import java.math.BigDecimal;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import dev.descent.dataset.specification.DatasetSpecification;
import dev.descent.path.specification.OptimizerPathsSpecification;
import dev.descent.support.Api;
import dev.descent.support.Api.Answer;
import dev.descent.support.HttpTest;
import dev.descent.support.SpecificationFields;
import dev.descent.support.SpecificationFields.Place;
import dev.descent.training.specification.LearningRateRangeTestSpecification;
import dev.descent.training.specification.TrainingJobSpecification;
import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

import static dev.descent.support.Api.DATASETS;
import static dev.descent.support.Api.JOBS;
import static dev.descent.support.Api.OPTIMIZER_PATHS;
import static dev.descent.support.Api.RANGE_TESTS;
import static dev.descent.support.Problems.isProblem;
import static dev.descent.support.Problems.isRefusedAt;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

/**
 * Whatever is sent, the answer says what is wrong with it, in the user's terms and with
 * all faults at once, and the service goes on.
 */
@HttpTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ProblemTests {

	private static final String PREDICTIONS = JOBS + "/example/predictions";

	private static final String INLINE = "{\"dataset\": {\"type\": \"inline\", \"features\": %s, \"targets\": %s}}";

	@Autowired
	private Api api;

	@AfterAll
	void theServiceStillTrains() {
		assertThat(api.train("{}").path("state").asString()).isEqualTo("succeeded");
	}

	// The body as a whole

	@ParameterizedTest
	@ValueSource(strings = { "", "{", "{\"seed\": 1", "{\"seed\": 1,}", "{'seed': 1}", "{seed: 1}", "{} x", "{}{}",
			"[1", "nul", "{\"name\": \"a", "{\"name\": \"\u0001\"}", "{\"name\": \"\\x\"}", "{\"seed\": 01}",
			"{\"seed\": +1}", "{\"optimizer\": {\"type\": \"sgd\", \"learningRate\": NaN}}",
			"{\"training\": {\"targetLoss\": Infinity}}",
			"{\"dataset\": {\"type\": \"inline\", \"features\": [[NaN], [1]], \"targets\": [0, 1]}}", " \n\t ",
			"{\"seed\": 1, \"seed\": 2}", "{\"optimizer\": {\"type\": \"sgd\", \"type\": \"adam\"}}", "a,b\n1,2\n" })
	void whatIsNotJsonIsMalformed(String body) {
		for (String path : List.of(JOBS, RANGE_TESTS, DATASETS, PREDICTIONS)) {
			assertThat(isProblem(api.postJson(path, body)).status()).isEqualTo(400);
		}
	}

	@ParameterizedTest
	@ValueSource(strings = { "null", "[]", "[{}]", "5", "1e400", "true", "\"x\"", "\"\"" })
	void whatIsNotAnObjectIsRefusedAsAWhole(String body) {
		for (String path : List.of(JOBS, RANGE_TESTS, DATASETS, PREDICTIONS)) {
			assertThat(isRefusedAt(api.postJson(path, body), "").detailAt("")).isEqualTo("must be an object");
		}
	}

	@Test
	void aMalformedBodyIsLocated() {
		assertThat(api.postJson(JOBS, "{\n \"seed\": x}").json().path("detail").asString())
			.contains("line 2, column 10");
		assertThat(api.postJson(JOBS, "{\"seed\": 1, \"seed\": 2}").json().path("detail").asString()).contains("twice");
	}

	@Test
	void bytesThatAreNotUtf8AreMalformed() {
		for (byte[] bytes : List.of(new byte[] { (byte) 0xff, (byte) 0xff }, new byte[] { 0, 0, 0, '{' },
				new byte[] { '{', '"', (byte) 0xc3, '"', ':', '1', '}' },
				new byte[] { '"', (byte) 0xed, (byte) 0xa0, (byte) 0x80, '"' },
				new byte[] { 0x1f, (byte) 0x8b, 8, 0 })) {
			for (String path : List.of(JOBS, RANGE_TESTS, DATASETS, PREDICTIONS)) {
				assertThat(isProblem(api.post(path, bytes, "Content-Type", "application/json")).status()).isIn(400,
						422);
			}
		}
	}

	@ParameterizedTest
	@ValueSource(ints = { 100, 499, 501, 100_000 })
	void deepNestingIsRefused(int depth) {
		isProblem(api.postJson(JOBS, "[".repeat(depth)));
		isProblem(api.postJson(JOBS, "[".repeat(depth) + "]".repeat(depth)));
		isProblem(api.postJson(JOBS, "{\"name\":" + "[".repeat(depth) + "]".repeat(depth) + "}"));
		isProblem(api.postJson(JOBS, "{\"network\":".repeat(depth) + "1" + "}".repeat(depth)));
		isProblem(api.postJson(DATASETS,
				"{\"type\":\"inline\",\"features\":" + "[".repeat(depth) + "]".repeat(depth) + ",\"targets\":[1]}"));
		isProblem(api.postJson(PREDICTIONS, "{\"inputs\":" + "[".repeat(depth) + "]".repeat(depth) + "}"));
	}

	@Test
	void aBodyOverTheLimitIsTooLarge() {
		byte[] body = " ".repeat((16 << 20) + 1).getBytes(StandardCharsets.UTF_8);
		for (String type : List.of("application/json", "text/csv")) {
			assertThat(isProblem(api.post(DATASETS, body, "Content-Type", type)).status()).isEqualTo(413);
			assertThat(isProblem(api.postChunked(DATASETS, body, "Content-Type", type)).status()).isEqualTo(413);
		}
		assertThat(isProblem(api.post(JOBS, body, "Content-Type", "application/json")).status()).isEqualTo(413);
	}

	@Test
	void aBodyThatEndsTooEarlyIsMalformed() {
		String head = "POST " + JOBS + " HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\n";
		for (String rest : List.of("Transfer-Encoding: chunked\r\n\r\n5\r\n{}",
				"Transfer-Encoding: chunked\r\n\r\nzz\r\n{}\r\n0\r\n\r\n")) {
			assertThat(api.exchange(head + rest)).startsWith("HTTP/1.1 400")
				.contains("application/problem+json", "/problems/malformed-request")
				.doesNotContain("Exception");
		}
	}

	/** Also where nobody wanted a body. */
	@ParameterizedTest
	@ValueSource(strings = { "DELETE /api/v1/datasets/none", "GET " + JOBS + "/none", "POST " + JOBS + "/none/resume",
			"POST " + JOBS + "/example/cancel" })
	void aRequestWhoseBodyEndsTooEarlyIsAnsweredOnce(String request) {
		String answer = api.exchange(request + " HTTP/1.1\r\nHost: localhost\r\nContent-Length: 100\r\n\r\n{");
		assertThat(answer).startsWith("HTTP/1.1 40").containsOnlyOnce("\"type\"");
	}

	// Unknown names

	@ParameterizedTest
	@CsvSource({ "'{\"datset\": {}}', /datset, dataset",
			"'{\"network\": {\"hiddenLayer\": []}}', /network/hiddenLayer, hiddenLayers",
			"'{\"network\": {\"hiddenLayers\": [{\"unit\": 5}]}}', /network/hiddenLayers/0/unit, units",
			"'{\"optimizer\": {\"type\": \"sgd\", \"momentun\": 0.9}}', /optimizer/momentun, momentum",
			"'{\"optimizer\": {\"type\": \"adamm\"}}', /optimizer/type, adam",
			"'{\"dataset\": {\"type\": \"moon\"}}', /dataset/type, moons",
			"'{\"loss\": {\"type\": \"binary_crossentropy\"}}', /loss/type, binary_cross_entropy",
			"'{\"scaling\": \"Standard\"}', /scaling, standard",
			"'{\"network\": {\"outputActivation\": \"sofmax\"}}', /network/outputActivation, softmax",
			"'{\"network\": {\"initializer\": {\"type\": \"xavier-uniform\"}}}', /network/initializer/type, xavier_uniform" })
	void aMisspeltNameGetsASuggestion(String body, String pointer, String suggestion) {
		assertThat(isRefusedAt(api.postJson(JOBS, body), pointer).detailAt(pointer))
			.contains("did you mean '" + suggestion + "'?");
	}

	@ParameterizedTest
	@CsvSource({ "'{\"optimizer\": {}}', /optimizer/type", "'{\"dataset\": {\"samples\": 5}}', /dataset/type",
			"'{\"loss\": {\"type\": null}}', /loss/type", "'{\"loss\": {\"type\": 5}}', /loss/type",
			"'{\"loss\": {\"type\": {}}}', /loss/type", "'{\"loss\": {\"type\": \"\"}}', /loss/type" })
	void aTypeMustBeThere(String body, String pointer) {
		isRefusedAt(api.postJson(JOBS, body), pointer);
	}

	@Test
	void namesThatHelpNobodyAreNotRepeated() {
		String endless = "x".repeat(1_000_000);
		isRefusedAt(api.postJson(JOBS, "{\"dataset\": {\"type\": \"" + endless + "\"}}"), "/dataset/type");
		isRefusedAt(api.postJson(JOBS, "{\"scaling\": \"" + endless + "\"}"), "/scaling");
		isRefusedAt(api.postJson(JOBS, "{\"features\": [\"" + endless + "\"]}"), "/features/0");
		isRefusedAt(api.postJson(JOBS, "{\"name\": \"" + endless + "\"}"), "/name");
		isRefusedAt(api.postJson(DATASETS, "{\"type\": \"" + endless + "\"}"), "/type");
	}

	@Test
	void controlCharactersDoNoHarm() {
		String odd = "\\u0000\\u0007\\u001b[31m\\u202e\\ud83d\\ude00\\u2028";
		var job = api.train("{\"name\": \"%s\", \"labels\": {\"%s\": \"%s\"}}".formatted(odd, odd, odd));
		assertThat(job.path("name").asString()).isEqualTo("\0\7\u001b[31m\u202e\ud83d\ude00\u2028");
		assertThat(job.path("labels").path(job.path("name").asString()).asString())
			.isEqualTo(job.path("name").asString());
		isRefusedAt(api.postJson(JOBS, "{\"" + odd + "\": 1, \"features\": [\"" + odd + "\"]}"),
				"/\0\7\u001b[31m\u202e\ud83d\ude00\u2028", "/features/0");
	}

	// Every field of the specification

	static Stream<Arguments> valuesOfAnotherKind() {
		return places().flatMap((place) -> ofAnotherKind(place.rawType()).map((value) -> arguments(place, value)));
	}

	private static Stream<JsonNode> ofAnotherKind(Class<?> type) {
		var json = JsonNodeFactory.instance;
		return Stream
			.<JsonNode>of(json.stringNode("text"), json.numberNode(7), json.numberNode(1.5), json.booleanNode(true),
					json.arrayNode(), json.objectNode())
			.filter((value) -> !fits(value, type));
	}

	private static Stream<Place> places() {
		return SpecificationFields.of(TrainingJobSpecification.class).stream();
	}

	private static boolean fits(JsonNode value, Class<?> type) {
		boolean wrapper = SpecificationFields.isWrapper(type);
		return switch (value.getNodeType()) {
			case STRING -> type == String.class || wrapper;
			case NUMBER -> type == Double.class || (value.isInt() && (type == Integer.class || type == Long.class));
			case BOOLEAN -> type == Boolean.class;
			case ARRAY -> List.class.isAssignableFrom(type);
			default -> type == Map.class || (type.isRecord() && !wrapper) || type.isSealed();
		};
	}

	@ParameterizedTest(name = "{0}: {1}")
	@MethodSource("valuesOfAnotherKind")
	void aValueOfAnotherKindIsRefusedWhereItStands(Place place, JsonNode value) {
		var answer = api.postJson(JOBS, place.with(value));
		isProblem(answer);
		assertThat(answer.pointers()).as(answer.body()).contains(place.pointer()).doesNotHaveDuplicates();
		if (answer.pointers().size() > 1) {
			// the rest of the data or of the layers is missing
			assertThat("inline".equals(place.variant()) || place.pointer().startsWith("/network/initialParameters/0"))
				.isTrue();
		}
	}

	static Stream<Arguments> nulls() {
		return places().map((place) -> arguments(place, isRequired(place)));
	}

	private static boolean isRequired(Place place) {
		return place.element() || place.annotation(NotNull.class) != null;
	}

	@ParameterizedTest(name = "{0}")
	@MethodSource("nulls")
	void nullIsAbsenceUnlessSomethingMustBeThere(Place place, boolean required) {
		var answer = api.postJson(JOBS, place.with(JsonNodeFactory.instance.nullNode()), "Prefer", "wait=30");
		if (required) {
			isProblem(answer);
			assertThat(answer.pointers()).as(answer.body()).contains(place.pointer());
		}
		else if (!"inline".equals(place.variant()) && !place.pointer().startsWith("/network/initialParameters/0")) {
			assertThat(answer.status()).as(answer.body()).isEqualTo(200);
		}
	}

	static Stream<Arguments> valuesBeyondABound() {
		return places().flatMap((place) -> beyond(place).map((value) -> arguments(place, value)));
	}

	private static Stream<JsonNode> beyond(Place place) {
		var json = JsonNodeFactory.instance;
		var values = new ArrayList<JsonNode>();
		var min = place.annotation(Min.class);
		if (min != null) {
			values.add(json.numberNode(min.value() - 1));
			values.add(json.numberNode(Integer.MIN_VALUE));
		}
		var max = place.annotation(Max.class);
		if (max != null) {
			values.add(json.numberNode(max.value() + 1));
			values.add(json.numberNode(Math.max(max.value() + 1, Integer.MAX_VALUE)));
		}
		var least = place.annotation(DecimalMin.class);
		if (least != null) {
			double bound = Double.parseDouble(least.value());
			values.add(json.numberNode(least.inclusive() ? Math.nextDown(bound) : bound));
			values.add(json.numberNode(-1e308));
			values.add(json.numberNode(new BigDecimal("-1e400")));
		}
		var most = place.annotation(DecimalMax.class);
		if (most != null) {
			double bound = Double.parseDouble(most.value());
			values.add(json.numberNode(most.inclusive() ? Math.nextUp(bound) : bound));
			values.add(json.numberNode(1e308));
			values.add(json.numberNode(new BigDecimal("1e400")));
		}
		if (place.rawType() == Integer.class || place.rawType() == Long.class) {
			values.add(json.numberNode(new BigDecimal("1e400")));
			values.add(json.numberNode(BigDecimal.TEN.pow(30).toBigInteger()));
			values.add(json.numberNode(BigDecimal.TEN.pow(30).toBigInteger().negate()));
			values.add(json.numberNode(1.5));
		}
		if (place.rawType() == Duration.class) {
			Stream.of("PT0S", "-PT5M", "PT1H0.001S", "P1D", "PT99999999999999999999S", "", "5m", "PT")
				.map(json::stringNode)
				.forEach(values::add);
		}
		var size = place.annotation(Size.class);
		if (size != null && place.rawType() == String.class) {
			values.add(json.stringNode("x".repeat(size.max() + 1)));
		}
		if (size != null && List.class.isAssignableFrom(place.rawType())) {
			if (size.min() > 0) {
				values.add(json.arrayNode());
			}
			values.add(json.arrayNode().addAll(Collections.nCopies(size.max() + 1, json.nullNode())));
			values.add(json.arrayNode().addAll(Collections.nCopies(50_000, json.nullNode())));
		}
		return values.stream();
	}

	@ParameterizedTest(name = "{0}: {1}")
	@MethodSource("valuesBeyondABound")
	void aValueJustBeyondABoundIsRefusedWhereItStands(Place place, JsonNode value) {
		isRefusedAt(api.postJson(JOBS, place.with(value)), place.pointer());
	}

	@Test
	void theFieldsOfDatasetsAreCheckedLikewiseWhenTheyAreStored() {
		for (var place : SpecificationFields.of(DatasetSpecification.class)) {
			var values = Stream.concat(beyond(place), ofAnotherKind(place.rawType())).toList();
			for (var value : values) {
				var answer = isProblem(api.postJson(DATASETS, place.with(value)));
				assertThat(answer.pointers()).as(place + " " + value).contains(place.pointer()).doesNotHaveDuplicates();
			}
			isProblemOrCreated(api.postJson(DATASETS, place.with(JsonNodeFactory.instance.nullNode())));
		}
	}

	/** Parts of a job that a sweep cannot take are refused besides. */
	@Test
	void theFieldsOfRangeTestsAreCheckedLikewise() {
		for (var place : SpecificationFields.of(LearningRateRangeTestSpecification.class)) {
			Stream.concat(beyond(place), ofAnotherKind(place.rawType())).forEach((value) -> {
				var answer = isProblem(api.postJson(RANGE_TESTS, place.with(value)));
				assertThat(answer.pointers()).as(place + " " + value).contains(place.pointer()).doesNotHaveDuplicates();
			});
		}
	}

	/** But those of optimizers and schedules, which are the same as in a job. */
	@Test
	void theFieldsOfOptimizerPathsAreCheckedLikewise() {
		for (var place : SpecificationFields.of(OptimizerPathsSpecification.class)) {
			if (place.pointer().matches("/runs/0/(optimizer|schedule)/.*")) {
				continue;
			}
			Stream.concat(beyond(place), ofAnotherKind(place.rawType())).forEach((value) -> {
				var answer = isProblem(api.postJson(OPTIMIZER_PATHS, place.with(value)));
				assertThat(answer.pointers()).as(place + " " + value).contains(place.pointer()).doesNotHaveDuplicates();
			});
		}
	}

	private void isProblemOrCreated(Answer answer) {
		if (answer.status() == 201) {
			assertThat(api.delete(String.valueOf(answer.header("Location"))).status()).isEqualTo(204);
		}
		else {
			isProblem(answer);
		}
	}

	@Test
	void labelsAreStringsUnderKeysOfSomeLength() {
		isRefusedAt(api.postJson(JOBS,
				"{\"labels\": {\"\": \"x\", \"a\": 5, \"b\": null, \"c\": \"%s\", \"%s\": \"x\", \"d/e\": true}}"
					.formatted("x".repeat(201), "k".repeat(64))),
				"/labels/", "/labels/a", "/labels/b", "/labels/c", "/labels/" + "k".repeat(64), "/labels/d~1e");
		String many = IntStream.range(0, 33).mapToObj((i) -> "\"k" + i + "\": \"\"").collect(Collectors.joining(","));
		isRefusedAt(api.postJson(JOBS, "{\"labels\": {" + many + "}}"), "/labels");
	}

	@Test
	void elementsOfListsAreChecked() {
		isRefusedAt(api.postJson(JOBS, "{\"dataset\": {\"type\": \"moons\", \"classBalance\": [0, 1e400]}}"),
				"/dataset/classBalance/0", "/dataset/classBalance/1");
		isRefusedAt(api.postJson(JOBS, "{\"dataset\": {\"type\": \"plane\", \"slopes\": [101, null, \"x\", 1]}}"),
				"/dataset/slopes/0", "/dataset/slopes/1", "/dataset/slopes/2");
		isRefusedAt(api.postJson(JOBS, "{\"features\": [null, 5, \"x1\", \"x1\", \"q\", \"\", \"x2^10\"]}"),
				"/features/0", "/features/1", "/features/3", "/features/4", "/features/5", "/features/6");
	}

	// All faults at once

	@Test
	void allFaultsAreReportedAtOnce() {
		isRefusedAt(api.postJson(JOBS, """
				{"name": 5, "sed": 1, "seed": 1.5, "labels": [], "scaling": "minmax",
				 "dataset": {"type": "moons", "samples": 100, "noise": -1, "classBalance": [1, 2, 3]},
				 "features": ["x1", "x3"],
				 "split": {"validationFraction": 0.9, "testFraction": 0.5, "stratified": "yes"},
				 "network": {"hiddenLayers": [{"units": 0}, {"units": 4, "activation": "softmax"}, null],
				             "outputActivation": "softmax", "initializer": {"type": "he"}},
				 "loss": {"type": "binary_cross_entropy"},
				 "regularization": {"l1": -1, "l2": "a"},
				 "optimizer": {"type": "sgd", "learningRate": 0, "nesterov": true},
				 "training": {"epochs": -1, "batchSize": 0, "earlyStopping": {"patience": 0},
				              "targetLoss": -0.1, "timeLimit": "5 minutes"},
				 "recording": {"checkpoints": 1, "evaluateEvery": [], "boundaryResolution": 201}}"""), "/name", "/sed",
				"/seed", "/labels", "/scaling", "/dataset/noise", "/dataset/classBalance", "/features/1", "/split",
				"/split/stratified", "/network/hiddenLayers/0/units", "/network/hiddenLayers/1/activation",
				"/network/hiddenLayers/2", "/network/initializer/type", "/loss", "/regularization/l1",
				"/regularization/l2", "/optimizer/learningRate", "/optimizer/nesterov", "/training/epochs",
				"/training/batchSize", "/training/earlyStopping/patience", "/training/targetLoss",
				"/training/timeLimit", "/recording/checkpoints", "/recording/evaluateEvery",
				"/recording/boundaryResolution");
	}

	@Test
	void theNumberOfFaultsIsSaid() {
		assertThat(api.postJson(JOBS, "{\"seed\": \"x\"}").json().path("detail").asString()).startsWith("One thing");
		assertThat(api.postJson(JOBS, "{\"seed\": \"x\", \"name\": 5}").json().path("detail").asString())
			.startsWith("2 things");
	}

	@Test
	void aFaultInOnePartDoesNotHideThatPartsDoNotFit() {
		isRefusedAt(api.postJson(JOBS, """
				{"dataset": {"type": "inline", "features": [["a", 1], [2], [1, 2]], "targets": [0, 1]},
				 "training": {"epochs": "many"}}"""), "/dataset/features/0/0", "/dataset/features/1",
				"/dataset/targets", "/training/epochs");
		isRefusedAt(api.postJson(JOBS, """
				{"dataset": {"type": "sine", "noise": 101}, "network": {"hiddenLayers": [{"units": 513}]},
				 "loss": {"type": "binary_cross_entropy"}, "features": ["x2"]}"""), "/dataset/noise",
				"/network/hiddenLayers/0/units", "/loss", "/features/0");
	}

	// Data

	@ParameterizedTest
	@CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
			[]                          | []            | /dataset/features
			[[]]                        | [0.5]         | /dataset/features/0
			[[], [1]]                   | [0, 1]        | /dataset/features/0 /dataset/features/1
			[[1], [1, 2], [], [3]]      | [0, 1, 0, 1]  | /dataset/features/1 /dataset/features/2
			[[1, null], [null, 2]]      | [0, 1]        | /dataset/features/0/1 /dataset/features/1/0
			[["NaN"], ["1"]]            | [0, 1]        | /dataset/features/0/0 /dataset/features/1/0
			[[1e999], [-1e999]]         | [0, 1]        | /dataset/features/0/0 /dataset/features/1/0
			[[1e101], [1]]              | [0, 1]        | /dataset/features/0/0
			[null, [1]]                 | [0, 1]        | /dataset/features/0
			[[[1]], [1]]                | [0, 1]        | /dataset/features/0/0
			[{}, 5, [1]]                | [0, 1, 0]     | /dataset/features/0 /dataset/features/1
			{}                          | {}            | /dataset/features /dataset/targets
			[[1], [2]]                  | [0]           | /dataset/targets /dataset/targets
			[[1], [2]]                  | [0, 1, 0]     | /dataset/targets
			[[1], [2]]                  | []            | /dataset/targets
			[[1], [2]]                  | [1, 1]        | /dataset/targets
			[[1], [2]]                  | ["a", "a"]    | /dataset/targets
			[[1], [2]]                  | [0, "a"]      | /dataset/targets/1
			[[1], [2]]                  | [null, 1]     | /dataset/targets/0
			[[1], [2]]                  | [[0], {}]     | /dataset/targets/0 /dataset/targets/1
			[[1], [2]]                  | [1e999, 0.5]  | /dataset/targets/0
			[[1], [2]]                  | ["a", " "]    | /dataset/targets/1
			""")
	void badDataAreRefusedWhereTheyAreBad(String features, String targets, String pointers) {
		String body = INLINE.formatted(features, targets);
		isRefusedAt(api.postJson(JOBS, body), pointers.split(" "));
		String dataset = body.substring("{\"dataset\": ".length(), body.length() - 1);
		isRefusedAt(api.postJson(DATASETS, dataset), pointers.replace("/dataset", "").split(" "));
	}

	@Test
	void halfOfTheDataIsNotEnough() {
		isRefusedAt(api.postJson(DATASETS, "{\"type\": \"inline\"}"), "/features", "/targets");
		isRefusedAt(api.postJson(DATASETS, "{\"type\": \"inline\", \"features\": [[1], [2, 3]]}"), "/features/1",
				"/targets");
		isRefusedAt(api.postJson(DATASETS, "{\"type\": \"inline\", \"targets\": [1, 1]}"), "/features", "/targets");
		isRefusedAt(api.postJson(JOBS, "{\"dataset\": {\"type\": \"inline\", \"features\": null}}"),
				"/dataset/features", "/dataset/targets");
		isRefusedAt(
				api.postJson(DATASETS,
						"{\"type\": \"inline\", \"features\": [[1]], \"targets\": [0.5], "
								+ "\"columns\": [\"a\", \"a\"], \"task\": \"Regression\"}"),
				"/columns", "/columns/1", "/task");
	}

	@Test
	void tooMuchDataIsRefused() {
		String rows = String.join(",", Collections.nCopies(100_001, "[1]"));
		isRefusedAt(api.postJson(JOBS, INLINE.formatted("[" + rows + "]", "[0.5]")), "/dataset/features");
		String columns = String.join(",", Collections.nCopies(1001, "1"));
		isRefusedAt(api.postJson(JOBS, INLINE.formatted("[[" + columns + "]]", "[0.5]")), "/dataset/features/0");
		String classes = IntStream.range(0, 101).mapToObj((i) -> "\"c" + i + "\"").collect(Collectors.joining(","));
		String few = String.join(",", Collections.nCopies(101, "[1]"));
		isRefusedAt(api.postJson(JOBS, INLINE.formatted("[" + few + "]", "[" + classes + "]")), "/dataset/targets");
	}

	@Test
	void manyFaultsOfOneKindAreCounted() {
		String rows = String.join(",", Collections.nCopies(100_000, "[null]"));
		String targets = String.join(",", Collections.nCopies(100_000, "null"));
		var answer = isProblem(api.postJson(JOBS, INLINE.formatted("[" + rows + "]", "[" + targets + "]")));
		assertThat(answer.detailAt("/dataset/features")).isEqualTo("and 99980 more");
		assertThat(answer.detailAt("/dataset/targets")).isEqualTo("and 99980 more");
		var predictions = isProblem(api.postJson(PREDICTIONS, "{\"inputs\": [" + rows + "]}"));
		assertThat(predictions.detailAt("/inputs")).isEqualTo("and 99980 more");
		String weights = String.join(",", Collections.nCopies(200_000, "null"));
		assertThat(isProblem(api.postJson(JOBS,
				"""
						{"network": {"hiddenLayers": [], "initialParameters": [{"weights": [[%s]], "biases": [0]}]}}"""
					.formatted(weights)))
			.detailAt("/network/initialParameters/0/weights")).isEqualTo("and 199980 more");
	}

	@Test
	void aDatasetThatIsNotStoredIsAFaultOfTheRequest() {
		isRefusedAt(api.postJson(JOBS, "{\"dataset\": {\"type\": \"stored\", \"id\": \"nope\"}}"), "/dataset/id");
		isRefusedAt(api.postJson(JOBS, "{\"dataset\": {\"type\": \"stored\", \"id\": \"\"}}"), "/dataset/id");
		isRefusedAt(api.postJson(DATASETS, "{\"type\": \"stored\", \"id\": \"example\"}"), "/type");
		isRefusedAt(
				api.postJson(JOBS, "{\"dataset\": {\"type\": \"stored\", \"id\": \"example\"}, \"features\": [\"q\"]}"),
				"/features/0");
	}

	@ParameterizedTest
	@ValueSource(strings = { "\n", "a\n", "a,b\n", ",\n1,2\n", "a,a\n1,2\n", "a,b\n1\n", "a,b\n1,2,3\n", "a,b\nx,1\n",
			"a,b\n,1\n", "a,b\nNaN,1\n", "a,b\n1e999,0.5\n", "a,b\n1,x\n2,x\n", "a,b\n1,0.5\n2,x\n", "\"",
			"{\"type\": \"moons\"}", "\0\0\0" })
	void csvThatMakesNoDatasetIsRefused(String csv) {
		assertThat(isProblem(api.postCsv(DATASETS, csv)).status()).isEqualTo(422);
	}

	@Test
	void csvThatIsTooWideIsRefused() {
		isProblem(api.postCsv(DATASETS, ",".repeat(20_000)));
		isProblem(api.postCsv(DATASETS, "a,b\n" + "1,".repeat(20_000) + "\n"));
		isProblem(api.postCsv(DATASETS, ""));
	}

	@Test
	void everyBadCellOfCsvIsNamed() {
		var answer = api.postCsv(DATASETS, "a,b,label\n1,2,x\n1,?,y\n3\n-,,x\n");
		isRefusedAt(answer, "", "", "", "");
		assertThat(answer.body()).contains("line 3, column 'b': '?' is not a number",
				"line 4: has 1 values but line 1 names 3 columns", "line 5, column 'a': '-' is not a number",
				"line 5, column 'b': must not be empty");
	}

	@Test
	void theTargetOfCsvMustBeThere() {
		isRefusedAt(api.postCsv(DATASETS + "?target=c", "a,b\n1,2\n"), "");
		assertThat(isProblem(api.postCsv(DATASETS + "?task=foo", "a,b\n1,2\n")).status()).isEqualTo(400);
	}

	// Networks

	@ParameterizedTest
	@CsvSource(delimiter = '|', quoteCharacter = '`',
			textBlock = """
					[]                                                                  | ``
					[{"weights": [[1, 2]], "biases": [1]}]                              | ``
					[{"weights": [[1, 2], [3, 4]], "biases": [0, 0]}, {}]               | /1/weights /1/biases
					[{"weights": [[1, 2]], "biases": [0, 0]}, {"weights": [[1, 2]], "biases": [0]}]                 | /0/weights
					[{"weights": [[1, 2], [3]], "biases": [0, 0]}, {"weights": [[1, 2]], "biases": [0]}]            | /0/weights/1
					[{"weights": [[1, 2], [3, 4]], "biases": [0]}, {"weights": [[1, 2]], "biases": []}]             | /0/biases /1/biases
					[{"weights": [[1, 2], null], "biases": [0, 0]}, {"weights": [[1, null]], "biases": [null]}]     | /0/weights/1 /1/weights/0/1 /1/biases/0
					[{"weights": [[1, 2], 5], "biases": [0, 0]}, {"weights": 5, "biases": "x"}]                     | /0/weights/1 /1/weights /1/biases
					[{"weights": [[1, 1e101], [1e999, "x"]], "biases": [0, 0]}, {"weights": [[1, 2]], "biases": [0]}] | /0/weights/0/1 /0/weights/1/0 /0/weights/1/1
					[null, {"weights": [[1, 2, 3]], "biases": [0]}]                     | /0 /1/weights/0
					[5, {"weights": [[1, 2]], "biases": [0], "activation": "relu"}]     | /0 /1/activation
					""")
	void initialParametersOfAnotherShapeAreRefused(String given, String pointers) {
		String[] below = Stream.of(pointers.split(" "))
			.map((at) -> "/network/initialParameters" + at)
			.toArray(String[]::new);
		isRefusedAt(
				api.postJson(JOBS,
						"{\"network\": {\"hiddenLayers\": [{\"units\": 2}], \"initialParameters\": " + given + "}}"),
				below);
	}

	@Test
	void theEndOfTheNetworkMustFitTheData() {
		isRefusedAt(api.postJson(JOBS, "{\"loss\": {\"type\": \"categorical_cross_entropy\"}, "
				+ "\"network\": {\"outputActivation\": \"sigmoid\"}}"), "/loss");
		isRefusedAt(
				api.postJson(JOBS,
						"{\"dataset\": {\"type\": \"sine\"}, \"network\": {\"outputActivation\": \"softmax\"}}"),
				"/network/outputActivation");
		isRefusedAt(
				api.postJson(JOBS,
						"{\"dataset\": {\"type\": \"blobs\"}, \"loss\": {\"type\": \"binary_cross_entropy\"}}"),
				"/loss");
	}

	@Test
	void sizesWhoseProductIsTooLargeAreRefused() {
		String wide = String.join(",", Collections.nCopies(16, "{\"units\": 512}"));
		isRefusedAt(api.postJson(JOBS, "{\"network\": {\"hiddenLayers\": [" + wide + "]}}"), "/network/hiddenLayers");
		isRefusedAt(
				api.postJson(JOBS,
						"{\"dataset\": {\"type\": \"moons\", \"samples\": 100000}, "
								+ "\"network\": {\"hiddenLayers\": [{\"units\": 512}, {\"units\": 512}]}}"),
				"/training/batchSize", "/dataset");
	}

	// Predictions

	@ParameterizedTest
	@CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
			{}                                                          | /inputs
			{"inputs": []}                                              | /inputs
			{"inputs": null, "epoch": "x"}                              | /inputs /epoch
			{"inputs": [[1], [1, 2], [1, 2, 3], null]}                  | /inputs/0 /inputs/2 /inputs/3
			{"inputs": [[1, null], [1e400, 2], [1, -1e101]]}            | /inputs/0/1 /inputs/1/0 /inputs/2/1
			{"inputs": [["1", 2]], "epoch": 1.5, "epochs": 1}           | /inputs/0/0 /epoch /epochs
			{"inputs": 5}                                               | /inputs
			""")
	void badInputsAreRefusedWhereTheyAreBad(String body, String pointers) {
		isRefusedAt(api.postJson(PREDICTIONS, body), pointers.split(" "));
	}

	@Test
	void tooManyInputsAreRefused() {
		isRefusedAt(api.postJson(PREDICTIONS, "{\"inputs\": [" + "[],".repeat(100_000) + "[]]}"), "/inputs");
	}

	@Test
	void anEpochThatTheRunDoesNotHaveIsNotFound() {
		assertThat(isProblem(api.postJson(PREDICTIONS, "{\"inputs\": [[1, 2]], \"epoch\": 1001}")).status())
			.isEqualTo(404);
		isRefusedAt(api.postJson(PREDICTIONS, "{\"inputs\": [[1, 2]], \"epoch\": -1}"), "/epoch");
		assertThat(isProblem(api.get(JOBS + "/example/weights?epoch=1001")).json().path("detail").asString())
			.contains("it ended at step 1000");
	}

	// Addresses, methods, parameters and headers

	@ParameterizedTest
	@CsvSource({ "limit=x, 400, limit", "limit=0, 422, limit", "limit=101, 422, limit", "limit=99999999999, 400, limit",
			"limit=1.5, 400, limit", "state=done, 422, state", "state=a&state=b, 422, state" })
	void aParameterThatCannotBeIsNamed(String query, int status, String parameter) {
		var answer = isProblem(api.get(JOBS + "?" + query));
		assertThat(answer.status()).isEqualTo(status);
		assertThat(answer.json().path("errors").path(0).path("parameter").asString()).isEqualTo(parameter);
	}

	@ParameterizedTest
	@CsvSource({ "weights?epoch=a, 400", "weights?epoch=a&epoch=b, 400", "boundary?resolution=1, 422",
			"boundary?resolution=201, 422", "boundary?resolution=x, 400", "boundary?epoch=-1, 422",
			"evaluation?epoch=x, 400", "loss-history?maxPoints=7, 422", "loss-history?maxPoints=100001, 422",
			"loss-history?maxPoints=x, 400" })
	void resultsRefuseParametersThatCannotBe(String result, int status) {
		assertThat(isProblem(api.get(JOBS + "/example/" + result)).status()).isEqualTo(status);
	}

	@ParameterizedTest
	@ValueSource(strings = { JOBS + "/nope", JOBS + "/nope/weights", JOBS + "/nope/loss-history",
			JOBS + "/nope/boundary", JOBS + "/nope/evaluation", JOBS + "/nope/checkpoints", JOBS + "/example/nope",
			JOBS + "/example/", JOBS + "/", JOBS + "/a%20b", JOBS + "?after=nope", RANGE_TESTS + "/nope",
			RANGE_TESTS + "/nope/curve", RANGE_TESTS + "?after=nope", DATASETS + "/nope", DATASETS + "/nope/points",
			DATASETS + "?after=nope", "/api/v1", "/api/v2/training-jobs", "/nope", "/error" })
	void whatIsNotThereIsNotFound(String path) {
		assertThat(isProblem(api.get(path)).status()).isEqualTo(404);
	}

	@Test
	void whatIsNotThereCannotBeChangedEither() {
		assertThat(isProblem(api.delete(JOBS + "/nope")).status()).isEqualTo(404);
		assertThat(isProblem(api.delete(DATASETS + "/nope")).status()).isEqualTo(404);
		assertThat(isProblem(api.post(JOBS + "/nope/cancel")).status()).isEqualTo(404);
		assertThat(isProblem(api.delete(RANGE_TESTS + "/nope")).status()).isEqualTo(404);
		assertThat(isProblem(api.post(RANGE_TESTS + "/nope/cancel")).status()).isEqualTo(404);
		assertThat(isProblem(api.postJson(JOBS + "/nope/predictions", "{\"inputs\": [[1]]}")).status()).isEqualTo(404);
	}

	@ParameterizedTest
	@ValueSource(strings = { "/api/v1/training-jobs/%", "/api/v1/training-jobs/%00", "/api/v1/training-jobs/a%2Fb",
			"/api/v1/training-jobs/%ff", "/api/v1/training-jobs/a%5Cb", "/api/v1/training-jobs/<x>",
			"/api/v1/training-jobs/a b", "/api/v1/training-jobs/a;b=c", "/api/v1/training-jobs/[",
			"/api/v1/training-jobs?limit=%zz", "/api/v1/training-jobs?%", "/%2e%2e/x", "x", "//", "//?x", "///",
			"//a/b" })
	void anAddressThatCannotBeIsMalformed(String address) {
		assertThat(api.exchange("GET " + address + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n"))
			.matches("(?s)HTTP/1.1 40[04] .*")
			.contains("application/problem+json", "\"/problems/")
			.doesNotContain("Exception", "<html", "java.");
	}

	@ParameterizedTest
	@ValueSource(strings = { "GET /api/v1/training-jobs HTTP/1.1\r\n\r\n",
			"GET /api/v1/training-jobs HTTP/9.9\r\nHost: localhost\r\n\r\n",
			"GET /api/v1/training-jobs HTTP/1.1\r\nHost: localhost\r\nno header\r\n\r\n",
			"CONNECT / HTTP/1.1\r\nHost: localhost\r\n\r\n",
			"POST /api/v1/training-jobs HTTP/1.1\r\nHost: localhost\r\nContent-Length: x\r\n\r\n{}",
			"POST /api/v1/training-jobs HTTP/1.1\r\nHost: localhost\r\nContent-Length: -1\r\n\r\n{}",
			"TRACE /api/v1/training-jobs HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n" })
	void whatIsNotQuiteHttpIsMalformed(String request) {
		assertThat(api.exchange(request)).startsWith("HTTP/1.1 40")
			.contains("application/problem+json", "\"/problems/")
			.doesNotContain("Exception", "<html", "java.");
	}

	@ParameterizedTest
	@CsvSource({ "PUT, " + JOBS, "PATCH, " + JOBS, "FOO, " + JOBS, "POST, " + JOBS + "/example",
			"PUT, " + JOBS + "/example", "GET, " + JOBS + "/example/cancel", "GET, " + PREDICTIONS,
			"PUT, " + RANGE_TESTS, "POST, " + RANGE_TESTS + "/example", "POST, " + RANGE_TESTS + "/example/curve",
			"POST, " + JOBS + "/example/weights", "DELETE, " + DATASETS, "PUT, " + DATASETS + "/example" })
	void aMethodThatIsNotAllowedIsRefusedWithThoseThatAre(String method, String path) {
		var answer = isProblem(api.send(method, path, BodyPublishers.noBody()));
		assertThat(answer.status()).isEqualTo(405);
		assertThat(answer.header("Allow")).isNotBlank();
	}

	@ParameterizedTest
	@ValueSource(strings = { "text/plain", "application/xml", "foo", "a/b/c", "*/*", "application/*", "image/*",
			"application/json;charset=bogus", "multipart/form-data", "multipart/form-data;boundary=x",
			"application/x-www-form-urlencoded", "application/json, application/json", "application/cbor",
			"application/yaml" })
	void aBodyOfAnotherTypeIsNotUnderstood(String type) {
		for (String path : List.of(JOBS, RANGE_TESTS, DATASETS, PREDICTIONS)) {
			byte[] body = "a=%zz".getBytes(StandardCharsets.UTF_8);
			assertThat(isProblem(api.post(path, body, "Content-Type", type)).status()).isEqualTo(415);
		}
	}

	@Test
	void aBodyWithoutATypeIsNotUnderstood() {
		assertThat(isProblem(api.post(JOBS, new byte[] { '{', '}' })).status()).isEqualTo(415);
	}

	@Test
	void formsAreNotEvenParsed() {
		for (String method : List.of("PUT", "PATCH", "DELETE")) {
			isProblem(api.send(method, JOBS + "/nope", BodyPublishers.ofString("a=%zz&%%%"), "Content-Type",
					"application/x-www-form-urlencoded"));
		}
	}

	@ParameterizedTest
	@ValueSource(strings = { "text/plain", "image/png", "text/csv", "application/xml", "foo", "a/b/c",
			"application/json;charset=bogus", "application/json;q=2" })
	void anAnswerOfAnotherTypeIsNotToBeHad(String accept) {
		assertThat(isProblem(api.get(JOBS + "/example", "Accept", accept)).status()).isEqualTo(406);
		assertThat(isProblem(api.get(RANGE_TESTS + "/nope", "Accept", accept)).status()).isEqualTo(404);
		if (!List.of("text/csv", "text/plain", "image/png").contains(accept)) {
			assertThat(isProblem(api.get(JOBS + "/example/loss-history", "Accept", accept)).status()).isEqualTo(406);
		}
		isProblem(api.postJson(JOBS, "{\"sed\": 1}", "Accept", accept));
		for (String path : List.of(JOBS, RANGE_TESTS)) {
			assertThat(isProblem(api.postJson(path, "{}", "Accept", accept)).status()).isEqualTo(406);
		}
	}

	@ParameterizedTest
	@ValueSource(strings = { "wait", "wait=", "wait=-1", "wait=abc", "wait=1.5", "respond-async", "wait=0",
			"wait=0, respond-async", ",;=", "wait=99999999999999999999999", "=", "handling=lenient; foo=\"wait\"" })
	void aPreferenceThatSaysNothingIsIgnored(String prefer) {
		var answer = api.postJson(JOBS, "{\"training\": {\"epochs\": 100000000}}", "Prefer", prefer);
		assertThat(answer.status()).as(answer.body()).isEqualTo(202);
		assertThat(answer.header("Preference-Applied")).isNull();
		assertThat(api.post(Api.path(answer.json()) + "/cancel").status()).isEqualTo(200);
	}

	@ParameterizedTest
	@ValueSource(strings = { "wait=20", "WAIT=20", "wait = 20", "wait=\"20\"", "respond-async, wait=20", "wait=20;foo",
			"wait=99999999999999" })
	void aPreferenceToWaitIsUnderstoodInAllItsForms(String prefer) {
		var answer = api.postJson(JOBS, "{\"training\": {\"epochs\": 1}}", "Prefer", prefer);
		assertThat(answer.status()).isEqualTo(200);
		assertThat(answer.header("Preference-Applied")).isEqualTo(prefer.contains("99") ? "wait=60" : "wait=20");
	}

}
