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

/** Pictures a second. */
@State(Scope.Thread)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 3, time = 1)
@Fork(jvmArgs = "--add-modules=jdk.incubator.vector")
public class InsightBenchmark {

	@Param
	public Insight insight;

	@Param
	public Implementation implementation;

	private Supplier<double[]> picture;

	private double[] drawn = {};

	@Setup(Level.Trial)
	public void prepare() {
		picture = (implementation == Implementation.NAIVE) ? insight.naive() : insight.engine(implementation);
	}

	@Benchmark
	public double[] picture(Measured measured) {
		measured.measure(1, () -> drawn = picture.get());
		return drawn;
	}

}
