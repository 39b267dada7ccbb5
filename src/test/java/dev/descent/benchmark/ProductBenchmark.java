package dev.descent.benchmark;

import java.util.concurrent.TimeUnit;

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

/** Matrix products of the training loop, floating-point operations a second. */
@State(Scope.Thread)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
@Warmup(iterations = 4, time = 250, timeUnit = TimeUnit.MILLISECONDS)
@Measurement(iterations = 4, time = 250, timeUnit = TimeUnit.MILLISECONDS)
@Fork(jvmArgs = "--add-modules=jdk.incubator.vector")
public class ProductBenchmark {

	/** Enough for about a millisecond, so that the clock costs nothing. */
	private static final double FLOPS = 20e6;

	@Param
	public Product product;

	@Param({ "SCALAR", "VECTOR" })
	public Implementation implementation;

	private Products products;

	private int times;

	@Setup(Level.Trial)
	public void makeMatrices() {
		products = new Products(product, implementation.kernels());
		times = (int) Math.ceil(FLOPS / products.flops());
	}

	@Benchmark
	public void product(Measured measured) {
		measured.measure(times * products.flops(), this::multiply);
	}

	private void multiply() {
		for (int i = 0; i < times; i++) {
			products.run();
		}
	}

}
