package dev.descent.catalog;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Why values at fields of a training job do not go together, told field by field from
 * what a rule said of every combination.
 */
final class Refusals {

	/** All values that were tried at a field. */
	private final Map<String, Set<String>> tried = new HashMap<>();

	/** By reason, the combinations that were refused for it: a value at each field. */
	private final Map<String, List<Map<String, String>>> refused = new LinkedHashMap<>();

	/** Notes what a rule says of a combination. */
	void tell(Map<String, String> combination, Collection<String> reasons) {
		combination.forEach((field, value) -> values(tried, field).add(value));
		reasons.forEach((reason) -> refused.computeIfAbsent(reason, (_) -> new ArrayList<>()).add(combination));
	}

	/** What a value at one of these fields cannot be combined with. */
	Stream<Incompatibility> of(Collection<String> fields, String value) {
		return refused.entrySet().stream().flatMap((entry) -> {
			var deciding = deciding(entry.getKey(), entry.getValue());
			return fields.stream()
				.filter((field) -> deciding.getOrDefault(field, Set.of()).contains(value))
				.map((field) -> incompatibility(field, deciding, entry.getKey()));
		});
	}

	private static Incompatibility incompatibility(String own, Map<String, Set<String>> deciding, String reason) {
		var others = deciding.entrySet().stream().filter((entry) -> !entry.getKey().equals(own)).toList();
		return switch (others.size()) {
			case 0 -> new Incompatibility(own, null, reason);
			case 1 ->
				new Incompatibility(others.getFirst().getKey(), List.copyOf(others.getFirst().getValue()), reason);
			default -> throw cannotBeTold(reason);
		};
	}

	/**
	 * The fields on whose values a reason depends, with the values for which it is given.
	 */
	private Map<String, Set<String>> deciding(String reason, List<Map<String, String>> combinations) {
		var given = new LinkedHashMap<String, Set<String>>();
		combinations.forEach((combination) -> combination.forEach((field, value) -> values(given, field).add(value)));
		if (combinations.size() != given.values().stream().mapToInt(Set::size).reduce(1, Math::multiplyExact)) {
			throw cannotBeTold(reason);
		}
		given.entrySet().removeIf((entry) -> entry.getValue().equals(tried.get(entry.getKey())));
		return given;
	}

	private static Set<String> values(Map<String, Set<String>> byField, String field) {
		return byField.computeIfAbsent(field, (_) -> new LinkedHashSet<>());
	}

	private static IllegalStateException cannotBeTold(String reason) {
		return new IllegalStateException("depends on more than two fields at once: " + reason);
	}

}
