package dev.descent.insight.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import dev.descent.figure.Axis;
import dev.descent.figure.ColorScale;
import dev.descent.figure.Figure;
import dev.descent.figure.Illustrated;
import dev.descent.figure.Mark;
import dev.descent.figure.Panel;
import dev.descent.insight.NeuronMaps;
import dev.descent.figure.CsvTable;
import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

@SuppressWarnings("ArrayRecordComponent") // written out, never compared
@Schema(name = "NeuronMaps",
		description = """
				What every unit says at each point of a grid over two features. Row i, column j of a map is the point (x.values[j], \
				y.values[i]).""")
record NeuronMapsView(@Schema(description = "Whole epochs trained to get the parameters.", example = "1000") int epoch,
		@Schema(description = "Updates made to get them.", example = "1000") long step, GridAxis x,
		@Nullable GridAxis y,
		@Schema(description = "The features that are no axis, and where they are held.",
				example = "{\"x3\": 0.5}") Map<String, Double> held,
		@Schema(description = "The layers that were asked for, in their order.") List<Layer> layers)
		implements
			CsvTable,
			Illustrated {

	/** More units than that are not told apart in a figure. */
	private static final int MOST_PANELS = 64;

	@Schema(name = "NeuronLayer", description = "The units of one layer.")
	record Layer(@Schema(description = "The layer, from 0 for the first hidden one.", example = "0") int layer,
			@Schema(description = "A map of the activations of each unit.",
					example = "[[[0.1, 0.9], [0.2, 0.8]]]") double[][][] maps) {

		static Layer of(NeuronMaps maps, int layer) {
			int units = maps.network().experiment().architecture().units(layer);
			return new Layer(layer,
					IntStream.range(0, units).mapToObj((unit) -> maps.grid(layer, unit)).toArray(double[][][]::new));
		}

	}

	static NeuronMapsView of(NeuronMaps maps) {
		var plane = maps.plane();
		var moment = maps.network().checkpoint();
		var layers = IntStream.range(maps.first(), maps.end());
		String yName = plane.yName();
		return new NeuronMapsView(moment.epoch(), moment.step(), new GridAxis(plane.xName(), plane.x()),
				(yName != null) ? new GridAxis(yName, plane.y()) : null, plane.heldValues(),
				layers.mapToObj((index) -> Layer.of(maps, index)).toList());
	}

	@Override
	public Figure figure() {
		var panels = layers.stream()
			.flatMap((layer) -> IntStream.range(0, layer.maps().length).mapToObj((unit) -> panel(layer, unit)))
			.limit(MOST_PANELS)
			.toList();
		return new Figure("Activations after epoch " + epoch, panels);
	}

	private Panel panel(Layer layer, int unit) {
		double[][] map = layer.maps()[unit];
		String title = "layer " + layer.layer() + ", unit " + unit;
		Mark mark = (y != null)
				? new Mark.HeatMap("activation", x.values(), y.values(), map, ColorScale.over(map), null, false)
				: new Mark.Line("", x.values(), map[0], 0, false);
		return new Panel(title, Axis.linear(x.feature()), Axis.linear((y != null) ? y.feature() : "activation"),
				List.of(mark));
	}

	@Override
	public List<String> csvHeader() {
		var header = new ArrayList<>(List.of("layer", "unit", x.feature()));
		if (y != null) {
			header.add(y.feature());
		}
		header.add("activation");
		return header;
	}

	@Override
	public Stream<List<?>> csvRows() {
		return layers.stream()
			.flatMap((layer) -> IntStream.range(0, layer.maps().length).boxed().flatMap((unit) -> rows(layer, unit)));
	}

	private Stream<List<?>> rows(Layer layer, int unit) {
		double[][] map = layer.maps()[unit];
		int width = x.values().length;
		return IntStream.range(0, map.length * width).mapToObj((at) -> {
			var row = new ArrayList<Object>(List.of(layer.layer(), unit, x.values()[at % width]));
			if (y != null) {
				row.add(y.values()[at / width]);
			}
			row.add(map[at / width][at % width]);
			return row;
		});
	}

}
