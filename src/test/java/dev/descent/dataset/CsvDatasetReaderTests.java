package dev.descent.dataset;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;

import dev.descent.problem.Fault;
import dev.descent.problem.RefusedException;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

class CsvDatasetReaderTests {

	@ParameterizedTest
	@CsvSource({ "iris, 150, 4, MULTICLASS_CLASSIFICATION, 3", "wine, 178, 13, MULTICLASS_CLASSIFICATION, 3",
			"breast_cancer, 569, 30, BINARY_CLASSIFICATION, 2", "digits, 1797, 64, MULTICLASS_CLASSIFICATION, 10",
			"diabetes, 442, 10, REGRESSION, 0", "moons, 100, 2, BINARY_CLASSIFICATION, 2",
			"circles, 100, 2, BINARY_CLASSIFICATION, 2", "blobs, 100, 2, MULTICLASS_CLASSIFICATION, 3",
			"gaussian_quantiles, 100, 2, MULTICLASS_CLASSIFICATION, 3",
			"classification, 100, 4, BINARY_CLASSIFICATION, 2" })
	void wellKnownDataAreRead(String name, int samples, int features, Task task, int classes) throws IOException {
		try (var file = Objects.requireNonNull(getClass().getResourceAsStream("/data/" + name + ".csv"))) {
			var shape = new CsvDatasetReader(null, null).read(new InputStreamReader(file, StandardCharsets.UTF_8))
				.shape();
			assertThat(shape.samples()).isEqualTo(samples);
			assertThat(shape.columns()).hasSize(features);
			assertThat(shape.task()).isEqualTo(task);
			assertThat(shape.classes()).hasSize(classes);
		}
	}

	@Test
	void theLastColumnIsTheTarget() {
		var dataset = read("a,b,kind\n1,2.5,yes\n-3e-1,4,no\n");
		assertThat(dataset).isEqualTo(
				new Dataset(List.of("a", "b"), new double[] { 1, 2.5, -0.3, 4 }, Labels.ofNames(List.of("yes", "no"))));
	}

	@Test
	void anotherColumnCanBeTheTarget() {
		var dataset = read("a,b,c\n0.5,1,2\n0.25,3,4\n", "a", null);
		assertThat(dataset).isEqualTo(
				new Dataset(List.of("b", "c"), new double[] { 1, 2, 3, 4 }, new Values(new double[] { 0.5, 0.25 })));
	}

	@Test
	void quotesCarriageReturnsEmptyLinesSpacesAndAByteOrderMarkAreUnderstood() {
		var dataset = read("\ufeff\"first, column\",b ,kind\r\n\r\n\"1\", 2 ,\"say \"\"a\"\"\"\r\n3,4,\"two\nlines\"");
		assertThat(dataset.columns()).containsExactly("first, column", "b");
		assertThat(dataset.feature(1, 0)).isEqualTo(3);
		assertThat(((Labels) dataset.targets()).classes()).containsExactly("say \"a\"", "two\nlines");
	}

	@Test
	void theKindOfTheTargetCanBeSaid() {
		assertThat(read("a,y\n1,0\n2,1\n", null, TargetKind.REGRESSION).targets())
			.isEqualTo(new Values(new double[] { 0, 1 }));
		assertThat(read("a,y\n1,0\n2,none\n", null, TargetKind.CLASSIFICATION).targets())
			.isEqualTo(Labels.ofNames(List.of("0", "none")));
	}

	@Test
	void everyFaultNamesItsLineAndColumn() {
		assertThat(faults("age,size,kind\n1,abc,a\n\n,2,b\n1,2\n1,2,\n1,10d,a\n1,1e999,b\nNaN,1,a\n")).containsExactly(
				"line 2, column 'size': 'abc' is not a number", "line 4, column 'age': must not be empty",
				"line 5: has 2 values but line 1 names 3 columns", "line 6, column 'kind': must not be empty",
				"line 7, column 'size': '10d' is not a number",
				"line 8, column 'size': '1e999' is larger than 1e100 in magnitude",
				"line 9, column 'age': 'NaN' is not a number");
	}

	@Test
	void afterTwentyFaultsTheRestIsCounted() {
		assertThat(faults("a,y\n" + "?,1\n".repeat(57))).hasSize(21)
			.startsWith("line 2, column 'a': '?' is not a number")
			.endsWith("and 37 more");
	}

	@Test
	void aTargetThatIsNoNumberAmongNumbersIsAFault() {
		assertThat(faults("a,y\n1,1.5\n2,NA\n")).containsExactly("line 3, column 'y': 'NA' is not a number, "
				+ "unlike other targets; if all are classes, ask for classification");
		assertThat(faults("a,y\n1,one\n2,1e200\n", null, TargetKind.REGRESSION)).containsExactly(
				"line 2, column 'y': 'one' is not a number",
				"line 3, column 'y': '1e200' is larger than 1e100 in magnitude");
	}

	@Test
	void nothingToReadIsAFault() {
		assertThat(faults("")).containsExactly("is empty; its first line must name the columns");
		assertThat(faults("\n\n")).containsExactly("is empty; its first line must name the columns");
		assertThat(faults("a,b\n")).containsExactly("has no samples after line 1");
	}

	@Test
	void theHeaderMustNameDifferentColumnsAndTheTarget() {
		assertThat(faults("a,,a\n1,2,3\n", "z", null)).containsExactly("line 1: column 2 must not be blank",
				"line 1: column 3 must differ from the others but 'a' stands there twice",
				"has no column 'z' to be the target; its columns are a, , a");
		assertThat(faults("a;b\n1;2\n"))
			.containsExactly("line 1: must name at least one feature and the target, separated by commas");
		assertThat(faults("x,".repeat(1001) + "y\n")).contains("line 1: must name at most 1000 features");
	}

	@Test
	void oneClassIsAFault() {
		assertThat(faults("a,y\n1,b\n2,b\n")).containsExactly("column 'y': needs at least two classes but all are 'b'");
	}

	@Test
	void whatIsNoCsvIsAFault() {
		assertThat(faults("a,y\n1,b\n2,\"b\"c\n3,d\n"))
			.contains("after line 2: cannot be read as CSV; is a quote missing?");
	}

	@Test
	void moreSamplesThanCanBeKeptAreAFault() {
		assertThat(faults("a,y\n" + "1,0\n2,1\n".repeat(50_000) + "3,1\n"))
			.containsExactly("must have at most 100000 samples");
	}

	private static Dataset read(String csv) {
		return read(csv, null, null);
	}

	private static Dataset read(String csv, @Nullable String target, @Nullable TargetKind kind) {
		try {
			return new CsvDatasetReader(target, kind).read(new StringReader(csv));
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private static List<String> faults(String csv) {
		return faults(csv, null, null);
	}

	private static List<String> faults(String csv, @Nullable String target, @Nullable TargetKind kind) {
		var refused = Objects
			.requireNonNull(catchThrowableOfType(RefusedException.class, () -> read(csv, target, kind)));
		return refused.faults().stream().map(Fault::detail).toList();
	}

}
