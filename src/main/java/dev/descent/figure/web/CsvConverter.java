package dev.descent.figure.web;

import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

import de.siegmar.fastcsv.writer.CsvWriter;
import dev.descent.figure.CsvTable;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpInputMessage;
import org.springframework.http.HttpOutputMessage;
import org.springframework.http.MediaType;
import org.springframework.http.converter.AbstractHttpMessageConverter;
import org.springframework.http.converter.HttpMessageNotReadableException;

/** Writes any {@link CsvTable} as CSV (RFC 4180) in UTF-8 with a header line. */
final class CsvConverter extends AbstractHttpMessageConverter<CsvTable> {

	CsvConverter() {
		super(StandardCharsets.UTF_8, MediaType.parseMediaType(CsvTable.MEDIA_TYPE));
	}

	@Override
	protected boolean supports(Class<?> type) {
		return CsvTable.class.isAssignableFrom(type);
	}

	@Override
	public boolean canRead(Class<?> type, @Nullable MediaType mediaType) {
		return false;
	}

	@Override
	protected CsvTable readInternal(Class<? extends CsvTable> type, HttpInputMessage input) {
		throw new HttpMessageNotReadableException("CSV is only written", input);
	}

	@Override
	protected void writeInternal(CsvTable table, HttpOutputMessage output) throws IOException {
		var writer = new OutputStreamWriter(output.getBody(), StandardCharsets.UTF_8);
		var csv = CsvWriter.builder().build(writer);
		csv.writeRecord(table.csvHeader());
		try (var rows = table.csvRows()) {
			rows.forEach((row) -> csv.writeRecord(cells(row)));
		}
		catch (UncheckedIOException ex) {
			throw ex.getCause();
		}
		csv.flush();
	}

	private static List<String> cells(List<?> row) {
		return row.stream().map((cell) -> (cell != null) ? cell.toString() : "").toList();
	}

}
