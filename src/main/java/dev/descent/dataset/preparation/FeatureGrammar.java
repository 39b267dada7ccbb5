package dev.descent.dataset.preparation;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

import dev.descent.problem.Faults;
import dev.descent.problem.ManyFaults;
import org.jspecify.annotations.Nullable;

/**
 * Reads expressions over the columns of a dataset:
 *
 * <pre>
 * expression = product | ("sin" | "cos") "(" column ")"
 * product    = factor { "*" factor }
 * factor     = column [ "^" ("1" | .. | "9") ]
 * </pre>
 *
 * A column may have any name; an expression or factor that is exactly a column's name
 * stands for that column.
 */
final class FeatureGrammar {

	private static final Pattern WAVE = Pattern.compile("(?<function>sin|cos)\\(\\s*(?<column>.+?)\\s*\\)");

	private static final Pattern POWER = Pattern.compile("(?<column>.+?)\\s*\\^\\s*(?<exponent>[1-9])");

	private static final int MOST_SUGGESTED = 10;

	private final Map<String, Integer> indices = new HashMap<>();

	private final List<String> columns;

	FeatureGrammar(List<String> columns) {
		this.columns = columns;
		for (String column : columns) {
			indices.put(column, indices.size());
		}
	}

	/** What the expression stands for, or nothing if a fault was noted. */
	@Nullable FeatureTerm parse(String expression, ManyFaults many, Faults faults) {
		if (indices.containsKey(expression)) {
			return FeatureTerm.product(List.of(index(expression)));
		}
		var wave = WAVE.matcher(expression);
		if (wave.matches() && indices.containsKey(wave.group("column"))) {
			int column = index(wave.group("column"));
			return wave.group("function").equals("sin") ? new FeatureTerm.Sine(column) : new FeatureTerm.Cosine(column);
		}
		List<Integer> factors = new ArrayList<>();
		for (String factor : expression.split("\\*", -1)) {
			if (!addFactor(factor.strip(), factors)) {
				many.add(faults,
						"has '" + factor.strip() + "', which is neither a column, nor a power of one from 1 to 9, "
								+ "nor its sin or cos alone; the columns are " + suggestions());
				return null;
			}
		}
		return FeatureTerm.product(factors);
	}

	private boolean addFactor(String factor, List<Integer> factors) {
		var power = POWER.matcher(factor);
		if (indices.containsKey(factor)) {
			factors.add(index(factor));
			return true;
		}
		if (power.matches() && indices.containsKey(power.group("column"))) {
			factors
				.addAll(Collections.nCopies(Integer.parseInt(power.group("exponent")), index(power.group("column"))));
			return true;
		}
		return false;
	}

	private int index(String column) {
		return indices.getOrDefault(column, -1);
	}

	private String suggestions() {
		String first = String.join(", ", columns.subList(0, Math.min(columns.size(), MOST_SUGGESTED)));
		int more = columns.size() - MOST_SUGGESTED;
		return (more > 0) ? first + " and " + more + " more" : first;
	}

}
