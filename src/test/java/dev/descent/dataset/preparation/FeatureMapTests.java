package dev.descent.dataset.preparation;

import java.util.Collections;
import java.util.List;

import dev.descent.dataset.ColumnNames;
import dev.descent.dataset.Dataset;
import dev.descent.dataset.Values;
import dev.descent.problem.Fault;
import dev.descent.problem.Faults;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class FeatureMapTests {

	private static final List<String> COLUMNS = List.of("x1", "x2", "petal_length", "odd (name)", "a^2");

	private final Faults faults = new Faults().at("features");

	@Test
	void everyExpressionIsAFunctionOfTheRow() {
		var map = parse("x1", "x2", "x1^2", "x1*x2", "sin(x1)", "cos(x2)", "x1^2*x2", " x2 * petal_length ^ 3", "x2^9",
				"odd (name)*x1", "cos(odd (name))", "a^2", "a^2^2");
		double[] row = { -1, 3, 2, 5, 7, 11 };
		double[] out = new double[15];
		map.apply(row, 1, out, 2);
		assertThat(faults.all()).isEmpty();
		assertThat(map.size()).isEqualTo(13);
		assertThat(map.names()).contains("x1^2*x2", "x2 * petal_length ^ 3");
		assertThat(out).containsExactly(0, 0, 3, 2, 9, 6, StrictMath.sin(3), StrictMath.cos(2), 18, 250, 512, 21,
				StrictMath.cos(7), 11, 121);
	}

	@Test
	void withoutExpressionsAllColumnsStayAsTheyAre() {
		var map = FeatureMap.parse(null, COLUMNS, faults);
		double[] row = { 3, 2, 5, 7, 11 };
		double[] out = new double[5];
		map.apply(row, 0, out, 0);
		assertThat(map.names()).isEqualTo(COLUMNS);
		assertThat(out).containsExactly(row);
	}

	@Test
	void aWholeDatasetIsComputedAtOnce() {
		var dataset = new Dataset(List.of("x1", "x2"), new double[] { 1, 2, 3, 4, 5, 6 }, new Values(new double[3]));
		assertThat(FeatureMap.parse(List.of("x2", "x1*x2"), dataset.columns(), faults).apply(dataset))
			.containsExactly(2, 2, 4, 12, 6, 30);
	}

	@Test
	void whatIsNoExpressionIsAFaultThatSaysWhatIsPossible() {
		parse("x3", "x1", "tan(x1)", "x1^10", "x1^0", "x1^-1", "x1*", "", "sin(x1)*x2");
		assertThat(faults.all()).extracting(Fault::pointer)
			.containsExactly("/features/0", "/features/2", "/features/3", "/features/4", "/features/5", "/features/6",
					"/features/7", "/features/8");
		assertThat(faults.all().getFirst().detail())
			.isEqualTo("has 'x3', which is neither a column, nor a power of one from 1 to 9, nor its sin or cos alone; "
					+ "the columns are x1, x2, petal_length, odd (name), a^2");
		assertThat(faults.all()).extracting(Fault::detail)
			.element(7)
			.asString()
			.startsWith("has 'sin(x1)', which is neither");
	}

	@Test
	void onlyTheFirstColumnsAreSuggestedIfThereAreMany() {
		FeatureMap.parse(List.of("y"), ColumnNames.numbered(64), faults);
		assertThat(faults.all()).singleElement()
			.extracting(Fault::detail)
			.asString()
			.endsWith("the columns are x1, x2, x3, x4, x5, x6, x7, x8, x9, x10 and 54 more");
	}

	@Test
	void theSameInputTwiceIsAFaultHoweverItIsWritten() {
		parse("x1*x2", "x2", "x2*x1", "x2^2", "x2*x2", "sin(x2)", "sin( x2 )", "cos(x2)");
		assertThat(faults.all()).containsExactly(new Fault("/features/2", "is the same input as 'x1*x2' before it"),
				new Fault("/features/4", "is the same input as 'x2^2' before it"),
				new Fault("/features/6", "is the same input as 'sin(x2)' before it"));
	}

	@Test
	void noneTooManyAndTooLongAreFaults() {
		FeatureMap.parse(List.of(), COLUMNS, faults);
		FeatureMap.parse(Collections.nCopies(1001, "x1"), COLUMNS, faults);
		parse("x1*".repeat(70) + "x1");
		assertThat(faults.all()).extracting(Fault::detail)
			.contains("must have at least one expression", "must have at most 1000 expressions",
					"must be at most 200 characters long");
	}

	private FeatureMap parse(String... expressions) {
		return FeatureMap.parse(List.of(expressions), COLUMNS, faults);
	}

}
