package dev.descent.race.web;

import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

import dev.descent.problem.Fault;
import dev.descent.problem.RefusedException;
import dev.descent.problem.Suggestion;
import dev.descent.race.Factor;
import dev.descent.race.Factors;
import dev.descent.race.RaceRecord;
import dev.descent.race.Variant;
import org.jspecify.annotations.Nullable;

/** Finds what a query names. */
final class Choice {

	private Choice() {
	}

	/** The numbers of variants, each once; none if none is named. */
	static List<Integer> variants(RaceRecord record, String @Nullable [] named) {
		var names = record.variants().stream().map(Variant::name).toList();
		var wanted = Arrays.stream(Objects.requireNonNullElse(named, new String[0])).distinct().toList();
		refuse(wanted.stream()
			.filter((name) -> !names.contains(name))
			.map((name) -> Fault.ofParameter("variant",
					"names no variant of the race; " + Suggestion.among(name, names)))
			.toList());
		return wanted.stream().map(names::indexOf).toList();
	}

	/** An axis with numbers; the first if none is named. */
	static Factor numericAxis(Factors factors, @Nullable String name) {
		var numeric = factors.axes().stream().filter(Factor::isNumeric).toList();
		if (numeric.isEmpty()) {
			throw refused("axis", "cannot be chosen: the race has no axis with numbers");
		}
		return (name != null) ? named("axis", name, numeric.stream()) : numeric.getFirst();
	}

	/** What lies along one side of a map, and along the other. */
	record Sides(Factor x, Factor y) {
	}

	/**
	 * The two sides of a map; the first axis, and the second or else the given variants,
	 * where none is named.
	 */
	static Sides sides(Factors factors, @Nullable String x, @Nullable String y) {
		var axes = factors.axes();
		if (axes.isEmpty()) {
			throw refused("x", "cannot be chosen: the race has no axes");
		}
		var all = Stream.concat(axes.stream(), Stream.of(factors.given())).toList();
		var vertical = (y != null) ? named("y", y, all.stream()) : null;
		var horizontal = (x != null) ? named("x", x, all.stream()) : first(all, vertical);
		if (vertical == null) {
			vertical = first(all, horizontal);
		}
		if (horizontal.name().equals(vertical.name())) {
			throw refused("y", "must be another than x");
		}
		return new Sides(horizontal, vertical);
	}

	private static Factor first(List<Factor> all, @Nullable Factor other) {
		return all.stream()
			.filter((factor) -> other == null || !factor.name().equals(other.name()))
			.findFirst()
			.orElseThrow();
	}

	private static Factor named(String parameter, String name, Stream<Factor> factors) {
		var known = factors.toList();
		return known.stream()
			.filter((factor) -> factor.name().equals(name))
			.findFirst()
			.orElseThrow(() -> refused(parameter,
					"is not that; " + Suggestion.among(name, known.stream().map(Factor::name).toList())));
	}

	/** One of the seeds of a race; the first if none is given. */
	static long seed(RaceRecord record, @Nullable Long seed) {
		var seeds = record.plan().seeds();
		if (seed != null && !seeds.contains(seed)) {
			throw refused("seed",
					"must be one of the race's, which are " + seeds.getFirst() + " to " + seeds.getLast());
		}
		return (seed != null) ? seed : seeds.getFirst();
	}

	private static RefusedException refused(String parameter, String detail) {
		return new RefusedException(List.of(Fault.ofParameter(parameter, detail)));
	}

	private static void refuse(List<Fault> faults) {
		if (!faults.isEmpty()) {
			throw new RefusedException(faults);
		}
	}

}
