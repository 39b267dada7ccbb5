package dev.descent.dataset;

import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

class TargetsTests {

	@Test
	void fewIntegersAreClassesInNumericOrderWithoutDecimalPoint() {
		var labels = (Labels) Targets.ofNumbers(new double[] { 10, 9, -1, 0, -0.0 }, null);
		assertThat(labels.classes()).containsExactly("-1", "0", "9", "10");
		assertThat(IntStream.range(0, 5).map(labels::label)).containsExactly(3, 2, 0, 1, 1);
		assertThat(labels.counts()).containsExactly(1, 2, 1, 1);
	}

	@Test
	void twentyIntegersAreClassesAndTwentyOneAreValues() {
		double[] twenty = IntStream.range(0, 20).asDoubleStream().toArray();
		double[] twentyOne = IntStream.range(0, 21).asDoubleStream().toArray();
		assertThat(Targets.ofNumbers(twenty, null)).isInstanceOf(Labels.class);
		assertThat(Targets.ofNumbers(twentyOne, null)).isInstanceOf(Values.class);
	}

	@Test
	void oneFractionMakesAllOfThemValues() {
		var values = (Values) Targets.ofNumbers(new double[] { 1, 2, 2.5 }, null);
		assertThat(values.value(2)).isEqualTo(2.5);
		assertThat(values.task()).isEqualTo(Task.REGRESSION);
	}

	@Test
	void whatIsAskedForComesBeforeHowNumbersLook() {
		assertThat(Targets.ofNumbers(new double[] { 0, 1 }, TargetKind.REGRESSION)).isInstanceOf(Values.class);
		var labels = (Labels) Targets.ofNumbers(new double[] { 1.5, 0.5, 1e300 }, TargetKind.CLASSIFICATION);
		assertThat(labels.classes()).containsExactly("0.5", "1.5", "1.0E300");
	}

	@Test
	void namesAreSortedByCodePoint() {
		var labels = Labels.ofNames(List.of("\uff5e", "b", "\ud83d\ude00", "B", "b"));
		assertThat(labels.classes()).containsExactly("B", "b", "\uff5e", "\ud83d\ude00");
		assertThat(labels.label(4)).isEqualTo(1);
	}

	@Test
	void twoClassesAreABinaryTask() {
		assertThat(Labels.ofNames(List.of("no", "yes")).task()).isEqualTo(Task.BINARY_CLASSIFICATION);
		assertThat(Labels.ofNames(List.of("a", "b", "c")).task()).isEqualTo(Task.MULTICLASS_CLASSIFICATION);
	}

	@Test
	void aSingleClassAndTooManyAreFaults() {
		assertThat(Labels.ofNames(List.of("a", "a")).fault()).isEqualTo("needs at least two classes but all are 'a'");
		assertThat(Labels.ofNames(IntStream.range(0, 101).mapToObj(Integer::toString).toList()).fault())
			.isEqualTo("has 101 classes but at most 100 are possible");
		assertThat(Labels.ofNames(List.of("a", String.join("", Collections.nCopies(101, "b")))).fault())
			.isEqualTo("has a class name of more than 100 characters");
		assertThat(Labels.ofNames(IntStream.range(0, 100).mapToObj(Integer::toString).toList()).fault()).isNull();
	}

	@Test
	void aLabelWithoutAClassIsRefused() {
		assertThatIllegalArgumentException().isThrownBy(() -> new Labels(List.of("a", "b"), new int[] { 0, 2 }))
			.withMessage("expected labels from 0 to 1 but got 2");
	}

}
