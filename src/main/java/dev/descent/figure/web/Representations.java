package dev.descent.figure.web;

import java.util.List;
import java.util.Map;

import dev.descent.figure.Axis;
import dev.descent.figure.CsvTable;
import dev.descent.figure.Figure;
import dev.descent.figure.Mark;
import dev.descent.figure.Picture;
import dev.descent.figure.Plotly;
import dev.descent.figure.Style;
import dev.descent.figure.Text;
import dev.descent.figure.Theme;
import io.swagger.v3.oas.models.Components;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.examples.Example;
import io.swagger.v3.oas.models.media.BinarySchema;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.media.ObjectSchema;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.media.StringSchema;

import static org.springframework.http.MediaType.IMAGE_GIF_VALUE;
import static org.springframework.http.MediaType.IMAGE_PNG_VALUE;
import static org.springframework.http.MediaType.TEXT_PLAIN_VALUE;

/** Documents what a result looks like in each representation, by a short loss history. */
final class Representations {

	private static final String REFERENCE = "#/components/examples/";

	private static final Figure SAMPLE = Figure.of("Loss history", Axis.linear("epoch"), Axis.either("mean loss"),
			List.of(new Mark.Line("training", new double[] { 0, 1, 2, 3 }, new double[] { 0.8, 0.5, 0.4, 0.35 }, 0,
					false),
					new Mark.Line("validation", new double[] { 0, 1, 2, 3 }, new double[] { 0.8, 0.6, 0.5, 0.5 }, 1,
							true)));

	private static final Style SMALL = new Style(Theme.LIGHT, 320, 240, false, Style.View.CONTOUR);

	/** The names of the examples. */
	private static final Map<String, String> NAMES = Map.of(CsvTable.MEDIA_TYPE, "table", FigureTypes.PLOTLY, "plotly",
			FigureTypes.SVG, "svg", TEXT_PLAIN_VALUE, "text", IMAGE_PNG_VALUE, "png", IMAGE_GIF_VALUE, "gif");

	private Representations() {
	}

	/** Defines the examples, drawn by what draws the answers. */
	static void define(Components components) {
		add(components, CsvTable.MEDIA_TYPE, "epoch,train_loss,validation_loss\r\n0,0.8,0.8\r\n1,0.5,0.6\r\n");
		add(components, FigureTypes.PLOTLY, Plotly.of(SAMPLE, SMALL));
		add(components, FigureTypes.SVG, new Picture(SAMPLE, SMALL).svg());
		add(components, TEXT_PLAIN_VALUE, Text.of(SAMPLE, SMALL));
		add(components, IMAGE_PNG_VALUE, "a picture; it is shown where this is tried out");
		add(components, IMAGE_GIF_VALUE, "a moving picture; it is shown where this is tried out with format=frames");
	}

	private static void add(Components components, String type, Object value) {
		components.addExamples(NAMES.get(type), new Example().summary("A short loss history").value(value));
	}

	/** Says of an operation what its answers look like. */
	static void declare(Operation operation) {
		var answer = operation.getResponses().get("200");
		if (answer != null && answer.getContent() != null) {
			declare(answer.getContent());
		}
	}

	private static void declare(Content content) {
		content.replaceAll((type, declared) -> {
			String name = NAMES.get(type);
			return (name == null) ? declared
					: new MediaType().schema(schema(type)).addExamples(name, new Example().$ref(REFERENCE + name));
		});
	}

	private static Schema<?> schema(String type) {
		return switch (type) {
			case FigureTypes.PLOTLY -> new ObjectSchema().description("A figure with `data` and `layout`.");
			case IMAGE_PNG_VALUE, IMAGE_GIF_VALUE -> new BinarySchema();
			default -> new StringSchema();
		};
	}

}
