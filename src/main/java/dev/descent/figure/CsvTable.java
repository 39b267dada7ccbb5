package dev.descent.figure;

import java.util.List;
import java.util.stream.Stream;

/** An answer that is also a table; given as such where {@code text/csv} is asked for. */
public interface CsvTable {

	/** The media type, for {@code produces}. */
	String MEDIA_TYPE = "text/csv";

	/** The names of the columns. */
	List<String> csvHeader();

	/** The rows, in the order of the columns; null is an empty cell. */
	Stream<List<?>> csvRows();

}
