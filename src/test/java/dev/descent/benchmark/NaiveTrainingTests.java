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
		var losses = new ArrayList<Double>();
		var run = workload.evaluatedRun(Implementation.SCALAR.kernels(),
				new Samples(count, workload.inputs(count), workload.targets(count)), epochs,
				(evaluated) -> losses.add(evaluated.figures().trainLoss()));
		run.finish();
		assertThat(losses.getLast()).isLessThan(losses.getFirst());

		double[] start = workload.start().values();
		for (var network : List.of(new NaiveNetwork(workload.architecture(), start),
				new TunedNetwork(workload.architecture(), start))) {
			var naiveLosses = train(workload, network, count, epochs);

			assertThat(largestDifference(toArray(naiveLosses), toArray(losses))).isLessThan(1e-9);
			assertThat(
					largestDifference(network.parameters(workload.architecture()), run.state().parameters().values()))
				.isLessThan(1e-9);
		}
	}

	/** The losses from the start on. */
	private static List<Double> train(Workload workload, NaiveNetwork network, int count, int epochs) {
		var training = new NaiveTraining(workload, network, NaiveTraining.rows(workload.inputs(count), count),
				NaiveTraining.rows(workload.targets(count), count));
		var losses = new ArrayList<Double>();
		losses.add(training.loss());
		for (int epoch = 1; epoch <= epochs; epoch++) {
			training.epoch();
			losses.add(training.loss());
		}
		return losses;
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
