package dev.descent.reliability.fuzz;

import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

import dev.descent.reliability.fuzz.Wire.Reply;
import org.jspecify.annotations.Nullable;

/** What was found, one request of each kind of fault: the shortest. */
final class Findings {

	private static final int LONGEST_SHOWN = 600;

	private final Map<String, Finding> byKind = new TreeMap<>();

	/**
	 * A fault.
	 *
	 * @param times how many requests had it
	 */
	private record Finding(Probe probe, String answer, int times) {
	}

	synchronized void add(Probe probe, String complaint, @Nullable Reply reply) {
		var operation = probe.operation();
		String kind = ((operation != null) ? operation.toString() : "anything") + ": " + complaint;
		String text = (reply != null) ? reply.status() + " " + reply.text() : "no answer";
		String answer = text.substring(0, Math.min(text.length(), LONGEST_SHOWN));
		byKind.merge(kind, new Finding(probe, answer, 1),
				(old, next) -> (size(next.probe()) < size(old.probe()))
						? new Finding(next.probe(), next.answer(), old.times() + 1)
						: new Finding(old.probe(), old.answer(), old.times() + 1));
	}

	private static int size(Probe probe) {
		return probe.bytes().length;
	}

	synchronized boolean none() {
		return byKind.isEmpty();
	}

	@Override
	public synchronized String toString() {
		return byKind.entrySet()
			.stream()
			.map((finding) -> finding.getValue().times() + " x " + finding.getKey() + "\n  "
					+ finding.getValue().probe() + "\n  " + finding.getValue().answer())
			.collect(Collectors.joining("\n\n"));
	}

}
