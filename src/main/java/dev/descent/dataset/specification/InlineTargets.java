package dev.descent.dataset.specification;

import java.util.List;
import java.util.Objects;

import dev.descent.dataset.Dataset;
import dev.descent.dataset.Labels;
import dev.descent.dataset.TargetKind;
import dev.descent.dataset.Targets;
import dev.descent.problem.Faults;
import dev.descent.problem.ManyFaults;
import org.jspecify.annotations.Nullable;

/** Makes targets of a JSON array, whose entries may be anything at first. */
final class InlineTargets {

	static final String NOT_A_NUMBER = "must be a finite number, at most 1e100 in magnitude";

	private InlineTargets() {
	}

	/** The targets; only if {@link #check} found nothing. */
	static Targets read(List<? extends @Nullable Object> targets, @Nullable TargetKind kind) {
		if (targets.getFirst() instanceof Number) {
			return Targets.ofNumbers(targets.stream()
				.mapToDouble((target) -> (target instanceof Number n) ? n.doubleValue() : Double.NaN)
				.toArray(), kind);
		}
		return Labels.ofNames(targets.stream().map(Objects::requireNonNull).map(Object::toString).toList());
	}

	/** Notes every fault of the fields {@code targets} and {@code task}. */
	static void check(List<? extends @Nullable Object> targets, @Nullable TargetKind kind, Faults faults) {
		var atTargets = faults.at("targets");
		try (var many = new ManyFaults(atTargets)) {
			String first = targets.isEmpty() ? "" : nameOfType(targets.getFirst());
			for (int i = 0; i < targets.size(); i++) {
				String fault = faultOf(targets.get(i), first);
				if (fault != null) {
					many.add(atTargets.at(i), fault);
				}
			}
			if (!many.isEmpty() || targets.isEmpty() || !faults.noneAt("task")) {
				return;
			}
			if (kind == TargetKind.REGRESSION && !(targets.getFirst() instanceof Number)) {
				faults.at("task").add("needs numbers but the first target is " + first);
			}
			else if (read(targets, kind) instanceof Labels labels && labels.fault() != null) {
				atTargets.add(labels.fault());
			}
		}
	}

	private static @Nullable String faultOf(@Nullable Object target, String first) {
		String type = nameOfType(target);
		if (type.isEmpty()) {
			return "must be a number, a string or a boolean";
		}
		if (!type.equals(first) && !first.isEmpty()) {
			return "is " + type + " but the first target is " + first;
		}
		if (target instanceof Number number && !(Math.abs(number.doubleValue()) <= Dataset.LARGEST)) {
			return NOT_A_NUMBER;
		}
		if (target instanceof String name && name.isBlank()) {
			return "must not be blank";
		}
		return null;
	}

	private static String nameOfType(@Nullable Object target) {
		return switch (target) {
			case Number _ -> "a number";
			case String _ -> "a string";
			case Boolean _ -> "a boolean";
			case null, default -> "";
		};
	}

}
