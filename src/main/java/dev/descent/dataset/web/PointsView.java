package dev.descent.dataset.web;

import java.util.ArrayList;
import java.util.List;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import dev.descent.dataset.Dataset;
import dev.descent.dataset.Labels;
import dev.descent.dataset.Values;
import dev.descent.figure.CsvTable;
import dev.descent.figure.Figure;
import dev.descent.figure.Illustrated;
import dev.descent.limits.WorkingMemory;
import io.swagger.v3.oas.annotations.media.ArraySchema;
import io.swagger.v3.oas.annotations.media.Schema;

@SuppressWarnings("ArrayRecordComponent") // written out, never compared
@Schema(name = "Points", description = "The samples of a dataset; can be given as inline data.")
record PointsView(@Schema(description = "Names of the features.", example = "[\"x1\", \"x2\"]") List<String> columns,
		@Schema(description = "A row for each sample.", example = "[[0.5, 0.1]]") double[][] features,
		@ArraySchema(arraySchema = @Schema(description = "The class or value of each sample.", example = "[\"1\"]"),
				schema = @Schema(types = {
						"string", "number" }, example = "1")) List<Object> targets,
		@Schema(description = "What the targets are: classification or regression.",
				example = "classification") String task)
		implements
			CsvTable,
			Illustrated{

	/** A row and a target, as objects. */
	private static final int BYTES_A_ROW = 64;

	static PointsView of(Dataset dataset) {
		int columns = dataset.columns().size();
		WorkingMemory.borrow(dataset.size() * (BYTES_A_ROW + 2L * Double.BYTES * columns));
		double[][] features = new double[dataset.size()][columns];
		for (int row = 0; row < features.length; row++) {
			dataset.copyRow(row, features[row], 0);
		}
		return switch (dataset.targets()) {
			case Labels labels -> new PointsView(dataset.columns(), features,
					targets(dataset, (row) -> labels.classes().get(labels.label(row))), "classification");
			case Values values ->
				new PointsView(dataset.columns(), features, targets(dataset, values::value), "regression");
		};
	}

	private static List<Object> targets(Dataset dataset, IntFunction<Object> target) {
		return IntStream.range(0, dataset.size()).mapToObj(target).toList();
	}

	@Override
	public Figure figure() {
		return new PointsFigure(this).figure();
	}

	@Override
	public List<String> csvHeader() {
		var header = new ArrayList<>(columns);
		header.add("classification".equals(task) ? "label" : "target");
		return header;
	}

	@Override
	public Stream<List<?>> csvRows() {
		return IntStream.range(0, features.length).mapToObj((i) -> {
			var row = new ArrayList<Object>();
			for (double value : features[i]) {
				row.add(value);
			}
			row.add(targets.get(i));
			return row;
		});
	}

}
