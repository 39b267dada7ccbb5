package dev.descent.verification;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * A published case.
 *
 * @param json as its file has it
 * @param expected the published numbers, field by field
 */
public record ReferenceCase(ReferenceSuite suite, String name, String covers, JsonNode json,
		Map<String, double[]> expected) {

	/**
	 * Compares every field.
	 * @param measured the engine's numbers for a field; null if there are none
	 */
	VerificationCase compare(Function<String, double @Nullable []> measured) {
		var fields = new ArrayList<VerificationField>();
		expected.forEach((field, numbers) -> fields.add(compare(field, numbers, measured.apply(field))));
		return VerificationCase.of(name, covers, fields);
	}

	private VerificationField compare(String field, double[] numbers, double @Nullable [] actual) {
		if (actual == null) {
			return VerificationField.notVerified(field, numbers.length);
		}
		if (actual.length != numbers.length) {
			return VerificationField.misshapen(field, numbers.length, actual.length);
		}
		return VerificationField.compared(field, numbers.length, suite.measure().difference(actual, numbers),
				suite.limit());
	}

	/** All numbers below a node, in the order of the document. */
	public static double[] flat(JsonNode node) {
		var values = new ArrayList<Double>();
		collect(node, values);
		return values.stream().mapToDouble(Double::doubleValue).toArray();
	}

	private static void collect(JsonNode node, List<Double> values) {
		if (node.isNumber()) {
			values.add(node.asDouble());
		}
		else {
			node.forEach((child) -> collect(child, values));
		}
	}

	/** No other case of any suite is called the same. */
	@Override
	public String toString() {
		return suite + "/" + name;
	}

}
