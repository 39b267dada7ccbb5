package dev.descent.figure;

/** An answer that can be read as a text with formulas. */
public interface Document {

	/** The media type of {@link #markdown()}, for {@code produces}. */
	String MARKDOWN = "text/markdown";

	/** The media type of {@link #latex()}, for {@code produces}. */
	String LATEX = "application/x-latex";

	String markdown();

	/** A whole document. */
	String latex();

}
