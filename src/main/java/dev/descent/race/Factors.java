package dev.descent.race;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import dev.descent.race.specification.DesignSpecification.GridSpecification;
import org.jspecify.annotations.Nullable;

/**
 * All in which the variants of a race differ.
 *
 * @param given which of the given variants they come from
 * @param axes in their order
 * @param variants how many there are
 * @param grid whether every value of an axis is there with every value of the others
 */
public record Factors(Factor given, List<Factor> axes, int variants, boolean grid) {

	public static Factors of(RacePlan plan) {
		var specification = plan.specification();
		var names = specification.variants()
			.stream()
			.map((variant) -> Objects.requireNonNullElseGet(variant.name(), () -> VariantNames.of(variant.patch())))
			.toList();
		var axes = IntStream.range(0, specification.axes().size())
			.mapToObj((a) -> Factor.of(specification.axes().get(a), values(plan, a)))
			.toList();
		int variants = plan.variants().size();
		return new Factors(Factor.given(names.isEmpty() ? List.of("base") : names, variants), axes, variants,
				specification.design() instanceof GridSpecification || axes.size() < 2);
	}

	private static List<@Nullable Object> values(RacePlan plan, int axis) {
		var values = new ArrayList<@Nullable Object>();
		plan.variants().forEach((variant) -> values.add(variant.point().get(axis)));
		return values;
	}

	/** The given variants first, if there are several, then the axes. */
	public List<Factor> all() {
		var all = new ArrayList<Factor>();
		if (given.isVaried()) {
			all.add(given);
		}
		all.addAll(axes);
		return all;
	}

	/** Whether there are two factors that make a map. */
	public boolean isMappable() {
		return grid && !axes.isEmpty();
	}

	/**
	 * Variants that are equal in all but some factors.
	 *
	 * @param name what they have in common; "all" if they are all variants
	 */
	record Group(String name, List<Integer> variants) {

		/** Those with a level of a factor. */
		List<Integer> at(Factor factor, int level) {
			return variants.stream().filter((v) -> factor.levelOf()[v] == level).toList();
		}

	}

	/** Variants that differ in some factors only; where there is no grid, in any axis. */
	List<Group> groups(List<Factor> apart) {
		var common = all().stream()
			.filter((factor) -> factor.isVaried() && !apart.contains(factor)
					&& (grid || factor.name().equals(given.name())))
			.toList();
		var groups = IntStream.range(0, variants)
			.boxed()
			.collect(Collectors.groupingBy((v) -> common.stream().map((factor) -> factor.levelOf()[v]).toList(),
					LinkedHashMap::new, Collectors.toList()));
		return groups.entrySet().stream().map((group) -> {
			var levels = group.getKey();
			String name = IntStream.range(0, common.size())
				.mapToObj((f) -> common.get(f).names().get(levels.get(f)))
				.collect(Collectors.joining(" "));
			return new Group(name.isEmpty() ? "all" : name, group.getValue());
		}).toList();
	}

}
