package dev.descent.benchmark;

import java.lang.management.ManagementFactory;

import com.sun.management.ThreadMXBean;
import org.openjdk.jmh.annotations.AuxCounters;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/**
 * What a measurement has done, beside the time it took: JMH shows each field per second.
 * Work per second of the thread's own processor time is not disturbed by what else the
 * machine does.
 */
@State(Scope.Thread)
@AuxCounters(AuxCounters.Type.OPERATIONS)
public class Measured {

	private static final ThreadMXBean THREAD = (ThreadMXBean) ManagementFactory.getThreadMXBean();

	/** In units of the benchmark: samples, floating-point operations, elements. */
	public double work;

	/** Seconds of processor time of the thread. */
	public double cpu;

	/** Bytes that the thread allocated, by the count that JMH's gc profiler reads. */
	public double bytes;

	void measure(double amount, Runnable task) {
		long allocated = THREAD.getCurrentThreadAllocatedBytes();
		long start = THREAD.getCurrentThreadCpuTime();
		task.run();
		cpu += (THREAD.getCurrentThreadCpuTime() - start) * 1e-9;
		bytes += THREAD.getCurrentThreadAllocatedBytes() - allocated;
		work += amount;
	}

}
