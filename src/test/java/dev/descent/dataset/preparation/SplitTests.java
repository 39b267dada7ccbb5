package dev.descent.dataset.preparation;

import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import dev.descent.dataset.DatasetShape;
import dev.descent.dataset.Labels;
import dev.descent.dataset.Targets;
import dev.descent.dataset.Values;
import dev.descent.problem.Fault;
import dev.descent.problem.Faults;
import jakarta.validation.Validation;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.json.JsonMapper;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

class SplitTests {

	record Case(Targets targets, SplitSpecification specification) {
	}

	static Stream<Case> cases() {
		var random = new SplittableRandom(11);
		return IntStream.range(0, 500).mapToObj((i) -> {
			int rows = random.nextInt(1, 120);
			double validation = (i % 5 == 0) ? 0 : random.nextDouble(0.9);
			double test = (i % 3 == 0) ? 0 : random.nextDouble(Math.min(0.9, 1 - validation));
			return new Case(targets(random, rows, random.nextInt(0, 8)),
					new SplitSpecification(validation, test, i % 4 != 0, random.nextLong()));
		});
	}

	private static Targets targets(SplittableRandom random, int rows, int classes) {
		if (classes < 2) {
			return new Values(random.doubles(rows).toArray());
		}
		int[] labels = IntStream.range(0, rows)
			.map((row) -> (int) (classes * Math.pow(random.nextDouble(), 2)))
			.toArray();
		return new Labels(IntStream.range(0, classes).mapToObj(Integer::toString).toList(), labels);
	}

	/** Without the data nobody knows of a class that has no row. */
	@ParameterizedTest
	@MethodSource("cases")
	void howManyRowsWillTrainIsToldWithoutTheData(Case it) {
		int told = Split.trainingCount(DatasetShape.of(it.targets.size(), List.of("x"), it.targets), it.specification);
		long empty = (it.targets instanceof Labels labels)
				? Arrays.stream(labels.counts()).filter((count) -> count == 0).count() : 0;
		assertThat(Split.of(it.targets, it.specification).training().length).isBetween((int) (told - empty), told);
	}

	@ParameterizedTest
	@CsvSource({ "100, 0.2, 0, 2, true, 80", "100, 0.2, 0.1, 3, true, 70", "7, 0.5, 0, 2, false, 4",
			"3, 0.5, 0.4, 2, true, 1", "4, 0.5, 0.4, 2, true, 2", "6, 0.4, 0.4, 5, true, 4", "6, 0.4, 0.4, 5, false, 1",
			"1, 0.9, 0, 2, true, 1", "2, 0.9, 0, 2, true, 1" })
	void fewRowsTrainAsTheTableSays(int rows, double validation, double test, int classes, boolean stratified,
			int training) {
		var shape = DatasetShape.ofClasses(rows, 2, classes);
		var specification = new SplitSpecification(validation, test, stratified, 7L);
		assertThat(Split.trainingCount(shape, specification)).isEqualTo(training);
		var targets = new Labels(shape.classes(), IntStream.range(0, rows).map((row) -> row % classes).toArray());
		assertThat(Split.of(targets, specification).training()).hasSize(training);
	}

	@ParameterizedTest
	@MethodSource("cases")
	void everyRowIsInOnePart(Case it) {
		var split = Split.of(it.targets, it.specification);
		assertThat(Stream.of(split.training(), split.validation(), split.test()).flatMapToInt(Arrays::stream).sorted())
			.containsExactlyElementsOf(IntStream.range(0, it.targets.size()).boxed().toList());
		assertThat(split.training()).isSorted();
		assertThat(split.validation()).isSorted();
		assertThat(split.test()).isSorted();
	}

	@ParameterizedTest
	@MethodSource("cases")
	void partsHaveTheirShareAndAreNotEmptyUnlessThereAreTooFewRows(Case it) {
		var split = Split.of(it.targets, it.specification);
		int rows = it.targets.size();
		double validation = it.specification.validationFraction();
		double test = it.specification.testFraction();
		if (!it.specification.stratified() || split.training().length > 8) {
			assertThat(Math.abs(split.validation().length - rows * validation)).isLessThan(2);
			assertThat(Math.abs(split.test().length - rows * test)).isLessThan(2);
		}
		assertThat(split.training()).isNotEmpty();
		assertThat(split.validation().length > 0).isEqualTo(validation > 0 && rows > 1);
		assertThat(split.test().length > 0).isEqualTo(test > 0 && rows > ((validation > 0) ? 2 : 1));
	}

	@ParameterizedTest
	@MethodSource("cases")
	void stratifiedPartsHaveTheirShareOfEveryClass(Case it) {
		if (!(it.targets instanceof Labels labels) || !it.specification.stratified()) {
			return;
		}
		var split = Split.of(labels, it.specification);
		int[] all = labels.counts();
		int[] training = counts(labels, split.training());
		int[] validation = counts(labels, split.validation());
		long classes = Arrays.stream(all).filter((count) -> count > 0).count();
		for (int label = 0; label < all.length; label++) {
			if (labels.size() >= classes + 2) {
				assertThat(training[label] > 0).isEqualTo(all[label] > 0);
			}
			double due = (double) split.validation().length * all[label] / labels.size();
			assertThat(Math.abs(validation[label] - due)).isLessThan((split.training().length > 3 * classes) ? 1 : 3);
		}
	}

	@Test
	void balancedClassesAreSplitExactly() {
		var labels = new Labels(List.of("a", "b"), IntStream.range(0, 100).map((row) -> row % 2).toArray());
		var split = Split.of(labels, new SplitSpecification(0.2, 0.1, true, 42L));
		assertThat(counts(labels, split.training())).containsExactly(35, 35);
		assertThat(counts(labels, split.validation())).containsExactly(10, 10);
		assertThat(counts(labels, split.test())).containsExactly(5, 5);
	}

	@Test
	void smallClassesTogetherStillGiveTheValidationItsShare() {
		var labels = new Labels(IntStream.range(0, 10).mapToObj(Integer::toString).toList(),
				IntStream.range(0, 20).map((row) -> row / 2).toArray());
		var split = Split.of(labels, new SplitSpecification(0.2, 0.0, true, 42L));
		assertThat(split.validation()).hasSize(4);
		assertThat(counts(labels, split.training())).doesNotContain(0);
	}

	@Test
	void theOnlyRowOfAClassTrains() {
		var labels = new Labels(List.of("a", "b"), new int[] { 0, 1, 1, 1 });
		for (long seed = 0; seed < 20; seed++) {
			var split = Split.of(labels, new SplitSpecification(0.45, 0.45, true, seed));
			assertThat(split.training()).contains(0);
			assertThat(split.validation().length + split.test().length).isPositive();
		}
	}

	@Test
	void theSeedDecidesAndNothingElse() {
		var values = new Values(new double[100]);
		var specification = new SplitSpecification(0.3, 0.0, true, 1L);
		assertThat(Split.of(values, specification).validation())
			.containsExactly(Split.of(values, specification).validation())
			.isNotEqualTo(Split.of(values, new SplitSpecification(0.3, 0.0, true, 2L)).validation());
		assertThatIllegalStateException()
			.isThrownBy(() -> Split.of(values, new SplitSpecification(0.3, 0.0, true, null)));
	}

	@Test
	void anEmptyObjectIsTheDefaultSplit() {
		var split = JsonMapper.shared().readValue("{}", SplitSpecification.class);
		assertThat(split).isEqualTo(new SplitSpecification(0.2, 0.0, true, null));
		assertThat(split.withSeed(7).seed()).isEqualTo(7);
		assertThat(split.withSeed(7).withSeed(8).seed()).isEqualTo(7);
	}

	@Test
	void fractionsAreBoundedAndMustLeaveSomethingForTraining() {
		try (var factory = Validation.buildDefaultValidatorFactory()) {
			assertThat(factory.getValidator().validate(new SplitSpecification(0.91, -0.1, true, null))).hasSize(2);
		}
		var faults = new Faults().at("split");
		new SplitSpecification(0.5, 0.5, true, null).check(faults);
		assertThat(faults.all()).containsExactly(new Fault("/split",
				"must leave samples for training: validationFraction and testFraction must add up to less than 1"));
		new SplitSpecification(0.5, 0.4, true, null).check(faults);
		assertThat(faults.all()).hasSize(1);
	}

	private static int[] counts(Labels labels, int[] rows) {
		int[] counts = new int[labels.classes().size()];
		for (int row : rows) {
			counts[labels.label(row)]++;
		}
		return counts;
	}

}
