package dev.descent.dataset;

import java.util.ArrayList;
import java.util.List;

import de.siegmar.fastcsv.reader.CsvRecord;
import dev.descent.problem.Faults;
import dev.descent.problem.ManyFaults;
import org.jspecify.annotations.Nullable;

/**
 * The first line of a CSV file.
 *
 * @param names of all columns
 * @param target which of them is the target
 */
record CsvHeader(List<String> names, int target) {

	static CsvHeader of(CsvRecord line, @Nullable String target, Faults faults) {
		var names = line.getFields().stream().map(String::strip).toList();
		try (var many = new ManyFaults(faults)) {
			ColumnNames.check(names, (detail, i) -> many.add(faults, "line 1: column " + (i + 1) + " " + detail));
		}
		faults.require(names.size() >= 2, "line 1: must name at least one feature and the target, separated by commas");
		faults.require(names.size() <= ColumnNames.MOST + 1,
				"line 1: must name at most " + ColumnNames.MOST + " features");
		faults.require(target == null || names.contains(target),
				"has no column '" + target + "' to be the target; its columns are " + String.join(", ", names));
		return new CsvHeader(names, (target != null) ? names.indexOf(target) : names.size() - 1);
	}

	int width() {
		return names.size();
	}

	String targetName() {
		return names.get(target);
	}

	List<String> features() {
		var features = new ArrayList<>(names);
		features.remove(target);
		return features;
	}

}
