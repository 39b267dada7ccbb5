package dev.descent.benchmark;

import java.lang.management.ManagementFactory;
import java.util.List;
import java.util.concurrent.TimeUnit;

import dev.descent.engine.training.Samples;
import dev.descent.training.Trainings;
import dev.descent.training.specification.InstrumentLevel;
import org.openjdk.jmh.annotations.AuxCounters;
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
 * What instruments cost: trainings without, with economy and with full take turns, some
 * milliseconds each, so that whatever else the machine does meets all of them alike.
 * Every epoch is evaluated and recorded, as it is in a job by default.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 10, time = 2)
@Fork(jvmArgs = "--add-modules=jdk.incubator.vector")
public class InstrumentBenchmark {

	private static final List<InstrumentLevel> LEVELS = List.of(InstrumentLevel.values());

	/** Trainings of each level in a round. */
	private static final int TURNS = 9;

	@Param({ "W1", "W2", "W3" })
	public Workload workload;

	private Samples samples;

	/** Processor seconds per level: of each round the median, one after the other. */
	@State(Scope.Thread)
	@AuxCounters(AuxCounters.Type.OPERATIONS)
	public static class Spent {

		public double none;

		public double economy;

		public double full;

	}

	@Setup(Level.Trial)
	public void makeData() {
		int count = workload.samples();
		samples = new Samples(count, workload.inputs(count), workload.targets(count));
	}

	@Benchmark
	public void inTurn(Spent spent) {
		double[][] seconds = new double[LEVELS.size()][TURNS];
		for (int turn = 0; turn < TURNS; turn++) {
			for (int i = 0; i < LEVELS.size(); i++) {
				int level = (turn + i) % LEVELS.size();
				seconds[level][turn] = train(LEVELS.get(level));
			}
		}
		spent.none += Spread.of(seconds[0]).median();
		spent.economy += Spread.of(seconds[1]).median();
		spent.full += Spread.of(seconds[2]).median();
	}

	private double train(InstrumentLevel level) {
		var listener = Trainings.recorder(workload.architecture(), level, workload.start().values());
		var run = workload.evaluatedRun(Implementation.VECTOR.kernels(), samples, workload.epochs(), listener);
		var thread = ManagementFactory.getThreadMXBean();
		long start = thread.getCurrentThreadCpuTime();
		run.finish();
		return (thread.getCurrentThreadCpuTime() - start) * 1e-9;
	}

}
