package dev.descent.benchmark;

import java.util.concurrent.TimeUnit;

import dev.descent.engine.kernel.Kernels;
import dev.descent.engine.random.Purpose;
import dev.descent.engine.random.RandomStream;
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

/** Elementary functions of whole arrays, elements a second. */
@State(Scope.Thread)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
@Warmup(iterations = 4, time = 250, timeUnit = TimeUnit.MILLISECONDS)
@Measurement(iterations = 4, time = 250, timeUnit = TimeUnit.MILLISECONDS)
@Fork(jvmArgs = "--add-modules=jdk.incubator.vector")
public class FunctionBenchmark {

	/** Enough for some tenths of a millisecond, so that the clock costs nothing. */
	private static final int ELEMENTS = 200_000;

	@Param
	public Function function;

	/** A hidden layer of W1, and the first one of W4. */
	@Param({ "800", "32768" })
	public int length;

	@Param
	public Implementation implementation;

	private Runnable task;

	private int times;

	@Setup(Level.Trial)
	public void makeArrays() {
		var random = RandomStream.of(Workload.SEED, Purpose.DATASET);
		double[] x = new double[length];
		double[] y = new double[length];
		for (int i = 0; i < length; i++) {
			x[i] = 3 * random.nextGaussian();
		}
		times = Math.ceilDiv(ELEMENTS, length);
		task = (implementation == Implementation.NAIVE) ? naive(x, y) : engine(implementation.kernels(), x, y);
	}

	private Runnable naive(double[] x, double[] y) {
		return () -> {
			for (int i = 0; i < x.length; i++) {
				y[i] = function.value(x[i]);
			}
		};
	}

	private Runnable engine(Kernels kernels, double[] x, double[] y) {
		return () -> function.evaluate(kernels, x, y);
	}

	@Benchmark
	public void function(Measured measured) {
		measured.measure((double) times * length, this::evaluate);
	}

	private void evaluate() {
		for (int i = 0; i < times; i++) {
			task.run();
		}
	}

}
