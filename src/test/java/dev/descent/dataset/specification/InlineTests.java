package dev.descent.dataset.specification;

import java.util.Collections;
import java.util.List;
import java.util.Locale;

import dev.descent.dataset.Dataset;
import dev.descent.dataset.DatasetId;
import dev.descent.dataset.Labels;
import dev.descent.dataset.Task;
import dev.descent.dataset.Values;
import dev.descent.problem.Fault;
import dev.descent.problem.Faults;
import jakarta.validation.Validation;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.json.JsonMapper;

import static org.assertj.core.api.Assertions.assertThat;

class InlineTests {

	/** Spells closed sets as the service does. */
	private static final JsonMapper JSON = JsonMapper.builder()
		.enumNamingStrategy((_, _, name) -> name.toLowerCase(Locale.ROOT))
		.build();

	@Test
	void soundDataBecomeADataset() {
		var inline = inline("\"features\":[[0,1.5],[2,3],[4,5]],\"targets\":[10,9,10]");
		assertThat(faults(inline)).isEmpty();
		assertThat(inline.dataset()).isEqualTo(new Dataset(List.of("x1", "x2"), new double[] { 0, 1.5, 2, 3, 4, 5 },
				new Labels(List.of("9", "10"), new int[] { 1, 0, 1 })));
		assertThat(inline.shape()).isEqualTo(inline.dataset().shape());
		assertThat(inline.shape().task()).isEqualTo(Task.BINARY_CLASSIFICATION);
	}

	@Test
	void columnsCanHaveNames() {
		var inline = inline("\"features\":[[0,1],[2,3]],\"targets\":[0.5,1],\"columns\":[\"a\",\"b_c\"]");
		assertThat(faults(inline)).isEmpty();
		assertThat(inline.shape().columns()).containsExactly("a", "b_c");
		assertThat(inline.dataset().targets()).isEqualTo(new Values(new double[] { 0.5, 1 }));
		assertThat(inline.shape()).isEqualTo(inline.dataset().shape());
	}

	@Test
	void stringsAndBooleansAreClasses() {
		assertThat(inline("\"features\":[[1],[2],[3]],\"targets\":[\"b\",\"a\",\"c\"]").dataset().targets())
			.isEqualTo(new Labels(List.of("a", "b", "c"), new int[] { 1, 0, 2 }));
		assertThat(inline("\"features\":[[1],[2]],\"targets\":[true,false]").dataset().targets())
			.isEqualTo(new Labels(List.of("false", "true"), new int[] { 1, 0 }));
	}

	@Test
	void theTaskCanBeSaid() {
		assertThat(inline("\"features\":[[1],[2]],\"targets\":[0,1],\"task\":\"regression\"").dataset().targets())
			.isEqualTo(new Values(new double[] { 0, 1 }));
		assertThat(inline("\"features\":[[1],[2]],\"targets\":[0.5,1],\"task\":\"classification\"").shape().classes())
			.containsExactly("0.5", "1");
	}

	@Test
	void everyFaultOfTheRowsIsFound() {
		assertThat(faults(
				inline("\"features\":[[1,2],[1],[1e999,null],null,[1,-2e100],[1,2,3]]," + "\"targets\":[0,1,0,1,0]")))
			.containsExactlyInAnyOrder(new Fault("/features/1", "has 1 values but the first row has 2"),
					new Fault("/features/2/0", "must be a finite number, at most 1e100 in magnitude"),
					new Fault("/features/2/1", "must be a finite number, at most 1e100 in magnitude"),
					new Fault("/features/3", "must be an array of numbers"),
					new Fault("/features/4/1", "must be a finite number, at most 1e100 in magnitude"),
					new Fault("/features/5", "has 3 values but the first row has 2"),
					new Fault("/targets", "has 5 entries but there are 6 rows"));
	}

	@Test
	void faultsOfOneKindAreCountedAfterTwenty() {
		assertThat(
				faults(inline("\"features\":[[1]" + ",[null]".repeat(57) + "],\"targets\":[0" + ",1".repeat(57) + "]")))
			.hasSize(21)
			.endsWith(new Fault("/features", "and 37 more"));
	}

	@Test
	void nothingIsNotADataset() {
		assertThat(faults(inline("\"features\":[],\"targets\":[]")))
			.containsExactly(new Fault("/features", "must have at least one row"));
		assertThat(faults(inline("\"features\":[[],[]],\"targets\":[0,1]")))
			.containsExactly(new Fault("/features/0", "must have at least one value"));
		assertThat(faults(inline("\"features\":[null],\"targets\":[0.5]")))
			.contains(new Fault("/features/0", "must be an array of numbers"));
	}

	@Test
	void tooManyRowsAndColumnsAreFaults() {
		assertThat(faults(new Inline(Collections.nCopies(100_001, List.of(1.0)), List.of(0.5), null, null)))
			.containsExactly(new Fault("/features", "must have at most 100000 rows but has 100001"));
		assertThat(faults(new Inline(List.of(Collections.nCopies(1001, 1.0)), List.of(0.5), null, null)))
			.containsExactly(new Fault("/features/0", "must have at most 1000 values"));
	}

	@Test
	void columnNamesMustFitAndDiffer() {
		assertThat(faults(
				inline("\"features\":[[1,2,3,4]],\"targets\":[0.5],\"columns\":[\"a\",\" \",\"a\",null,\" b\"]")))
			.containsExactly(new Fault("/columns", "has 5 names but the first row has 4 values"),
					new Fault("/columns/1", "must not be blank"),
					new Fault("/columns/2", "must differ from the others but 'a' stands there twice"),
					new Fault("/columns/3", "must not be blank"),
					new Fault("/columns/4", "must not begin or end with white space"));
	}

	@Test
	void targetsMustBeOfOneKind() {
		assertThat(targetFaults("[1,\"a\",true,null,[1],{\"a\":1},1e999]")).containsExactly(
				new Fault("/targets/1", "is a string but the first target is a number"),
				new Fault("/targets/2", "is a boolean but the first target is a number"),
				new Fault("/targets/3", "must be a number, a string or a boolean"),
				new Fault("/targets/4", "must be a number, a string or a boolean"),
				new Fault("/targets/5", "must be a number, a string or a boolean"),
				new Fault("/targets/6", "must be a finite number, at most 1e100 in magnitude"));
		assertThat(targetFaults("[\"a\",\"\",\"b\",\"b\",\"b\",\"b\",\"b\"]"))
			.containsExactly(new Fault("/targets/1", "must not be blank"));
		assertThat(targetFaults("[1,2,3,4,5,6,1" + "0".repeat(400) + "]"))
			.containsExactly(new Fault("/targets/6", "must be a finite number, at most 1e100 in magnitude"));
	}

	@Test
	void classesMustBeAtLeastTwo() {
		assertThat(targetFaults("[\"a\",\"a\",\"a\",\"a\",\"a\",\"a\",\"a\"]"))
			.containsExactly(new Fault("/targets", "needs at least two classes but all are 'a'"));
		assertThat(targetFaults("[3,3,3,3,3,3,3]"))
			.containsExactly(new Fault("/targets", "needs at least two classes but all are '3'"));
		assertThat(targetFaults("[3.5,3.5,3.5,3.5,3.5,3.5,3.5]")).isEmpty();
	}

	@Test
	void aRegressionNeedsNumbers() {
		assertThat(targetFaults("[\"a\",\"a\",\"a\",\"a\",\"a\",\"a\",\"b\"],\"task\":\"regression\""))
			.containsExactly(new Fault("/task", "needs numbers but the first target is a string"));
	}

	@Test
	void featuresAndTargetsAreRequired() {
		try (var factory = Validation.buildDefaultValidatorFactory()) {
			assertThat(factory.getValidator().validate(read("{\"type\":\"inline\"}"))).hasSize(2);
			assertThat(factory.getValidator().validate(read("{\"type\":\"stored\"}"))).hasSize(1);
		}
	}

	@Test
	void aStoredDatasetIsNamedByItsId() {
		assertThat(read("{\"type\":\"stored\",\"id\":\"abc\"}")).isEqualTo(new Stored(new DatasetId("abc")));
	}

	@ParameterizedTest
	@ValueSource(strings = { "{\"type\":\"stored\",\"id\":\"abc\"}",
			"{\"type\":\"inline\",\"features\":[[0.0],[1.5]],\"targets\":[\"a\",\"b\"],\"columns\":[\"x\"],"
					+ "\"task\":\"classification\"}" })
	void whatWasReadIsWrittenTheSame(String json) {
		assertThat(JSON.writeValueAsString(read(json))).isEqualTo(json);
	}

	private static List<Fault> targetFaults(String targets) {
		return faults(inline("\"features\":[[1],[2],[3],[4],[5],[6],[7]],\"targets\":" + targets));
	}

	private static List<Fault> faults(Inline inline) {
		var faults = new Faults();
		inline.check(faults);
		return faults.all();
	}

	private static Inline inline(String fields) {
		return (Inline) read("{\"type\":\"inline\"," + fields + "}");
	}

	private static DatasetSpecification read(String json) {
		return JSON.readValue(json, DatasetSpecification.class);
	}

}
