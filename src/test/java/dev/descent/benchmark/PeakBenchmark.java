package dev.descent.benchmark;

import java.util.concurrent.TimeUnit;

import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.VectorSpecies;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/**
 * The most that one core can do: fused multiply-adds of numbers that stay in registers,
 * in twelve independent chains, which hide the latency and fit into sixteen registers.
 */
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
@Warmup(iterations = 2, time = 1)
@Measurement(iterations = 3, time = 1)
@Fork(jvmArgs = "--add-modules=jdk.incubator.vector")
@State(Scope.Thread)
public class PeakBenchmark {

	private static final VectorSpecies<Double> SPECIES = DoubleVector.SPECIES_PREFERRED;

	private static final int STEPS = 1_000_000;

	/** Of an invocation, for each lane. */
	static final double FLOPS = 2.0 * 12 * STEPS;

	/** Keeps the results from being left out. */
	private double result;

	@Benchmark
	public double scalar(Measured measured) {
		measured.measure(FLOPS, () -> result = scalarChains(0.999, 0.001));
		return result;
	}

	@Benchmark
	public double vector(Measured measured) {
		measured.measure(SPECIES.length() * FLOPS, () -> result = vectorChains(0.999, 0.001));
		return result;
	}

	private static double scalarChains(double x, double y) {
		double a = 0;
		double b = 1;
		double c = 2;
		double d = 3;
		double e = 4;
		double f = 5;
		double g = 6;
		double h = 7;
		double i = 8;
		double j = 9;
		double k = 10;
		double l = 11;
		for (int step = 0; step < STEPS; step++) {
			a = Math.fma(a, x, y);
			b = Math.fma(b, x, y);
			c = Math.fma(c, x, y);
			d = Math.fma(d, x, y);
			e = Math.fma(e, x, y);
			f = Math.fma(f, x, y);
			g = Math.fma(g, x, y);
			h = Math.fma(h, x, y);
			i = Math.fma(i, x, y);
			j = Math.fma(j, x, y);
			k = Math.fma(k, x, y);
			l = Math.fma(l, x, y);
		}
		return a + b + c + d + e + f + g + h + i + j + k + l;
	}

	private static double vectorChains(double x0, double y0) {
		var x = DoubleVector.broadcast(SPECIES, x0);
		var y = DoubleVector.broadcast(SPECIES, y0);
		var a = DoubleVector.broadcast(SPECIES, 0);
		var b = DoubleVector.broadcast(SPECIES, 1);
		var c = DoubleVector.broadcast(SPECIES, 2);
		var d = DoubleVector.broadcast(SPECIES, 3);
		var e = DoubleVector.broadcast(SPECIES, 4);
		var f = DoubleVector.broadcast(SPECIES, 5);
		var g = DoubleVector.broadcast(SPECIES, 6);
		var h = DoubleVector.broadcast(SPECIES, 7);
		var i = DoubleVector.broadcast(SPECIES, 8);
		var j = DoubleVector.broadcast(SPECIES, 9);
		var k = DoubleVector.broadcast(SPECIES, 10);
		var l = DoubleVector.broadcast(SPECIES, 11);
		for (int step = 0; step < STEPS; step++) {
			a = a.fma(x, y);
			b = b.fma(x, y);
			c = c.fma(x, y);
			d = d.fma(x, y);
			e = e.fma(x, y);
			f = f.fma(x, y);
			g = g.fma(x, y);
			h = h.fma(x, y);
			i = i.fma(x, y);
			j = j.fma(x, y);
			k = k.fma(x, y);
			l = l.fma(x, y);
		}
		return a.add(b).add(c).add(d).add(e).add(f).add(g).add(h).add(i).add(j).add(k).add(l).lane(0);
	}

}
