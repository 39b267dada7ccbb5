package dev.descent.engine;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.Stream;

import dev.descent.engine.activation.Activation;
import dev.descent.engine.activation.Softmax;
import dev.descent.engine.kernel.Kernels;
import dev.descent.engine.kernel.Matrix;
import dev.descent.engine.kernel.ScalarKernels;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

/** Values and derivatives of activations and losses against reference tables. */
class FunctionTableTests {

	private static final JsonNode TABLES = JsonMapper.shared()
		.readTree(Path.of("src/test/resources/golden/functions.json").toFile());

	private static final Kernels KERNELS = new ScalarKernels();

	static Stream<String> activations() {
		return TABLES.get("activations").propertyNames().stream();
	}

	@ParameterizedTest
	@MethodSource("activations")
	void activationsAgreeWithTheTable(String name) {
		var table = TABLES.get("activations").get(name);
		assertAgree(GoldenNames.activation(name), table, 1e-14);
		assertAgree(GoldenNames.activation(name), table.get("extremes"), 1e-12);
	}

	private static void assertAgree(Activation activation, JsonNode table, double tolerance) {
		double[] x = GoldenCase.flat(table.get("x"));
		double[] f = GoldenCase.flat(table.get("f"));
		double[] df = GoldenCase.flat(table.get("df"));
		var z = Matrix.rowMajor(x, 0, 1, x.length);
		var a = Matrix.zeros(1, x.length);
		var delta = Matrix.zeros(1, x.length);
		Arrays.fill(delta.values(), 1);

		activation.forward(KERNELS, z, a);
		activation.backward(KERNELS, z, a, delta);

		for (int i = 0; i < x.length; i++) {
			assertThat(a.values()[i]).as("f(%s)", x[i])
				.isCloseTo(f[i], within(tolerance * Math.max(1, Math.abs(f[i]))));
			if (x[i] != 0) {
				assertThat(delta.values()[i]).as("f'(%s)", x[i]).isCloseTo(df[i], within(tolerance));
			}
		}
	}

	@Test
	void softmaxAgreesWithTheTableAndItsJacobian() {
		var table = TABLES.get("softmax");
		double[] logits = GoldenCase.flat(table.get("z"));
		var z = Matrix.rowMajor(logits, 0, logits.length, 1);
		var a = Matrix.zeros(logits.length, 1);
		new Softmax().forward(KERNELS, z, a);
		assertThat(a.values()).containsExactly(GoldenCase.flat(table.get("softmax")), within(1e-14));
		for (int i = 0; i < logits.length; i++) {
			var delta = Matrix.zeros(logits.length, 1);
			delta.values()[i] = 1;
			new Softmax().backward(KERNELS, z, a, delta);
			assertThat(delta.values()).containsExactly(GoldenCase.flat(table.get("jacobian").get(i)), within(1e-14));
		}
	}

	@ParameterizedTest
	@CsvSource({ "binary_crossentropy, binary_crossentropy, sigmoid",
			"categorical_crossentropy, categorical_crossentropy, softmax", "mse, mse, identity", "mae, mae, identity",
			"huber, huber, identity", "huber_half, huber, identity", "hinge, hinge, identity" })
	void lossesAgreeWithTheTable(String name, String type, String outputActivation) {
		var loss = GoldenNames.loss(type, TABLES.get("losses").get(name).path("parameters"));
		var output = GoldenNames.activation(outputActivation);
		for (var row : TABLES.get("losses").get(name).get("rows")) {
			double[] logits = GoldenCase.flat(row.get("z"));
			double[] targets = targets(row.get("target"), logits.length);
			var z = Matrix.rowMajor(logits, 0, logits.length, 1);
			var t = Matrix.rowMajor(targets, 0, logits.length, 1);
			var a = Matrix.zeros(logits.length, 1);
			var delta = Matrix.zeros(logits.length, 1);
			output.forward(KERNELS, z, a);

			double total = loss.addTo(0, KERNELS, z, a, t, delta);
			double expected = row.get("loss").asDouble();
			assertThat(total).as("%s of %s", name, row).isCloseTo(expected, within(1e-13 * Math.max(1, expected)));

			loss.gradient(z, a, t, delta);
			double[] slope = GoldenCase.flat(row.get("dloss_dz"));
			assertThat(delta.values()).as("%s of %s", name, row).containsExactly(slope, within(1e-13 * 1e3));
		}
	}

	private static double[] targets(JsonNode target, int outputs) {
		if (outputs == 1) {
			return GoldenCase.flat(target);
		}
		double[] oneHot = new double[outputs];
		oneHot[target.asInt()] = 1;
		return oneHot;
	}

}
