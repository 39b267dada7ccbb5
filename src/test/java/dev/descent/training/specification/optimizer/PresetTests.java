package dev.descent.training.specification.optimizer;

import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Stream;

import dev.descent.support.Variants;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.node.ObjectNode;

import static org.assertj.core.api.Assertions.assertThat;

/** Each preset has the numbers that its library or paper has. */
class PresetTests {

	/**
	 * PyTorch's from its sources (torch.optim), Keras's from Keras 3.15
	 * (keras.optimizers), the papers' from the papers or their authors' code. Weight
	 * decay acts on biases in all of them.
	 */
	private static final String TABLE = """
			sgd           pytorch {'learningRate': 0.001, 'momentum': 0, 'dampening': 0, 'nesterov': false, 'weightDecay': 0, 'decoupledWeightDecay': false}
			sgd           keras   {'learningRate': 0.01, 'momentum': 0, 'dampening': 0, 'nesterov': false, 'weightDecay': 0, 'decoupledWeightDecay': true}
			asgd          pytorch {'learningRate': 0.01, 'lambda': 1e-4, 'alpha': 0.75, 't0': 1e6, 'useAverage': false, 'weightDecay': 0, 'decoupledWeightDecay': false}
			schedule_free keras   {'learningRate': 0.0025, 'base': 'ADAMW', 'momentum': 0.9, 'beta2': 0.999, 'epsilon': 1e-8, 'warmupSteps': 0, 'weightDecay': 0}
			schedule_free paper   {'learningRate': 1, 'base': 'SGD', 'momentum': 0.9, 'beta2': 0.999, 'epsilon': 1e-8, 'warmupSteps': 0, 'weightDecay': 0}
			signsgd       paper   {'learningRate': 1e-4, 'weightDecay': 0, 'decoupledWeightDecay': false}
			signum        paper   {'learningRate': 1e-4, 'momentum': 0.9, 'weightDecay': 0, 'decoupledWeightDecay': false}
			lion          keras   {'learningRate': 0.001, 'beta1': 0.9, 'beta2': 0.99, 'weightDecay': 0}
			lion          paper   {'learningRate': 1e-4, 'beta1': 0.9, 'beta2': 0.99, 'weightDecay': 0}
			rprop         pytorch {'learningRate': 0.01, 'etaPlus': 1.2, 'etaMinus': 0.5, 'stepSizeMin': 1e-6, 'stepSizeMax': 50, 'weightDecay': 0, 'decoupledWeightDecay': false}
			rprop         paper   {'learningRate': 0.1, 'etaPlus': 1.2, 'etaMinus': 0.5, 'stepSizeMin': 1e-6, 'stepSizeMax': 50, 'weightDecay': 0, 'decoupledWeightDecay': false}
			adagrad       pytorch {'learningRate': 0.01, 'learningRateDecay': 0, 'initialAccumulator': 0, 'epsilon': 1e-10, 'weightDecay': 0, 'decoupledWeightDecay': false}
			adagrad       keras   {'learningRate': 0.001, 'learningRateDecay': 0, 'initialAccumulator': 0.1, 'epsilon': 1e-7, 'weightDecay': 0, 'decoupledWeightDecay': true}
			adadelta      pytorch {'learningRate': 1, 'rho': 0.9, 'epsilon': 1e-6, 'weightDecay': 0, 'decoupledWeightDecay': false}
			adadelta      keras   {'learningRate': 0.001, 'rho': 0.95, 'epsilon': 1e-7, 'weightDecay': 0, 'decoupledWeightDecay': true}
			adadelta      paper   {'learningRate': 1, 'rho': 0.95, 'epsilon': 1e-6, 'weightDecay': 0, 'decoupledWeightDecay': false}
			rmsprop       pytorch {'learningRate': 0.01, 'alpha': 0.99, 'epsilon': 1e-8, 'momentum': 0, 'centered': false, 'weightDecay': 0, 'decoupledWeightDecay': false}
			rmsprop       keras   {'learningRate': 0.001, 'alpha': 0.9, 'epsilon': 1e-7, 'momentum': 0, 'centered': false, 'weightDecay': 0, 'decoupledWeightDecay': true}
			rmsprop       paper   {'learningRate': 0.001, 'alpha': 0.9, 'epsilon': 1e-8, 'momentum': 0, 'centered': false, 'weightDecay': 0, 'decoupledWeightDecay': false}
			adam          pytorch {'learningRate': 0.001, 'beta1': 0.9, 'beta2': 0.999, 'epsilon': 1e-8, 'weightDecay': 0}
			adam          keras   {'learningRate': 0.001, 'beta1': 0.9, 'beta2': 0.999, 'epsilon': 1e-7, 'weightDecay': 0}
			adam          paper   {'learningRate': 0.001, 'beta1': 0.9, 'beta2': 0.999, 'epsilon': 1e-8, 'weightDecay': 0}
			adamw         pytorch {'learningRate': 0.001, 'beta1': 0.9, 'beta2': 0.999, 'epsilon': 1e-8, 'weightDecay': 0.01}
			adamw         keras   {'learningRate': 0.001, 'beta1': 0.9, 'beta2': 0.999, 'epsilon': 1e-7, 'weightDecay': 0.004}
			amsgrad       pytorch {'learningRate': 0.001, 'beta1': 0.9, 'beta2': 0.999, 'epsilon': 1e-8, 'weightDecay': 0}
			amsgrad       keras   {'learningRate': 0.001, 'beta1': 0.9, 'beta2': 0.999, 'epsilon': 1e-7, 'weightDecay': 0}
			adamax        pytorch {'learningRate': 0.002, 'beta1': 0.9, 'beta2': 0.999, 'epsilon': 1e-8, 'weightDecay': 0}
			adamax        keras   {'learningRate': 0.001, 'beta1': 0.9, 'beta2': 0.999, 'epsilon': 1e-7, 'weightDecay': 0}
			adamax        paper   {'learningRate': 0.002, 'beta1': 0.9, 'beta2': 0.999, 'epsilon': 1e-8, 'weightDecay': 0}
			nadam         pytorch {'learningRate': 0.002, 'beta1': 0.9, 'beta2': 0.999, 'epsilon': 1e-8, 'momentumDecay': 0.004, 'variant': 'STANDARD', 'weightDecay': 0, 'decoupledWeightDecay': false}
			nadam         keras   {'learningRate': 0.001, 'beta1': 0.9, 'beta2': 0.999, 'epsilon': 1e-7, 'momentumDecay': 1, 'variant': 'STANDARD', 'weightDecay': 0, 'decoupledWeightDecay': true}
			radam         pytorch {'learningRate': 0.001, 'beta1': 0.9, 'beta2': 0.999, 'epsilon': 1e-8, 'weightDecay': 0, 'decoupledWeightDecay': false}
			radam         paper   {'learningRate': 0.001, 'beta1': 0.9, 'beta2': 0.999, 'epsilon': 1e-8, 'weightDecay': 0, 'decoupledWeightDecay': true}
			adabelief     paper   {'learningRate': 0.001, 'beta1': 0.9, 'beta2': 0.999, 'epsilon': 1e-8, 'weightDecay': 0, 'decoupledWeightDecay': false}
			yogi          paper   {'learningRate': 0.01, 'beta1': 0.9, 'beta2': 0.999, 'epsilon': 0.001, 'initialAccumulator': 1e-6, 'biasCorrection': false, 'weightDecay': 0, 'decoupledWeightDecay': false}
			adan          paper   {'learningRate': 0.001, 'beta1': 0.98, 'beta2': 0.92, 'beta3': 0.99, 'epsilon': 1e-8, 'weightDecay': 0}
			prodigy       paper   {'learningRate': 1, 'beta1': 0.9, 'beta2': 0.999, 'epsilon': 1e-8, 'initialDistance': 1e-6, 'growth': 1e100, 'weightDecay': 0, 'decoupledWeightDecay': true}
			muon          paper   {'learningRate': 0.02, 'momentum': 0.95, 'adamLearningRate': 3e-4, 'beta1': 0.9, 'beta2': 0.95, 'epsilon': 1e-10, 'weightDecay': 0}
			lbfgs         pytorch {'learningRate': 1, 'maxIterationsPerEpoch': 20, 'maxEvaluationsPerEpoch': 25, 'historySize': 100, 'toleranceGradient': 1e-7, 'toleranceChange': 1e-9}
			""";

	record Row(String type, String preset, ObjectNode numbers) {
	}

	static Stream<Row> rows() {
		return TABLE.lines()
			.map((line) -> line.split("\\s+", 3))
			.map((cells) -> new Row(cells[0], cells[1], numbers(cells[2])));
	}

	private static ObjectNode numbers(String json) {
		return (ObjectNode) Variants.MAPPER.readTree(json.replace('\'', '"'));
	}

	@ParameterizedTest
	@MethodSource("rows")
	void aPresetHasTheNumbersOfItsLibrary(Row row) {
		var request = Variants.MAPPER.createObjectNode().put("type", row.type()).put("preset", row.preset());
		var filled = (ObjectNode) Variants.MAPPER
			.valueToTree(Variants.MAPPER.treeToValue(request, OptimizerSpecification.class));
		assertThat(filled.path("weightDecayOnBiases").asBoolean(true)).isTrue();
		filled.remove(Arrays.asList("type", "preset", "weightDecayOnBiases"));
		assertThat(filled.propertyNames()).isEqualTo(row.numbers().propertyNames());
		filled.forEachEntry((name, value) -> {
			var expected = row.numbers().get(name);
			if (value.isNumber()) {
				assertThat(value.asDouble()).as(name).isEqualTo(expected.asDouble());
			}
			else {
				assertThat(value).as(name).isEqualTo(expected);
			}
		});
	}

	@Test
	void everyPresetOfEveryMethodIsInTheTable() {
		var offered = Variants.of(OptimizerSpecification.class)
			.stream()
			.flatMap((method) -> method.presets()
				.stream()
				.map((preset) -> Variants.name(method) + " " + preset.name().toLowerCase(Locale.ROOT)));
		assertThat(rows().map((row) -> row.type() + " " + row.preset()))
			.containsExactlyInAnyOrderElementsOf(offered.toList());
	}

	/** The authors have a class of its own for each, with a rate of its own. */
	@Test
	void theRateOfScheduleFreeFollowsItsBase() {
		var adamw = Variants.MAPPER.readValue("""
				{"type": "schedule_free", "preset": "paper", "base": "adamw"}""", OptimizerSpecification.class);
		assertThat(adamw.learningRate()).isEqualTo(0.0025);
	}

}
