package dev.descent.insight.trace.web;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.IntStream;

import dev.descent.figure.Axis;
import dev.descent.figure.ColorScale;
import dev.descent.figure.Figure;
import dev.descent.figure.Mark;
import dev.descent.figure.Panel;
import dev.descent.insight.trace.Detail;
import dev.descent.insight.trace.Element;
import dev.descent.insight.trace.Quantity;
import dev.descent.insight.trace.Section;
import dev.descent.insight.trace.Trace;
import org.jspecify.annotations.Nullable;

/**
 * Draws a trace: what goes forward, what comes back and what is changed, layer by layer.
 */
final class TraceFigure {

	/** What is drawn of each stage. */
	private static final Map<Section.Stage, String> DRAWN = Map.of(Section.Stage.FORWARD, "a", Section.Stage.BACKWARD,
			"delta", Section.Stage.UPDATE, "change");

	private static final int MOST_NAMES = 24;

	/** Cells in a row that have room for their numbers. */
	private static final int MOST_NUMBERED = 3;

	/** Rows of such cells. */
	private static final int MOST_ROWS = 12;

	/** Numbers of colours. */
	private static final int FORWARD = 0;

	private static final int BACKWARD = 1;

	private final Trace trace;

	TraceFigure(Trace trace) {
		this.trace = trace;
	}

	Figure figure() {
		String title = "Step " + trace.traced().trace().step().number();
		var panels = (trace.detail() == Detail.OVERVIEW) ? List.of(norms()) : panels();
		return new Figure(title, panels);
	}

	private List<Panel> panels() {
		var byLayer = new TreeMap<Integer, List<Panel>>();
		for (var section : trace.sections()) {
			Integer layer = section.layer();
			if (layer != null && section.parameters() != Section.Kind.BIASES) {
				section.quantities()
					.stream()
					.filter((quantity) -> quantity.name().equals(DRAWN.get(section.stage())))
					.reduce((_, last) -> last)
					.ifPresent((quantity) -> byLayer.computeIfAbsent(layer, (_) -> new ArrayList<>())
						.add(panel(quantity, layer, (section.stage() == Section.Stage.FORWARD) ? FORWARD : BACKWARD)));
			}
		}
		return byLayer.values().stream().flatMap(List::stream).toList();
	}

	private static Panel panel(Quantity quantity, int layer, int tint) {
		String title = "layer " + layer + ": " + quantity.name();
		boolean weights = quantity.elements().getFirst().place().input() != null;
		var columns = new TreeSet<Integer>();
		quantity.elements().forEach((element) -> columns.add(column(element, weights)));
		var units = new TreeSet<Integer>();
		quantity.elements().forEach((element) -> units.add(unit(element)));
		if (columns.size() == 1 && !weights) {
			return new Panel(title, Axis.linear("unit"), Axis.linear(quantity.name()),
					List.of(bars(quantity, units.first(), tint)));
		}
		if (units.size() == 1) {
			return new Panel(title, Axis.linear(weights ? "input" : "sample of the batch"),
					Axis.linear(quantity.name()), List.of(bars(quantity, 0, tint)));
		}
		double[] x = IntStream.range(0, columns.size()).asDoubleStream().toArray();
		double[] y = IntStream.range(0, units.size()).asDoubleStream().toArray();
		double[][] values = new double[y.length][x.length];
		var places = List.copyOf(columns);
		for (var element : quantity.elements()) {
			values[unit(element) - units.first()][Collections.binarySearch(places, column(element, weights))] = element
				.value();
		}
		return new Panel(title, axis(weights ? "input" : "sample of the batch", places),
				axis("unit", List.copyOf(units)), List.of(new Mark.HeatMap(quantity.name(), x, y, values,
						ColorScale.over(values), null, x.length <= MOST_NUMBERED && y.length <= MOST_ROWS)));
	}

	/** Cells that can be told apart have names. */
	private static Axis axis(String title, List<Integer> numbers) {
		return (numbers.size() <= MOST_NAMES) ? Axis.of(title, numbers.stream().map(String::valueOf).toList())
				: Axis.linear(title);
	}

	private static Mark bars(Quantity quantity, int first, int tint) {
		double[] heights = quantity.elements().stream().mapToDouble(Element::value).toArray();
		double[] edges = IntStream.rangeClosed(0, heights.length).mapToDouble((i) -> first + i - 0.5).toArray();
		return new Mark.Bars("", edges, heights, tint);
	}

	private static int unit(Element element) {
		return orZero(element.place().unit());
	}

	private static int column(Element element, boolean weights) {
		return orZero(weights ? element.place().input() : element.place().row());
	}

	private static int orZero(@Nullable Integer number) {
		return (number != null) ? number : 0;
	}

	/** For large networks: how long the gradient and the change of each layer are. */
	private Panel norms() {
		return new Panel("by layer", Axis.linear("layer"), Axis.either("Euclidean length"),
				List.of(norms("g", "gradient of the loss", 0), norms("change", "change", 1)));
	}

	private Mark norms(String quantity, String name, int tint) {
		var layers = new ArrayList<Double>();
		var norms = new ArrayList<Double>();
		for (var section : trace.sections()) {
			Integer layer = section.layer();
			for (var candidate : section.quantities()) {
				if (layer != null && section.stage() == Section.Stage.UPDATE && candidate.name().equals(quantity)) {
					layers.add((double) layer);
					norms.add(candidate.spread().norm());
				}
			}
		}
		return new Mark.Line(name, layers.stream().mapToDouble(Double::doubleValue).toArray(),
				norms.stream().mapToDouble(Double::doubleValue).toArray(), tint, false);
	}

}
