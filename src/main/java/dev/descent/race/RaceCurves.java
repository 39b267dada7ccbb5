package dev.descent.race;

import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import dev.descent.insight.surface.Part;
import dev.descent.limits.WorkingMemory;
import dev.descent.race.statistics.Quartiles;

/**
 * The loss of each variant over its runs that count, at the same places for all.
 *
 * @param places ascending; none if no run has ended
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
public record RaceCurves(Against against, Part part, double[] places, List<Curve> curves) {

	/** Quartiles, and three numbers as objects. */
	private static final long BYTES_A_POINT = 128;

	/**
	 * The middle of the losses of a variant.
	 *
	 * @param runs how many it is the middle of
	 * @param quartiles one a place; infinite where so many runs have diverged
	 */
	public record Curve(int variant, int runs, List<Quartiles> quartiles) {

		private static Curve of(int variant, List<RunTrace> traces, double[] places) {
			double[] values = new double[traces.size()];
			return new Curve(variant, values.length, traces.isEmpty() ? List.of() : stream(places).mapToObj((i) -> {
				for (int r = 0; r < values.length; r++) {
					values[r] = traces.get(r).at(places[i]);
				}
				return Quartiles.of(values);
			}).toList());
		}

	}

	/**
	 * The curves of some variants.
	 * @param points how many places at most, at least 2
	 */
	public static RaceCurves of(RaceRecord record, Against against, Part part, int points, List<Integer> variants) {
		var traces = variants.stream()
			.map((v) -> record.counted(v)
				.stream()
				.map((run) -> RunTrace.of(run, against, part))
				.filter(RunTrace::isKnown)
				.toList())
			.toList();
		double[] places = places(against, traces.stream().flatMap(List::stream), points);
		WorkingMemory.borrow(BYTES_A_POINT * places.length * variants.size());
		return new RaceCurves(against, part, places,
				IntStream.range(0, variants.size())
					.mapToObj((i) -> Curve.of(variants.get(i), traces.get(i), places))
					.toList());
	}

	/**
	 * The epochs that were kept of the longest run; else evenly from 0 to the end of it.
	 */
	private static double[] places(Against against, Stream<RunTrace> traces, int points) {
		return traces
			.max(Comparator.comparingDouble(RunTrace::length).thenComparingInt((trace) -> trace.places().length))
			.map((longest) -> (against == Against.EPOCHS) ? thinned(longest.places(), points)
					: evenly(longest.length(), points))
			.orElse(new double[0]);
	}

	private static double[] thinned(double[] places, int points) {
		int count = Math.min(points, places.length);
		return IntStream.range(0, count)
			.mapToDouble((i) -> (count == places.length) ? places[i]
					: places[(int) Math.round(i * (places.length - 1.0) / (count - 1))])
			.toArray();
	}

	private static double[] evenly(double length, int points) {
		return IntStream.range(0, points).mapToDouble((i) -> length * i / (points - 1)).toArray();
	}

	private static IntStream stream(double[] places) {
		return IntStream.range(0, places.length);
	}

}
