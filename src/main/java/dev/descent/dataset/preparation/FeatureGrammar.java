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

	private static final Pattern WAVE = Pattern.compile("(?<function>sin|cos)\\((?<column>.+)\\)");

	private static final int LONGEST = 200;

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
		if (expression.length() > LONGEST) {
			many.add(faults, "must be at most " + LONGEST + " characters long");
			return null;
		}
		Integer single = indices.get(expression);
		if (single != null) {
			return FeatureTerm.product(List.of(single));
		}
		var wave = WAVE.matcher(expression);
		Integer argument = wave.matches() ? indices.get(wave.group("column").strip()) : null;
		if (argument != null) {
			return wave.group("function").equals("sin") ? new FeatureTerm.Sine(argument)
					: new FeatureTerm.Cosine(argument);
		}
		List<Integer> factors = new ArrayList<>();
		for (String part : expression.split("\\*", -1)) {
			String factor = part.strip();
			if (!addFactor(factor, factors)) {
				many.add(faults, "has '" + factor + "', which is neither a column, nor a power of one from 1 to 9, "
						+ "nor its sin or cos alone; the columns are " + suggestions());
				return null;
			}
		}
		return FeatureTerm.product(factors);
	}

	private boolean addFactor(String factor, List<Integer> factors) {
		int caret = indices.containsKey(factor) ? -1 : factor.lastIndexOf('^');
		String exponent = (caret < 0) ? "1" : factor.substring(caret + 1).strip();
		Integer column = indices.get((caret < 0) ? factor : factor.substring(0, caret).strip());
		if (column == null || exponent.length() != 1 || "123456789".indexOf(exponent) < 0) {
			return false;
		}
		factors.addAll(Collections.nCopies(Integer.parseInt(exponent), column));
		return true;
	}

	private String suggestions() {
		String first = String.join(", ", columns.subList(0, Math.min(columns.size(), MOST_SUGGESTED)));
		int more = columns.size() - MOST_SUGGESTED;
		return (more > 0) ? first + " and " + more + " more" : first;
	}

}
