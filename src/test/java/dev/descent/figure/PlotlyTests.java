package dev.descent.figure;

import java.util.HashSet;
import java.util.ArrayList;
import java.util.List;

import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import static org.assertj.core.api.Assertions.assertThat;

/** Figures as Plotly has them. */
class PlotlyTests {

	private static final Style SPACE = new Style(Theme.DARK, 640, 480, true, Style.View.SURFACE);

	@Test
	void everyMarkIsATraceOfItsKind() {
		var types = Samples.marks("mark", new double[] { 1, 2, 3 })
			.stream()
			.map((mark) -> json(figure(mark), Style.DEFAULT).path("data")
				.valueStream()
				.map((trace) -> trace.path("type").asString())
				.toList())
			.toList();
		assertThat(types).containsExactly(List.of("scatter"), List.of("scatter"), List.of("scatter"),
				List.of("scatter"), List.of("heatmap", "contour"), List.of("heatmap"), List.of("contour"),
				List.of("bar"), List.of("scatter"));
	}

	@Test
	void aBandIsOneOutlineForEachStretch() {
		var band = json(figure(Samples.bandWithGap("", 5)), Style.DEFAULT).at("/data/0");
		assertThat(numbers(band.path("x"))).containsExactly(0, 1, 1, 0, Double.NaN, 4, 5, 5, 4, Double.NaN);
		assertThat(numbers(band.path("y"))).containsExactly(1, 1, 0, 0, Double.NaN, 1, 1, 0, 0, Double.NaN);
		assertThat(band.path("fill").asString()).isEqualTo("toself");
		assertThat(band.path("fillcolor").asString()).isEqualTo("rgba(213,94,0,0.22)");
		assertThat(band.path("showlegend").asBoolean()).isFalse();
		assertThat(json(figure(Samples.bandWithGap("", 5)), SPACE).at("/data/0/x")).as("none is above zero").isEmpty();
	}

	@Test
	void cellsWithNamesAreSharp() {
		assertThat(json(Samples.cells(), Style.DEFAULT).at("/data/0/zsmooth").isBoolean()).isTrue();
		assertThat(json(figure(Samples.marks("map", new double[] { 1, 2 }).get(4)), Style.DEFAULT).at("/data/0/zsmooth")
			.asString()).isEqualTo("best");
	}

	@Test
	void aSurfaceInSpaceHasItsPathsOnIt() {
		var marks = Samples.marks("mark", new double[] { 1, 2, 3 });
		var figure = json(Figure.of("", Axis.linear("x"), Axis.linear("y"), List.of(marks.get(6), marks.get(3))),
				SPACE);
		assertThat(figure.at("/data/0/type").asString()).isEqualTo("surface");
		assertThat(figure.at("/data/1/type").asString()).isEqualTo("scatter3d");
		assertThat(figure.at("/data/1/z")).hasSize(3);
		assertThat(figure.at("/layout/scene/zaxis/title/text").asString()).isEqualTo("log10 of mark");
	}

	@Test
	void theLayoutIsWhatTheReaderWants() {
		var layout = json(figure(Samples.marks("m", new double[] { 1 }).get(2)), SPACE).path("layout");
		assertThat(layout.path("width").asInt()).isEqualTo(640);
		assertThat(layout.path("height").asInt()).isEqualTo(480);
		assertThat(layout.path("paper_bgcolor").asString()).isEqualTo("#0d1117");
		assertThat(layout.at("/yaxis/type").asString()).isEqualTo("log");
		assertThat(layout.at("/xaxis/type").isMissingNode()).isTrue();
	}

	@Test
	void wordsAreNotTakenForMarkup() {
		var line = new Mark.Line("<b>&", new double[] { 1 }, new double[] { 1 }, 0, false);
		var figure = json(Figure.of("<i>", Axis.of("<u>", List.of("<s>")), Axis.linear("y"), List.of(line)),
				Style.DEFAULT);
		assertThat(figure.at("/data/0/name").asString()).isEqualTo("&lt;b&gt;&amp;");
		assertThat(figure.at("/layout/title/text").asString()).isEqualTo("&lt;i&gt;");
		assertThat(figure.at("/layout/xaxis/title/text").asString()).isEqualTo("&lt;u&gt;");
		assertThat(figure.at("/layout/xaxis/ticktext/0").asString()).isEqualTo("&lt;s&gt;");
	}

	@Test
	void everyPanelHasAxesOfItsOwnThatOverlapNoOthers() {
		for (int count : new int[] { 1, 2, 9, 64 }) {
			for (var style : List.of(Style.DEFAULT, SPACE)) {
				var figure = json(Samples.panels(count), style);
				var used = new HashSet<String>();
				figure.path("data")
					.forEach((trace) -> used.add(trace.path("xaxis").asString("") + trace.path("scene").asString("")));
				assertThat(used).hasSize(count);
				for (String place : used) {
					String name = place.startsWith("x") ? place.replace("x", "xaxis") : place;
					assertThat(figure.path("layout").path(name).path("domain").isMissingNode()).as(name).isFalse();
				}
				figure.path("layout")
					.propertyStream()
					.filter((entry) -> entry.getKey().matches("[xy]axis.*"))
					.forEach((entry) -> assertThat(entry.getValue().at("/domain/0").asDouble()).isBetween(0.0,
							entry.getValue().at("/domain/1").asDouble()));
			}
		}
	}

	@Test
	void whatMovesHasAFrameAndAStepForEachMomentUnderNamesOfTheirOwn() {
		var figures = List.of(Samples.panels(1), Samples.panels(1), Samples.panels(1));
		var moving = JsonMapper.shared().<JsonNode>valueToTree(Plotly.animated(figures, Style.DEFAULT));
		assertThat(moving.path("frames")).hasSize(3);
		assertThat(moving.path("frames").valueStream().map((frame) -> frame.path("name").asString()))
			.doesNotHaveDuplicates()
			.containsExactlyElementsOf(moving.at("/layout/sliders/0/steps")
				.valueStream()
				.map((step) -> step.at("/args/0/0").asString())
				.toList());
		assertThat(moving.path("data")).hasSameSizeAs(moving.at("/frames/0/data"));
	}

	@Test
	void namesThatFindNoRoomStandUprightAndTheLegendOnTop() {
		assertThat(json(Samples.ranking(12), Style.DEFAULT).path("layout").has("legend")).isFalse();
		var many = json(explained(Samples.ranking(12)), Style.DEFAULT).path("layout");
		assertThat(many.at("/xaxis/tickangle").asInt()).isEqualTo(-90);
		assertThat(many.at("/legend/y").asDouble()).isPositive();
		var few = json(explained(Samples.ranking(2)), Style.DEFAULT).path("layout");
		assertThat(few.at("/xaxis/tickangle").isMissingNode()).isTrue();
		assertThat(few.at("/legend/y").asDouble()).isNegative();
	}

	/** With something that has an entry in the legend. */
	private static Figure explained(Figure figure) {
		var panel = figure.panels().getFirst();
		var marks = new ArrayList<>(panel.marks());
		marks.add(new Mark.Line("limit", new double[] { 0, 1 }, new double[] { 1, 1 }, 2, false));
		return Figure.of(figure.title(), panel.x(), panel.y(), marks);
	}

	private static double[] numbers(JsonNode array) {
		return array.valueStream().mapToDouble(JsonNode::asDouble).toArray();
	}

	private static Figure figure(Mark mark) {
		return Figure.of("title", Axis.linear("x"), Axis.either("y"), List.of(mark));
	}

	private static JsonNode json(Figure figure, Style style) {
		return JsonMapper.shared().valueToTree(Plotly.of(figure, style));
	}

}
