package dev.descent.insight.web;

import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import com.fasterxml.jackson.annotation.JsonValue;
import dev.descent.figure.Animated;
import dev.descent.figure.CsvTable;
import dev.descent.figure.Figure;
import dev.descent.figure.Illustrated;

/** A surface on which paths grow from frame to frame; as numbers it is the surface. */
record MovingSurface(@JsonValue LossSurfaceView surface) implements CsvTable, Illustrated, Animated {

	/** More frames than that make no better film. */
	private static final int MOST_FRAMES = 32;

	@Override
	public List<Figure> figures() {
		int length = surface.paths().stream().mapToInt((path) -> path.points().size()).max().orElse(0);
		int count = Math.min(MOST_FRAMES, length);
		return IntStream.rangeClosed(1, count).mapToObj((frame) -> {
			int points = Math.ceilDiv(frame * length, count);
			var first = surface.paths().getFirst().points();
			int epoch = first.get(Math.min(points, first.size()) - 1).epoch();
			return surface.figure(surface.paths().stream().map((path) -> path.upTo(points)).toList(),
					"Path as far as epoch " + epoch);
		}).toList();
	}

	@Override
	public Figure figure() {
		return surface.figure();
	}

	@Override
	public List<String> csvHeader() {
		return surface.csvHeader();
	}

	@Override
	public Stream<List<?>> csvRows() {
		return surface.csvRows();
	}

}
