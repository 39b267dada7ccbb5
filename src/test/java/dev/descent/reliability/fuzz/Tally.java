package dev.descent.reliability.fuzz;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.LongAdder;
import java.util.stream.Collectors;

/** How many requests of each kind were answered in which way. */
final class Tally {

	private final Map<Key, LongAdder> counts = new ConcurrentHashMap<>();

	/**
	 * What is counted.
	 *
	 * @param status 0 for a connection that was closed without an answer
	 */
	private record Key(String operation, Kind kind, int status) {
	}

	void add(Operation operation, Kind kind, int status) {
		counts.computeIfAbsent(new Key(operation.id(), kind, status), (_) -> new LongAdder()).increment();
	}

	long all() {
		return counts.values().stream().mapToLong(LongAdder::sum).sum();
	}

	/** The operations without so many requests of each kind, or without a success. */
	List<String> missing(List<Operation> operations, int least) {
		return operations.stream()
			.map(Operation::id)
			.filter((id) -> Arrays.stream(Kind.values()).anyMatch((kind) -> count(id, kind) < least) || counts.keySet()
				.stream()
				.noneMatch((key) -> key.operation().equals(id) && key.status() >= 200 && key.status() < 300))
			.toList();
	}

	private long count(String operation, Kind kind) {
		return counts.entrySet()
			.stream()
			.filter((count) -> count.getKey().operation().equals(operation) && count.getKey().kind() == kind)
			.mapToLong((count) -> count.getValue().sum())
			.sum();
	}

	@Override
	public String toString() {
		return Arrays.stream(Kind.values()).map((kind) -> {
			var statuses = new TreeMap<Integer, Long>();
			counts.forEach((key, count) -> {
				if (key.kind() == kind) {
					statuses.merge(key.status(), count.sum(), Long::sum);
				}
			});
			long sum = statuses.values().stream().mapToLong(Long::longValue).sum();
			return kind + " " + sum + " " + statuses;
		}).collect(Collectors.joining("\n"));
	}

}
