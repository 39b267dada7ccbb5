package dev.descent.insight.trace;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import dev.descent.engine.formula.Derivation;
import dev.descent.engine.formula.Expression;
import org.jspecify.annotations.Nullable;

/** Derivations of many numbers, put together line by line. */
final class QuantityTable {

	private final Detail detail;

	private final Map<Key, List<Element>> elements = new LinkedHashMap<>();

	/**
	 * What makes lines of different derivations the same.
	 *
	 * @param occurrence of the name in its derivation, from 1
	 */
	private record Key(String name, int occurrence, String meaning, @Nullable Expression formula) {
	}

	QuantityTable(Detail detail) {
		this.detail = detail;
	}

	/**
	 * Takes up all lines.
	 * @param exact what the run has for the last line of a name
	 */
	void add(Derivation derivation, Place place, Map<String, Double> exact) {
		var lines = derivation.lines();
		var occurrences = new HashMap<String, Integer>();
		for (int i = 0; i < lines.size(); i++) {
			var line = lines.get(i);
			boolean isLast = lines.subList(i + 1, lines.size())
				.stream()
				.noneMatch((later) -> later.name().equals(line.name()));
			Double known = isLast ? exact.get(line.name()) : null;
			var key = new Key(line.name(), occurrences.merge(line.name(), 1, Integer::sum), line.meaning(),
					line.formula());
			elements.computeIfAbsent(key, (_) -> new ArrayList<>())
				.add(new Element(place, (known != null) ? known : line.value(),
						(detail == Detail.FORMULAS) ? line.substituted() : null));
		}
	}

	void add(Derivation derivation, Place place) {
		add(derivation, place, Map.of());
	}

	List<Quantity> quantities() {
		return elements.entrySet()
			.stream()
			.map((entry) -> new Quantity(entry.getKey().name(), entry.getKey().meaning(), entry.getKey().formula(),
					Spread.of(entry.getValue().stream().mapToDouble(Element::value)), entry.getValue()))
			.toList();
	}

}
