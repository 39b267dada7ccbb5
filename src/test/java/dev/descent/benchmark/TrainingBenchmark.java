package dev.descent.benchmark;

import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/**
 * Training from the start, samples a second. Every measured training is a fresh one of
 * the same length, so that no implementation gets further than another, into saturated
 * units or denormal moments.
 */
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 2, time = 1)
@Fork(jvmArgs = "--add-modules=jdk.incubator.vector")
public class TrainingBenchmark {

	@Benchmark
	public void training(Setting setting, Measured measured) {
		setting.train(measured);
	}

	/** The fallback: nothing asks for the vector module. */
	@Benchmark
	@Fork(jvmArgs = "-showversion")
	public void trainingWithoutModule(ScalarSetting setting, Measured measured) {
		setting.train(measured);
	}

	/** Plain loops tuned by hand. */
	@Benchmark
	public void tunedTraining(TunedSetting setting, Measured measured) {
		setting.train(measured);
	}

	/** A workload and its data. */
	@State(Scope.Thread)
	public abstract static class Work {

		@Param
		public Workload workload;

		private Supplier<Runnable> trainings;

		private Runnable training;

		@Setup(Level.Trial)
		public void makeData() {
			trainings = trainings();
		}

		/** Each from the start; running it is what is measured. */
		abstract Supplier<Runnable> trainings();

		@Setup(Level.Invocation)
		public void start() {
			training = trainings.get();
		}

		void train(Measured measured) {
			measured.measure((double) workload.epochs() * workload.samples(), training);
		}

	}

	/** Who trains, and whether each epoch ends with the loss over all samples. */
	public static class Setting extends Work {

		@Param({ "false", "true" })
		public boolean evaluating;

		@Param
		public Implementation implementation;

		@Override
		Supplier<Runnable> trainings() {
			return new Trainer(workload, implementation, evaluating)::prepare;
		}

	}

	/** The fallback. */
	public static class ScalarSetting extends Work {

		@Override
		Supplier<Runnable> trainings() {
			return new Trainer(workload, Implementation.SCALAR, false)::prepare;
		}

	}

	/** Plain loops tuned by hand. */
	public static class TunedSetting extends Work {

		@Override
		Supplier<Runnable> trainings() {
			return new Trainer(workload, Implementation.NAIVE, false)::prepareTuned;
		}

	}

}
