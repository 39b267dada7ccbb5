package dev.descent.training;

import java.util.Arrays;
import java.util.Objects;

import dev.descent.engine.analysis.Agreement;
import dev.descent.engine.analysis.CheckedDerivative;
import dev.descent.engine.kernel.ScalarKernels;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class BackpropagationCheckTests {

	@Test
	void theDefaultJobIsRightOn32Samples() {
		var check = after("{}");
		assertThat(check.agrees()).isTrue();
		assertThat(check.samples()).isEqualTo(32);
		assertThat(check.layers()).hasSize(2)
			.allSatisfy((layer) -> assertThat(layer.relativeError()).isNotNull().isLessThan(1e-6));
		assertThat(after("{}")).isEqualTo(check);
	}

	@Test
	void aJobThatTrainedLittleIsCheckedOnFewSamples() {
		String large = """
				{"network": {"hiddenLayers": [{"units": 300}, {"units": 300}]}, "training": {"epochs": %d}}""";
		assertThat(after(large.formatted(1)).samples()).isEqualTo(1);
		assertThat(after(large.formatted(20)).samples()).isBetween(1, 4);
		assertThat(after(Trainings.tiny(2)).samples()).isEqualTo(4);
	}

	@Test
	void anErrorBeginsInTheLastLayerThatHasOne() {
		assertThat(check(Agreement.AGREES, Agreement.KINK, Agreement.AGREES).brokenFrom()).isNull();
		assertThat(check(Agreement.AGREES, Agreement.KINK, Agreement.AGREES).agrees()).isTrue();
		assertThat(check(Agreement.WRONG, Agreement.WRONG, Agreement.AGREES).brokenFrom()).isEqualTo(1);
		assertThat(check(Agreement.WRONG, Agreement.KINK, Agreement.AGREES).agrees()).isFalse();
	}

	private static BackpropagationCheck check(Agreement... layers) {
		return new BackpropagationCheck(1,
				Arrays.stream(layers).map((each) -> new CheckedDerivative(1, 1, 1, 1, 1, each)).toList());
	}

	private static BackpropagationCheck after(String json) {
		var kernels = new ScalarKernels();
		var experiment = Trainings.experiment(json);
		var run = Trainings.run(experiment, kernels);
		run.finish();
		return Objects.requireNonNull(BackpropagationCheck.of(experiment, run.state(), kernels));
	}

}
