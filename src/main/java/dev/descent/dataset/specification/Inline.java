package dev.descent.dataset.specification;

import java.util.List;
import java.util.Objects;

import com.fasterxml.jackson.annotation.JsonTypeName;
import dev.descent.dataset.ColumnNames;
import dev.descent.dataset.Dataset;
import dev.descent.dataset.DatasetShape;
import dev.descent.dataset.TargetKind;
import dev.descent.dataset.Targets;
import dev.descent.problem.Faults;
import dev.descent.problem.ManyFaults;
import dev.descent.problem.SelfChecking;
import io.swagger.v3.oas.annotations.media.ArraySchema;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.NotNull;
import org.jspecify.annotations.Nullable;

@JsonTypeName("inline")
@Schema(description = "The data themselves.")
public record Inline(
		@NotNull @Schema(description = "The inputs, a row a sample, all rows equally long.",
				example = "[[0, 0], [0, 1], [1, 0], [1, 1]]") List<? extends @Nullable List<@Nullable Double>> features,
		@NotNull @ArraySchema(
				arraySchema = @Schema(description = "What is to be predicted, one entry a row: all numbers, "
						+ "all strings or all booleans.", example = "[0, 1, 1, 0]"),
				schema = @Schema(types = {
						"number", "string", "boolean" }, example = "1")) List<? extends @Nullable Object> targets,
		@Schema(description = "Names of the inputs; x1, x2 and so on if absent.",
				example = "[\"x1\", \"x2\"]") @Nullable List<? extends @Nullable String> columns,
		@Schema(description = "What the targets are. If absent, strings and booleans are classes, and so are integers "
				+ "with at most 20 distinct values; other numbers are values.",
				example = "classification") @Nullable TargetKind task)
		implements
			DatasetSpecification,
			SelfChecking{

	/** Of a number in a list: the object and what refers to it. */
	public static final int BYTES_A_NUMBER = 24;

	/** Of a list and what refers to it. */
	private static final int BYTES_A_ROW = 88;

	/** What the data look like; only if {@link #check} found nothing. */
	public DatasetShape shape() {
		return DatasetShape.of(features.size(), columnNames(), InlineTargets.read(targets, task));
	}

	/** The data; only if {@link #check} found nothing. */
	public Dataset dataset() {
		var names = columnNames();
		double[] flat = new double[features.size() * names.size()];
		int next = 0;
		for (var row : features) {
			for (var value : Objects.requireNonNull(row)) {
				flat[next++] = Objects.requireNonNull(value);
			}
		}
		return new Dataset(names, flat, InlineTargets.read(targets, task));
	}

	/** The memory that the lists take, about. */
	public long bytes() {
		long characters = targets.stream().mapToLong((target) -> String.valueOf(target).length()).sum();
		return features.size() * (BYTES_A_ROW + BYTES_A_NUMBER * (width() + 1L)) + 2 * characters;
	}

	private List<String> columnNames() {
		return (columns != null) ? columns.stream().map(Objects::requireNonNull).toList()
				: ColumnNames.numbered(width());
	}

	/** The length of the first row that is there, which the others must have too. */
	private int width() {
		return features.stream().filter(Objects::nonNull).mapToInt(List::size).findFirst().orElse(0);
	}

	@Override
	public void check(Faults faults) {
		boolean comparable = isGiven(features) && checkCount(faults.at("features"));
		if (comparable) {
			checkRows(faults.at("features"));
		}
		if (columns != null) {
			checkColumns(columns, comparable, faults.at("columns"));
		}
		if (isGiven(targets)) {
			if (comparable && targets.size() != features.size()) {
				faults.at("targets")
					.add("has " + targets.size() + " entries but there are " + features.size() + " rows");
			}
			InlineTargets.check(targets, task, faults);
		}
	}

	/** A list that must be there is checked even if it is not. */
	private static boolean isGiven(@Nullable List<?> list) {
		return list != null;
	}

	private boolean checkCount(Faults faults) {
		faults.require(!features.isEmpty(), "must have at least one row");
		faults.require(features.size() <= Dataset.MOST_SAMPLES,
				"must have at most " + Dataset.MOST_SAMPLES + " rows but has " + features.size());
		return faults.noneHere();
	}

	private void checkColumns(List<? extends @Nullable String> names, boolean comparable, Faults faults) {
		if (comparable && names.size() != width()) {
			faults.add("has " + names.size() + " names but the first row has " + width() + " values");
		}
		try (var many = new ManyFaults(faults)) {
			ColumnNames.check(names, (detail, i) -> many.add(faults.at(i), detail));
		}
	}

	private void checkRows(Faults faults) {
		int width = width();
		faults.at(0).require(width >= 1, "must have at least one value");
		faults.at(0).require(width <= ColumnNames.MOST, "must have at most " + ColumnNames.MOST + " values");
		try (var lengths = new ManyFaults(faults); var values = new ManyFaults(faults)) {
			for (int i = 0; i < features.size(); i++) {
				var row = features.get(i);
				if (row == null) {
					lengths.add(faults.at(i), "must be an array of numbers");
					continue;
				}
				if (row.size() != width) {
					lengths.add(faults.at(i), "has " + row.size() + " values but the first row has " + width);
				}
				for (int j = 0; j < row.size(); j++) {
					Double value = row.get(j);
					if (value == null || !(Math.abs(value) <= Dataset.LARGEST)) {
						values.add(faults.at(i).at(j), InlineTargets.NOT_A_NUMBER);
					}
				}
			}
		}
	}

}
