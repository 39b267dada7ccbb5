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

	/** More of them are but a blot. */
	private static final int MOST = 5000;

	Figure figure() {
		int every = Math.max(1, Math.ceilDiv(points.features().length, MOST));
		int[] shown = IntStream.range(0, points.features().length).filter((i) -> i % every == 0).toArray();
		boolean flat = points.columns().size() > 1;
		var marks = new ArrayList<Mark>();
		if (points.task().equals("regression")) {
			marks.add(mark("samples", shown, 0, flat));
		}
		else {
			groups(shown).forEach((name, members) -> marks.add(mark(name, members, marks.size(), flat)));
		}
		return Figure.of(title(shown.length), Axis.linear(points.columns().get(0)),
				Axis.linear(flat ? points.columns().get(1) : "target"), marks);
	}

	private String title(int shown) {
		int all = points.features().length;
		String title = (shown < all) ? shown + " of " + all + " samples" : all + " samples";
		return (points.columns().size() > 2) ? title + " over two of " + points.columns().size() + " features" : title;
	}

	private Map<String, int[]> groups(int[] shown) {
		return new TreeMap<>(IntStream.of(shown)
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
