package dev.descent.insight;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SequencedMap;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.descent.dataset.Labels;
import dev.descent.dataset.Values;
import dev.descent.engine.training.Evaluation;
import dev.descent.figure.Axis;
import dev.descent.figure.ColorScale;
import dev.descent.figure.CsvTable;
import dev.descent.figure.Figure;
import dev.descent.figure.Illustrated;
import dev.descent.figure.Mark;
import dev.descent.figure.Panel;
import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(description = "How good the network is on each part of the data; parts without samples are absent.")
public record Evaluations(
		@Schema(description = "Whole epochs trained to get the parameters.", example = "1000") int epoch,
		@Schema(description = "Updates made to get them.", example = "1000") long step,
		@Schema(description = "Names of the classes; absent for a regression.",
				example = "[\"0\", \"1\"]") @Nullable List<String> classes,
		@Nullable Part training, @Nullable Part validation, @Nullable Part test) implements CsvTable, Illustrated {

	@JsonInclude(JsonInclude.Include.NON_NULL)
	@Schema(name = "EvaluationPart", description = "Figures of one part of the data.")
	public record Part(@Schema(description = "Number of samples.", example = "80") int samples,
			@Schema(description = "Mean loss, without penalties.", example = "0.25") double loss,
			@Schema(description = "Share of samples whose class is right; absent for a regression.",
					example = "0.9") @Nullable Double accuracy,
			@Schema(description = "A row for each actual class with the number of samples predicted as each class.",
					example = "[[38, 2], [6, 34]]") @Nullable List<List<Integer>> confusionMatrix,
			@Schema(description = "Figures of each class; absent for a regression.") @Nullable List<ClassScores> perClass,
			@Schema(description = "Share of the targets' variation that is explained; absent where they are constant.",
					example = "0.98") @Nullable Double r2,
			@Schema(description = "Mean squared error of a regression.", example = "0.01") @Nullable Double mse,
			@Schema(description = "Its root, in the targets' unit.", example = "0.1") @Nullable Double rmse,
			@Schema(description = "Mean absolute error.", example = "0.08") @Nullable Double mae) {
	}

	@JsonInclude(JsonInclude.Include.NON_NULL)
	@Schema(description = "How well one class is told from the others.")
	public record ClassScores(@Schema(description = "The class.", example = "1") String name,
			@Schema(description = "Samples of this class.", example = "40") int support,
			@Schema(description = "Share of the predictions of this class that are right; absent without any.",
					example = "0.94") @Nullable Double precision,
			@Schema(description = "Share of the samples of this class that are found; absent without any.",
					example = "0.85") @Nullable Double recall,
			@Schema(description = "Harmonic mean of precision and recall; absent where they are.",
					example = "0.89") @Nullable Double f1) {
	}

	/** The parts that have samples, by name. */
	private SequencedMap<String, Part> parts() {
		var parts = new LinkedHashMap<String, Part>();
		put("training", training, parts);
		put("validation", validation, parts);
		put("test", test, parts);
		return parts;
	}

	private static void put(String name, @Nullable Part part, Map<String, Part> into) {
		if (part != null) {
			into.put(name, part);
		}
	}

	/** Confusion matrices; the errors where there are no classes. */
	@Override
	public Figure figure() {
		var names = classes;
		if (names == null) {
			var parts = List.copyOf(parts().keySet());
			double[] errors = parts().values()
				.stream()
				.mapToDouble((part) -> (part.rmse() != null) ? part.rmse() : Double.NaN)
				.toArray();
			double[] edges = IntStream.rangeClosed(0, errors.length).mapToDouble((i) -> i - 0.5).toArray();
			return Figure.of("Errors after epoch " + epoch, Axis.of("part", parts),
					Axis.linear("root mean squared error"), List.of(new Mark.Bars("", edges, errors, 0)));
		}
		return new Figure("Confusion after epoch " + epoch,
				parts().entrySet().stream().map((part) -> panel(part.getKey(), part.getValue(), names)).toList());
	}

	private static Panel panel(String name, Part part, List<String> classes) {
		double[] places = IntStream.range(0, classes.size()).asDoubleStream().toArray();
		double[][] counts = Objects.requireNonNull(part.confusionMatrix())
			.stream()
			.map((row) -> row.stream().mapToDouble(Integer::doubleValue).toArray())
			.toArray(double[][]::new);
		return new Panel(name, Axis.of("predicted", classes), Axis.of("actual", classes),
				List.of(new Mark.HeatMap("samples", places, places, counts, ColorScale.over(counts), null, true)));
	}

	@Override
	public List<String> csvHeader() {
		return List.of("part", "samples", "loss", "accuracy", "r2", "mse", "rmse", "mae");
	}

	@Override
	public Stream<List<?>> csvRows() {
		return parts().entrySet().stream().map((entry) -> {
			var part = entry.getValue();
			return Arrays.asList(entry.getKey(), part.samples(), part.loss(), part.accuracy(), part.r2(), part.mse(),
					part.rmse(), part.mae());
		});
	}

	static Evaluations of(TrainedNetwork network) {
		var split = network.experiment().split();
		var classes = network.experiment().shape().classes();
		return new Evaluations(network.checkpoint().epoch(), network.checkpoint().step(),
				classes.isEmpty() ? null : classes, part(network, split.training()), part(network, split.validation()),
				part(network, split.test()));
	}

	private static @Nullable Part part(TrainedNetwork trained, int[] rows) {
		if (rows.length == 0) {
			return null;
		}
		var experiment = trained.experiment();
		var samples = experiment.samples(rows);
		var plan = experiment.plan();
		var recording = new RecordingMetric(plan.metric(), rows.length * experiment.output().units());
		var evaluation = new Evaluation(trained.network(), plan.loss(), recording, samples);
		var parameters = trained.checkpoint().parameters();
		while (!evaluation.finished()) {
			evaluation.advance(parameters);
		}
		double[] outputs = recording.outputs();
		return switch (experiment.dataset().targets()) {
			case Labels labels -> classification(trained, labels, rows, evaluation, outputs);
			case Values values -> regression(values, rows, evaluation, outputs);
		};
	}

	private static Part classification(TrainedNetwork trained, Labels labels, int[] rows, Evaluation evaluation,
			double[] outputs) {
		int classes = labels.classes().size();
		int units = trained.experiment().output().units();
		var confusion = new int[classes][classes];
		for (int i = 0; i < rows.length; i++) {
			confusion[labels.label(rows[i])][trained.classOf(outputs, i * units)]++;
		}
		var scores = IntStream.range(0, classes)
			.mapToObj((c) -> scores(labels.classes().get(c), confusion, c))
			.toList();
		var matrix = IntStream.range(0, classes).mapToObj((c) -> IntStream.of(confusion[c]).boxed().toList()).toList();
		return new Part(rows.length, evaluation.loss(), evaluation.metric(), matrix, scores, null, null, null, null);
	}

	private static ClassScores scores(String name, int[][] confusion, int index) {
		int right = confusion[index][index];
		int support = IntStream.of(confusion[index]).sum();
		int predicted = 0;
		for (int[] row : confusion) {
			predicted += row[index];
		}
		Double precision = (predicted > 0) ? (double) right / predicted : null;
		Double recall = (support > 0) ? (double) right / support : null;
		Double f1 = (predicted > 0 && support > 0) ? 2.0 * right / (predicted + support) : null;
		return new ClassScores(name, support, precision, recall, f1);
	}

	private static Part regression(Values values, int[] rows, Evaluation evaluation, double[] outputs) {
		double squares = 0;
		double absolute = 0;
		for (int i = 0; i < rows.length; i++) {
			double error = outputs[i] - values.value(rows[i]);
			squares += error * error;
			absolute += Math.abs(error);
		}
		double mse = squares / rows.length;
		Double r2 = Double.isNaN(evaluation.metric()) ? null : (Double) evaluation.metric();
		return new Part(rows.length, evaluation.loss(), null, null, null, r2, mse, Math.sqrt(mse),
				absolute / rows.length);
	}

}
