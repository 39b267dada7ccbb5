package dev.descent.benchmark;

import java.util.ArrayList;
import java.util.List;

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

		assertThat(largestDifference(toArray(naiveLosses), toArray(losses))).isLessThan(1e-9);
		assertThat(largestDifference(naive.network().parameters(workload.architecture()),
				run.state().parameters().values()))
			.isLessThan(1e-9);
		assertThat(losses.getLast()).isLessThan(losses.getFirst());
	}

	private static double[] toArray(List<Double> values) {
		return values.stream().mapToDouble(Double::doubleValue).toArray();
	}

	private static double largestDifference(double[] a, double[] b) {
		assertThat(a).hasSameSizeAs(b);
		double largest = 0;
		for (int i = 0; i < a.length; i++) {
			largest = Math.max(largest, Math.abs(a[i] - b[i]));
		}
		return largest;
	}

}
