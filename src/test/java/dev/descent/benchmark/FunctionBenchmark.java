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
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 2, time = 1)
@Fork(jvmArgs = "--add-modules=jdk.incubator.vector")
public class FunctionBenchmark {

	/** Enough for some tenths of a millisecond, so that the clock costs nothing. */
	private static final int ELEMENTS = 200_000;

	@Param({ "exp", "sigmoid", "tanh", "softplus" })
	public String function;

	/** The hidden layer of W1 has the first length, the first one of W4 the second. */
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
		task = (implementation == Implementation.NAIVE) ? naive(x, y) : of(implementation.kernels(), x, y);
	}

	private Runnable of(Kernels kernels, double[] x, double[] y) {
		return switch (function) {
			case "exp" -> () -> kernels.exp(x, y);
			case "sigmoid" -> () -> kernels.sigmoid(x, y);
			case "tanh" -> () -> kernels.tanh(x, y);
			case "softplus" -> () -> kernels.softplus(x, y);
			default -> throw new IllegalArgumentException(function);
		};
	}

	/** The functions of the JDK. */
	private Runnable naive(double[] x, double[] y) {
		return switch (function) {
			case "exp" -> () -> {
				for (int i = 0; i < x.length; i++) {
					y[i] = Math.exp(x[i]);
				}
			};
			case "sigmoid" -> () -> {
				for (int i = 0; i < x.length; i++) {
					y[i] = 1 / (1 + Math.exp(-x[i]));
				}
			};
			case "tanh" -> () -> {
				for (int i = 0; i < x.length; i++) {
					y[i] = Math.tanh(x[i]);
				}
			};
			case "softplus" -> () -> {
				for (int i = 0; i < x.length; i++) {
					y[i] = Math.log1p(Math.exp(x[i]));
				}
			};
			default -> throw new IllegalArgumentException(function);
		};
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
