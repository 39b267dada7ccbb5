package dev.descent.dataset;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.Reader;
import java.util.Iterator;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import dev.descent.problem.Faults;
import dev.descent.problem.RefusedException;
import org.jspecify.annotations.Nullable;

/**
 * Reads a dataset from comma-separated values (RFC 4180): a line that names the columns,
 * then a line a sample. The target is the last column unless another is named; all others
 * are features and must be numbers. Empty lines are skipped, and so is a byte order mark.
 */
public final class CsvDatasetReader {

	private static final int BYTE_ORDER_MARK = 0xfeff;

	private final @Nullable String target;

	private final @Nullable TargetKind kind;

	/**
	 * A reader for files of one make.
	 * @param target the name of the target's column; the last one if absent
	 * @param kind what the targets are; if absent, anything but numbers is a class, and
	 * so are integers with few distinct values
	 */
	public CsvDatasetReader(@Nullable String target, @Nullable TargetKind kind) {
		this.target = target;
		this.kind = kind;
	}

	/**
	 * Reads to the end, without closing.
	 * @throws RefusedException with every fault, each naming its line and column
	 */
	public Dataset read(Reader csv) throws IOException {
		var faults = new Faults();
		var records = records(csv);
		var header = header(records, faults);
		var rows = new CsvRows(header, faults);
		try {
			while (records.hasNext() && rows.count() < Dataset.MOST_SAMPLES) {
				rows.add(records.next());
			}
			faults.require(!records.hasNext(), "must have at most " + Dataset.MOST_SAMPLES + " samples");
		}
		catch (CsvParseException ex) {
			faults.add("after line " + rows.lastLine() + ": cannot be read as CSV; is a quote missing?");
		}
		var dataset = rows.dataset(kind);
		faults.throwIfAny();
		return dataset;
	}

	private CsvHeader header(Iterator<CsvRecord> records, Faults faults) {
		try {
			faults.require(records.hasNext(), "is empty; its first line must name the columns");
			faults.throwIfAny();
			var header = CsvHeader.of(records.next(), target, faults);
			faults.throwIfAny();
			return header;
		}
		catch (CsvParseException ex) {
			faults.add("line 1: cannot be read as CSV; is a quote missing, or are there too many columns?");
			throw new RefusedException(faults.all());
		}
	}

	private static Iterator<CsvRecord> records(Reader csv) throws IOException {
		var buffered = new BufferedReader(csv);
		buffered.mark(1);
		if (buffered.read() != BYTE_ORDER_MARK) {
			buffered.reset();
		}
		return CsvReader.builder().allowExtraFields(true).allowMissingFields(true).ofCsvRecord(buffered).iterator();
	}

}
