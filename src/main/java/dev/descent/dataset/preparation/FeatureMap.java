package dev.descent.dataset.preparation;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

import dev.descent.dataset.ColumnNames;
import dev.descent.dataset.Dataset;
import dev.descent.problem.Faults;
import dev.descent.problem.ManyFaults;
import org.jspecify.annotations.Nullable;

/** The inputs of a network, as functions of the columns of a dataset. */
public final class FeatureMap {

	private final List<String> names;

	private final FeatureTerm[] terms;

	private FeatureMap(List<String> names, List<? extends FeatureTerm> terms) {
		this.names = List.copyOf(names);
		this.terms = terms.toArray(FeatureTerm[]::new);
	}

	/** All columns as they are. */
	public static FeatureMap identity(List<String> columns) {
		return new FeatureMap(columns,
				IntStream.range(0, columns.size()).mapToObj((column) -> FeatureTerm.product(List.of(column))).toList());
	}

	/**
	 * The inputs that these expressions stand for; all columns as they are if there are
	 * none. To be used only if no faults were noted.
	 * @param expressions each the name of a column; a product of columns, each to a power
	 * from 1 to 9, such as {@code x1^2*x2}; or the sine or cosine of a column, such as
	 * {@code sin(x1)}
	 * @param faults stands at the field that holds the expressions
	 */
	public static FeatureMap parse(@Nullable List<? extends @Nullable String> expressions, List<String> columns,
			Faults faults) {
		if (expressions == null) {
			return identity(columns);
		}
		faults.require(!expressions.isEmpty(), "must have at least one expression");
		faults.require(expressions.size() <= ColumnNames.MOST,
				"must have at most " + ColumnNames.MOST + " expressions");
		List<String> names = new ArrayList<>();
		Map<FeatureTerm, String> terms = HashMap.newHashMap(expressions.size());
		List<FeatureTerm> inOrder = new ArrayList<>();
		try (var many = new ManyFaults(faults)) {
			var grammar = new FeatureGrammar(columns);
			for (int i = 0; i < expressions.size(); i++) {
				String given = expressions.get(i);
				String expression = (given != null) ? given.strip() : "";
				var term = grammar.parse(expression, many, faults.at(i));
				if (term == null) {
					continue;
				}
				String same = terms.putIfAbsent(term, expression);
				if (same != null) {
					many.add(faults.at(i), "is the same input as '" + same + "' before it");
				}
				names.add(expression);
				inOrder.add(term);
			}
		}
		return new FeatureMap(names, inOrder);
	}

	/** The number of inputs. */
	public int size() {
		return terms.length;
	}

	/** The expressions. */
	public List<String> names() {
		return names;
	}

	/**
	 * Computes the inputs of the sample whose features begin at {@code row[from]} and
	 * writes them to {@code out[to]} and what follows.
	 */
	public void apply(double[] row, int from, double[] out, int to) {
		for (int i = 0; i < terms.length; i++) {
			out[to + i] = terms[i].of(row, from);
		}
	}

	/** Computes the inputs of all samples, row-major. */
	public double[] apply(Dataset dataset) {
		double[] row = new double[dataset.columns().size()];
		double[] inputs = new double[dataset.size() * size()];
		for (int i = 0; i < dataset.size(); i++) {
			dataset.copyRow(i, row, 0);
			apply(row, 0, inputs, i * size());
		}
		return inputs;
	}

}
