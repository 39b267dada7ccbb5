package dev.descent;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import dev.descent.engine.activation.Sigmoid;
import dev.descent.engine.activation.Softmax;
import dev.descent.engine.kernel.ScalarKernels;
import dev.descent.engine.loss.BinaryCrossEntropy;
import dev.descent.engine.loss.CategoricalCrossEntropy;
import dev.descent.engine.network.Architecture;
import dev.descent.engine.network.Layer;
import dev.descent.engine.network.Network;
import dev.descent.engine.network.Parameters;
import dev.descent.engine.regularization.L2;
import dev.descent.engine.training.BinaryAccuracy;
import dev.descent.engine.training.CategoricalAccuracy;
import dev.descent.engine.training.Evaluation;
import dev.descent.engine.training.Optimization;
import dev.descent.engine.training.Samples;
import dev.descent.engine.training.TrainingListener;
import dev.descent.engine.training.TrainingPlan;
import dev.descent.engine.training.TrainingRun;
import dev.descent.support.MersenneTwister;
import dev.descent.support.Variants;
import dev.descent.training.specification.activation.ActivationSpecification;
import dev.descent.training.specification.optimizer.OptimizerSpecification;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Test accuracies on known data against those of scikit-learn: means over its ten random
 * states, with the same hyper-parameters, initial weights and order of the samples.
 */
class AccuracyTests {

	private static final Path RESOURCES = Path.of("src/test/resources");

	/** By how much a mean may stay below the other: half a point. */
	private static final double ALLOWED = 0.005;

	private static final int SEEDS = 10;

	private static final Logger log = LoggerFactory.getLogger(AccuracyTests.class);

	/**
	 * One table cell: data, activation and method, with the accuracies of the reference.
	 */
	record Cell(JsonNode dataset, JsonNode reference) {

		JsonNode hyperParameters() {
			return reference.get("hyperParameters");
		}

		String solver() {
			return reference.get("solver").asString();
		}

		@Override
		public String toString() {
			return dataset.get("file").asString() + ", " + reference.get("activation").asString() + ", " + solver();
		}

	}

	static Stream<Cell> cells() {
		return JsonMapper.shared()
			.readTree(RESOURCES.resolve("golden/accuracy.json").toFile())
			.get("datasets")
			.valueStream()
			.flatMap((dataset) -> dataset.get("results").valueStream().map((result) -> new Cell(dataset, result)));
	}

	@ParameterizedTest
	@MethodSource("cells")
	void meanTestAccuracyIsNotBelowTheReference(Cell cell) throws IOException {
		var data = Data.read(cell.dataset());
		double[] accuracies = IntStream.range(0, SEEDS)
			.parallel()
			.mapToDouble((seed) -> accuracy(cell, data, seed))
			.toArray();
		double mean = Arrays.stream(accuracies).average().orElseThrow();
		double reference = cell.reference().get("testAccuracy").get("mean").asDouble();
		log.info("{}: {}, reference {}", cell, mean, reference);
		assertThat(mean).as("%s: %s", cell, Arrays.toString(accuracies)).isGreaterThanOrEqualTo(reference - ALLOWED);
	}

	private static double accuracy(Cell cell, Data data, int seed) {
		var random = new MersenneTwister(seed);
		boolean binary = data.classes() == 2;
		var hidden = Variants.named(ActivationSpecification.class, cell.reference().get("activation").asString());
		var architecture = new Architecture(data.inputs(), List.of(new Layer(16, hidden.activation()),
				binary ? new Layer(1, new Sigmoid()) : new Layer(data.classes(), new Softmax())));
		var start = start(architecture, random);
		int count = data.trainingRows().length;
		int batchSize = cell.hyperParameters().path("batch_size").asInt(count);
		int epochs = cell.hyperParameters().get("max_iter").asInt();
		var metric = binary ? new BinaryAccuracy(0.5) : new CategoricalAccuracy();
		var loss = binary ? BinaryCrossEntropy.STANDARD : CategoricalCrossEntropy.STANDARD;
		var optimizer = optimizer(cell);
		Double rate = optimizer.learningRate();
		var plan = new TrainingPlan(architecture, loss, List.of(new L2(1e-4 / batchSize)), metric,
				Optimization.of(optimizer.method(), (rate != null) ? rate : 1), epochs, batchSize, false, 0, epochs,
				null, null);
		var kernels = new ScalarKernels();
		var order = data.trainingRows().clone();
		var run = new TrainingRun(plan, data.samples(order), null, kernels, start, TrainingListener.NONE);
		for (int epoch = 0; epoch < epochs; epoch++) {
			if (batchSize < count) {
				order = shuffled(order, random);
				run = new TrainingRun(plan, data.samples(order), null, kernels, run.state(), TrainingListener.NONE);
			}
			while (run.state().epoch() == epoch && !run.finished()) {
				run.advance(1);
			}
		}
		run.finish();
		var evaluation = new Evaluation(new Network(architecture, kernels), loss, metric,
				data.samples(data.testRows()));
		while (!evaluation.finished()) {
			evaluation.advance(run.state().parameters());
		}
		return evaluation.metric();
	}

	private static Parameters start(Architecture architecture, MersenneTwister random) {
		var parameters = Parameters.zeros(architecture);
		for (int l = 0; l < architecture.depth(); l++) {
			int inputs = architecture.fanIn(l);
			int units = architecture.units(l);
			double limit = Math.sqrt(6.0 / (inputs + units));
			for (int i = 0; i < inputs * units; i++) {
				int at = architecture.weightsFrom(l) + (i % units) * inputs + i / units;
				parameters.values()[at] = random.nextDouble(-limit, limit);
			}
			for (int unit = 0; unit < units; unit++) {
				parameters.biases(l).values()[parameters.biases(l).from() + unit] = random.nextDouble(-limit, limit);
			}
		}
		return parameters;
	}

	private static int[] shuffled(int[] order, MersenneTwister random) {
		int[] places = IntStream.range(0, order.length).toArray();
		random.shuffle(places);
		return IntStream.of(places).map((place) -> order[place]).toArray();
	}

	private static OptimizerSpecification optimizer(Cell cell) {
		var theirs = cell.hyperParameters();
		ObjectNode ours = JsonNodeFactory.instance.objectNode();
		switch (cell.solver()) {
			case "adam" -> ours.put("type", "adam").set("learningRate", theirs.get("learning_rate_init"));
			case "sgd-momentum" -> {
				ours.put("type", "sgd").set("learningRate", theirs.get("learning_rate_init"));
				ours.set("momentum", theirs.get("momentum"));
			}
			case "lbfgs" -> ours.put("type", "lbfgs").put("historySize", 10);
			default -> throw new IllegalArgumentException(cell.solver());
		}
		return Variants.MAPPER.treeToValue(ours, OptimizerSpecification.class);
	}

	/** Rows with standardised inputs, split as the reference has it. */
	private static final class Data {

		private final List<String> classes;

		private final List<String[]> rows;

		private final int[] trainingRows;

		private final int[] testRows;

		private final double[] means;

		private final double[] deviations;

		private Data(List<String[]> rows, int[] trainingRows, int[] testRows) {
			this.classes = List.copyOf(new TreeSet<>(rows.stream().map((row) -> row[row.length - 1]).toList()));
			this.rows = rows;
			this.trainingRows = trainingRows;
			this.testRows = testRows;
			this.means = new double[inputs()];
			this.deviations = new double[inputs()];
			for (int j = 0; j < inputs(); j++) {
				int column = j;
				double mean = IntStream.of(trainingRows)
					.mapToDouble((row) -> number(row, column))
					.average()
					.orElseThrow();
				double variance = IntStream.of(trainingRows)
					.mapToDouble((row) -> (number(row, column) - mean) * (number(row, column) - mean))
					.average()
					.orElseThrow();
				means[j] = mean;
				deviations[j] = (variance > 0) ? Math.sqrt(variance) : 1;
			}
		}

		static Data read(JsonNode dataset) throws IOException {
			String file = dataset.get("file").asString();
			var lines = Files.readAllLines(RESOURCES.resolve("data").resolve(file));
			var order = JsonMapper.shared().readTree(RESOURCES.resolve("golden/training-order.json").toFile());
			return new Data(lines.stream().skip(1).map((line) -> line.split(",", -1)).toList(), rows(order.get(file)),
					rows(dataset.get("testRows")));
		}

		private static int[] rows(JsonNode numbers) {
			return numbers.valueStream().mapToInt(JsonNode::asInt).toArray();
		}

		int inputs() {
			return rows.getFirst().length - 1;
		}

		int classes() {
			return classes.size();
		}

		int[] trainingRows() {
			return trainingRows;
		}

		int[] testRows() {
			return testRows;
		}

		Samples samples(int[] chosen) {
			int outputs = (classes() == 2) ? 1 : classes();
			double[] inputs = new double[chosen.length * inputs()];
			double[] targets = new double[chosen.length * outputs];
			for (int i = 0; i < chosen.length; i++) {
				for (int j = 0; j < inputs(); j++) {
					inputs[i * inputs() + j] = (number(chosen[i], j) - means[j]) / deviations[j];
				}
				String[] row = rows.get(chosen[i]);
				int label = classes.indexOf(row[row.length - 1]);
				if (outputs == 1) {
					targets[i] = label;
				}
				else {
					targets[i * outputs + label] = 1;
				}
			}
			return new Samples(chosen.length, inputs, targets);
		}

		private double number(int row, int column) {
			return Double.parseDouble(rows.get(row)[column]);
		}

	}

}
