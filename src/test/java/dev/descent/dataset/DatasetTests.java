package dev.descent.dataset;

import java.util.List;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

class DatasetTests {

	private final double[] features = { 1, 2, 3, 4, 5, 9 };

	private final Dataset dataset = new Dataset(List.of("a", "b"), features, Labels.ofNames(List.of("n", "y", "n")));

	@Test
	void rowsAreFoundOneByOneAndAsAWhole() {
		assertThat(dataset.feature(2, 1)).isEqualTo(9);
		double[] into = new double[4];
		dataset.copyRow(1, into, 2);
		assertThat(into).containsExactly(0, 0, 3, 4);
	}

	@Test
	void itDoesNotChangeWithTheArrayItWasMadeOf() {
		features[0] = 100;
		assertThat(dataset.feature(0, 0)).isEqualTo(1);
	}

	@Test
	void theNumberOfFeaturesMustFitTheTargets() {
		assertThatIllegalArgumentException()
			.isThrownBy(() -> new Dataset(List.of("a", "b"), new double[5], new Values(new double[3])))
			.withMessage("expected 3 rows of 2 features but got 5 numbers");
	}

	@Test
	void theShapeSaysWhatThereIsToLearn() {
		assertThat(dataset.shape())
			.isEqualTo(new DatasetShape(3, List.of("a", "b"), Task.BINARY_CLASSIFICATION, List.of("n", "y"), false));
	}

	@Test
	void theSummaryOfAClassificationCountsItsClasses() {
		var summary = DatasetSummary.of(dataset);
		assertThat(summary.columns().keySet()).containsExactly("a", "b");
		assertThat(summary.columns().get("a")).isEqualTo(new Statistics(1, 5, 3, Math.sqrt(8 / 3.0)));
		assertThat(summary.classes()).containsEntry("n", 2).containsEntry("y", 1).hasSize(2);
		assertThat(summary.target()).isNull();
	}

	@Test
	void theSummaryOfARegressionDescribesItsTarget() {
		var summary = DatasetSummary.of(new Dataset(List.of("a"), new double[2], new Values(new double[] { -1, 3 })));
		assertThat(summary.classes()).isNull();
		assertThat(summary.target()).isEqualTo(new Statistics(-1, 3, 1, 2));
	}

	@Test
	void equalNumbersHaveNoDeviationAtAll() {
		assertThat(Statistics.of(10, (i) -> 0.1)).isEqualTo(new Statistics(0.1, 0.1, 0.1, 0));
	}

	@Test
	void largeNumbersCloseTogetherKeepTheirDeviation() {
		assertThat(Statistics.of(4, (i) -> 1e9 + i).standardDeviation()).isCloseTo(Math.sqrt(1.25), within(1e-12));
	}

}
