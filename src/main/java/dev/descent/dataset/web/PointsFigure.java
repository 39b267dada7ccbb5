package dev.descent.dataset.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import dev.descent.figure.Axis;
import dev.descent.figure.ColorScale;
import dev.descent.figure.Figure;
import dev.descent.figure.Mark;

/** Samples over the first two features, or over the only one. */
record PointsFigure(PointsView points) {

	Figure figure() {
		int[] all = IntStream.range(0, points.features().length).toArray();
		boolean flat = points.columns().size() > 1;
		var marks = new ArrayList<Mark>();
		if (points.task().equals("regression")) {
			marks.add(mark("samples", all, 0, flat));
		}
		else {
			groups(all).forEach((name, members) -> marks.add(mark(name, members, marks.size(), flat)));
		}
		return Figure.of(title(), Axis.linear(points.columns().get(0)),
				Axis.linear(flat ? points.columns().get(1) : "target"), marks);
	}

	private String title() {
		String title = points.features().length + " samples";
		return (points.columns().size() > 2) ? title + " over two of " + points.columns().size() + " features" : title;
	}

	private Map<String, int[]> groups(int[] all) {
		return new TreeMap<>(IntStream.of(all)
			.boxed()
			.collect(Collectors.groupingBy((i) -> points.targets().get(i).toString(),
					Collectors.collectingAndThen(Collectors.toList(), PointsFigure::array))));
	}

	private static int[] array(List<Integer> members) {
		return members.stream().mapToInt(Integer::intValue).toArray();
	}

	private Mark mark(String name, int[] members, int tint, boolean flat) {
		double[] x = IntStream.of(members).mapToDouble((i) -> points.features()[i][0]).toArray();
		double[] y = IntStream.of(members).mapToDouble((i) -> flat ? points.features()[i][1] : target(i)).toArray();
		double[] target = IntStream.of(members).mapToDouble(this::target).toArray();
		boolean shaded = flat && points.task().equals("regression");
		return new Mark.Scatter(name, x, y, tint, true,
				shaded ? new Mark.Shades(target, ColorScale.over(target)) : null);
	}

	/** The value; classes have none. */
	private double target(int i) {
		return (points.targets().get(i) instanceof Number value) ? value.doubleValue() : 0;
	}

}
