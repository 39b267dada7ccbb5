package dev.descent.engine;

import java.util.Arrays;
import java.util.List;
import java.util.stream.DoubleStream;
import java.util.stream.Stream;

import dev.descent.engine.activation.Activation;
import dev.descent.engine.activation.Softmax;
import dev.descent.engine.kernel.Kernels;
import dev.descent.engine.kernel.Matrix;
import dev.descent.engine.kernel.ScalarKernels;
import dev.descent.engine.loss.CategoricalCrossEntropy;
import dev.descent.verification.Comparisons;
import dev.descent.verification.ReferenceCase;
import dev.descent.verification.ReferenceSuite;
import dev.descent.verification.VerificationTest;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;

/** Values and derivatives of activations and losses against reference tables. */
@VerificationTest
class FunctionTableTests {

	private static final Kernels KERNELS = new ScalarKernels();

	static List<ReferenceCase> activations() {
		return ReferenceSuite.ACTIVATIONS.cases();
	}

	static List<ReferenceCase> losses() {
		return ReferenceSuite.LOSSES.cases();
	}

	@Test
	void noTableIsLostByAccident() {
		assertThat(activations()).hasSize(15);
		assertThat(losses()).hasSize(7);
	}

	@ParameterizedTest
	@MethodSource("activations")
	void activationsAgreeWithTheTable(ReferenceCase reference, Comparisons comparisons) {
		var table = reference.json();
		boolean softmax = reference.name().equals("softmax");
		comparisons.assertAgree(reference,
				(field) -> softmax ? softmax(table, field) : elementwise(reference.name(), table, field));
	}

	private static double @Nullable [] elementwise(String name, JsonNode table, String field) {
		var activation = GoldenNames.activation(name);
		double[] x = ReferenceCase.flat(table.get("x"));
		double[] extremes = ReferenceCase.flat(table.get("extremes").get("x"));
		return switch (field) {
			case "f" -> values(activation, x);
			case "df" -> derivatives(activation, x);
			case "extremes.f" -> values(activation, extremes);
			case "extremes.df" -> derivatives(activation, extremes);
			default -> null;
		};
	}

	private static double[] values(Activation activation, double[] x) {
		var a = Matrix.zeros(1, x.length);
		activation.forward(KERNELS, Matrix.rowMajor(x, 0, 1, x.length), a);
		return a.values();
	}

	private static double[] derivatives(Activation activation, double[] x) {
		var a = Matrix.rowMajor(values(activation, x), 0, 1, x.length);
		var delta = Matrix.zeros(1, x.length);
		Arrays.fill(delta.values(), 1);
		activation.backward(KERNELS, Matrix.rowMajor(x, 0, 1, x.length), a, delta);
		return delta.values();
	}

	private static double @Nullable [] softmax(JsonNode table, String field) {
		double[] logits = ReferenceCase.flat(table.get("z"));
		int n = logits.length;
		var z = Matrix.rowMajor(logits, 0, n, 1);
		var a = Matrix.zeros(n, 1);
		new Softmax().forward(KERNELS, z, a);
		return switch (field) {
			case "softmax" -> a.values();
			case "logSumExp" -> new double[] { CategoricalCrossEntropy.STANDARD.addTo(0, KERNELS, z, a,
					Matrix.rowMajor(oneHot(n, 0), 0, n, 1), Matrix.zeros(n, 1)) + logits[0] };
			case "jacobian" -> Stream.iterate(0, (i) -> i < n, (i) -> i + 1).flatMapToDouble((i) -> {
				var delta = Matrix.rowMajor(oneHot(n, i), 0, n, 1);
				new Softmax().backward(KERNELS, z, a, delta);
				return DoubleStream.of(delta.values());
			}).toArray();
			default -> null;
		};
	}

	@ParameterizedTest
	@MethodSource("losses")
	void lossesAgreeWithTheTable(ReferenceCase reference, Comparisons comparisons) {
		comparisons.assertAgree(reference,
				(field) -> reference.json()
					.get("rows")
					.valueStream()
					.flatMapToDouble((row) -> DoubleStream.of(loss(reference, row, field)))
					.toArray());
	}

	/**
	 * The loss of one sample, or its derivatives with respect to what the table calls z.
	 */
	private static double[] loss(ReferenceCase reference, JsonNode row, String field) {
		String name = reference.name();
		var loss = GoldenNames.loss(name.replaceFirst("_half$", ""), reference.json().path("parameters"));
		var output = GoldenNames.activation(switch (name) {
			case "binary_crossentropy" -> "sigmoid";
			case "categorical_crossentropy" -> "softmax";
			default -> "identity";
		});
		double[] logits = ReferenceCase.flat(row.get("z"));
		int n = logits.length;
		double[] targets = (n == 1) ? ReferenceCase.flat(row.get("target")) : oneHot(n, row.get("target").asInt());
		var z = Matrix.rowMajor(logits, 0, n, 1);
		var t = Matrix.rowMajor(targets, 0, n, 1);
		var a = Matrix.zeros(n, 1);
		var delta = Matrix.zeros(n, 1);
		output.forward(KERNELS, z, a);
		if (field.equals("loss")) {
			return new double[] { loss.addTo(0, KERNELS, z, a, t, delta) };
		}
		loss.gradient(z, a, t, delta);
		return delta.values();
	}

	private static double[] oneHot(int length, int index) {
		double[] vector = new double[length];
		vector[index] = 1;
		return vector;
	}

}
