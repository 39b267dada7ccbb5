package dev.descent.figure.web;

import org.springframework.http.MediaType;

/** The media types of figures that Spring has no names for. */
public final class FigureTypes {

	/** A figure that Plotly draws as it is, also in notebooks. */
	public static final String PLOTLY = "application/vnd.plotly.v1+json";

	public static final String SVG = "image/svg+xml";

	private FigureTypes() {
	}

	/** What a file of a type is called at its end. */
	static String ending(MediaType type) {
		return switch (type.getSubtype()) {
			case "vnd.plotly.v1+json" -> "plotly.json";
			case "svg+xml" -> "svg";
			case "plain" -> "txt";
			case "markdown" -> "md";
			case "x-latex" -> "tex";
			default -> type.getSubtype();
		};
	}

}
