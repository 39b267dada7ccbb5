package dev.descent.reliability;

import java.util.Locale;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Supplier;

/** How long something took, each time. */
final class Latencies {

	private final ConcurrentLinkedQueue<Long> nanos = new ConcurrentLinkedQueue<>();

	<T> T measure(Supplier<T> deed) {
		long began = System.nanoTime();
		T result = deed.get();
		nanos.add(System.nanoTime() - began);
		return result;
	}

	@Override
	public String toString() {
		long[] sorted = nanos.stream().mapToLong(Long::longValue).sorted().toArray();
		return String.format(Locale.ROOT, "%d, p50 %.1f ms, p99 %.1f ms, longest %.1f ms", sorted.length,
				quantile(sorted, 0.5), quantile(sorted, 0.99), quantile(sorted, 1));
	}

	private static double quantile(long[] sorted, double share) {
		return (sorted.length == 0) ? 0 : sorted[(int) Math.ceil(share * sorted.length) - 1] / 1e6;
	}

}
