package dev.descent.dataset;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

import de.siegmar.fastcsv.reader.CsvRecord;
import dev.descent.problem.Faults;
import dev.descent.problem.ManyFaults;
import org.jspecify.annotations.Nullable;

/** Collects the samples of a CSV file, and all that is wrong with them. */
final class CsvRows {

	private static final int LONGEST_QUOTE = 40;

	private final CsvHeader header;

	private final Faults faults;

	private final ManyFaults many;

	private double[] features = new double[1024];

	private final List<String> targets = new ArrayList<>();

	private long[] lines = new long[128];

	private int count;

	private long lastLine = 1;

	CsvRows(CsvHeader header, Faults faults) {
		this.header = header;
		this.faults = faults;
		this.many = new ManyFaults(faults);
	}

	int count() {
		return count;
	}

	/** Where the last sample began. */
	long lastLine() {
		return lastLine;
	}

	void add(CsvRecord line) {
		lastLine = line.getStartingLineNumber();
		if (line.getFieldCount() != header.width()) {
			many.add(faults, "line " + lastLine + ": has " + line.getFieldCount() + " values but line 1 names "
					+ header.width() + " columns");
			return;
		}
		makeRoom();
		int next = count * (header.width() - 1);
		for (int i = 0; i < header.width(); i++) {
			String cell = line.getField(i).strip();
			if (cell.isEmpty()) {
				fault(lastLine, i, "must not be empty");
			}
			if (i == header.target()) {
				targets.add(cell);
			}
			else {
				double number = number(cell);
				features[next++] = number;
				if (!usable(number) && !cell.isEmpty()) {
					fault(lastLine, i, whyNot(cell, number));
				}
			}
		}
		lines[count++] = lastLine;
	}

	private void makeRoom() {
		if ((count + 1) * (header.width() - 1) > features.length) {
			features = Arrays.copyOf(features, Math.max(2 * features.length, header.width()));
		}
		if (count == lines.length) {
			lines = Arrays.copyOf(lines, 2 * count);
		}
	}

	/** The samples, to be used only if there were no faults. */
	Dataset dataset(@Nullable TargetKind kind) {
		faults.require(count > 0 || !many.isEmpty(), "has no samples after line 1");
		var read = targets(kind);
		if (many.isEmpty() && read instanceof Labels labels && labels.fault() != null) {
			faults.add("column '" + header.targetName() + "': " + labels.fault());
		}
		many.close();
		return new Dataset(header.features(), Arrays.copyOf(features, count * (header.width() - 1)), read);
	}

	private Targets targets(@Nullable TargetKind kind) {
		double[] numbers = targets.stream().mapToDouble(CsvRows::number).toArray();
		long usable = Arrays.stream(numbers).filter(CsvRows::usable).count();
		if (usable == count) {
			return Targets.ofNumbers(numbers, kind);
		}
		if (kind == TargetKind.REGRESSION || (kind == null && usable > 0)) {
			String hint = (kind == null) ? ", unlike other targets; if all are classes, ask for classification" : "";
			for (int row = 0; row < count; row++) {
				if (!usable(numbers[row]) && !targets.get(row).isEmpty()) {
					fault(lines[row], header.target(), whyNot(targets.get(row), numbers[row]) + hint);
				}
			}
		}
		return Labels.ofNames(targets);
	}

	private void fault(long line, int column, String detail) {
		many.add(faults, "line " + line + ", column '" + header.names().get(column) + "': " + detail);
	}

	private static String whyNot(String cell, double number) {
		String shown = (cell.length() <= LONGEST_QUOTE) ? cell : cell.substring(0, LONGEST_QUOTE) + "...";
		return "'" + shown + "' is " + (Double.isNaN(number) ? "not a number" : "larger than 1e100 in magnitude");
	}

	private static boolean usable(double number) {
		return Math.abs(number) <= Dataset.LARGEST;
	}

	/** The number in a cell, NaN if there is none. */
	private static double number(String cell) {
		for (int i = 0; i < cell.length(); i++) {
			if ("0123456789+-.eE".indexOf(cell.charAt(i)) < 0) {
				return Double.NaN;
			}
		}
		try {
			return Double.parseDouble(cell);
		}
		catch (NumberFormatException ex) {
			return Double.NaN;
		}
	}

}
