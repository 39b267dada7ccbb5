package dev.descent.training.web;

import org.springframework.util.LinkedMultiValueMap;

/** Reads what stands in the query or the head of a request. */
public final class QueryReading {

	private QueryReading() {
	}

	/** Reads a {@code Prefer} header. */
	public static void prefer(String header) {
		Preference.waitIn(header);
	}

	/** Reads a filter of jobs: parameters as {@code name=value}, one in a line. */
	public static void selection(String lines) {
		var query = new LinkedMultiValueMap<String, String>();
		lines.lines().forEach((line) -> {
			int equals = Math.max(0, line.indexOf('='));
			query.add(line.substring(0, equals), line.substring(equals));
		});
		JobSelection.of(query).parameters();
	}

	/** Reads the order of a list. */
	public static void order(String sort) {
		JobSort.order(sort);
	}

}
