package dev.descent.insight.trace.web;

/** Media types of documents. */
final class TraceTypes {

	static final String MARKDOWN = "text/markdown";

	static final String LATEX = "application/x-latex";

	private TraceTypes() {
	}

}
