package dev.descent.benchmark;

import java.util.ArrayList;

import dev.descent.engine.training.Samples;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

/** Benchmarks compare like with like: the same updates from the same start. */
class NaiveTrainingTests {

	@ParameterizedTest
	@CsvSource({ "W1, 100, 20", "W2, 500, 5", "W3, 2000, 3", "W4, 300, 2" })
	void plainLoopsAndTheEngineDoTheSameWork(Workload workload, int count, int epochs) {
		double[] inputs = workload.inputs(count);
		double[] targets = workload.targets(count);
		var naive = new NaiveTraining(workload, NaiveTraining.rows(inputs, count), NaiveTraining.rows(targets, count));
		var naiveLosses = new ArrayList<Double>();
		naiveLosses.add(naive.loss());
		for (int epoch = 1; epoch <= epochs; epoch++) {
			naive.epoch();
			naiveLosses.add(naive.loss());
		}
		var losses = new ArrayList<Double>();
		var run = workload.evaluatedRun(Implementation.SCALAR.kernels(), new Samples(count, inputs, targets), epochs,
				(evaluated) -> losses.add(evaluated.figures().trainLoss()));
		run.finish();

		assertThat(naiveLosses).usingElementComparator(NaiveTrainingTests::compare).isEqualTo(losses);
		assertThat(naive.network().parameters(workload.architecture()))
			.usingElementComparator(NaiveTrainingTests::compare)
			.containsExactly(run.state().parameters().values());
		assertThat(losses.getLast()).isLessThan(losses.getFirst());
	}

	private static int compare(double a, double b) {
		return (Math.abs(a - b) <= 1e-9) ? 0 : Double.compare(a, b);
	}

}
