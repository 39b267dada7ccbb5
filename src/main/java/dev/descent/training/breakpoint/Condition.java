package dev.descent.training.breakpoint;

import java.util.Comparator;
import java.util.Set;

import dev.descent.problem.Faults;
import org.jspecify.annotations.Nullable;

/**
 * A condition over the numbers of a run, such as {@code epoch >= 10 && loss > 3 *
 * min_loss}. It is immutable, cannot loop and cannot fail: every number is a double, so a
 * division by zero is infinite or NaN, and a comparison with NaN is false.
 */
public final class Condition {

	private final Term.Truth truth;

	private final Set<Variable> needs;

	private Condition(Term.Truth truth, Set<Variable> needs) {
		this.truth = truth;
		this.needs = Set.copyOf(needs);
	}

	/**
	 * Reads a condition.
	 * @param faults takes what is wrong with it, and where
	 * @return null if there is anything wrong with it
	 */
	public static @Nullable Condition compile(String text, Faults faults) {
		var source = Grammar.parse(text, faults);
		if (source == null) {
			return null;
		}
		var translation = new Translation(text, source, faults);
		var term = translation.translate(source.getExpr());
		return switch (term) {
			case Term.Truth truth -> new Condition(truth, translation.needs());
			case Term.Quantity _ -> {
				faults.add("is a number, not a condition; compare it with another, as in 'loss < 0.1'");
				yield null;
			}
			case null -> null;
		};
	}

	/** The numbers that it names. */
	public Set<Variable> needs() {
		return needs;
	}

	/** When it may change, and so has to be looked at. */
	public Moment moment() {
		return needs.stream().map(Variable::moment).max(Comparator.naturalOrder()).orElse(Moment.EVALUATION);
	}

	/** Whether it holds where the run stands. */
	public boolean holds(Values values) {
		return truth.of(values);
	}

}
