package dev.descent.insight.web;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import dev.descent.figure.Animated;
import dev.descent.figure.CsvTable;
import dev.descent.figure.Figure;
import dev.descent.figure.Illustrated;
import dev.descent.figure.Panel;
import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

@SuppressWarnings("ArrayRecordComponent") // written out, never compared
@Schema(description = """
		The outputs on one grid at several moments of a run. Outputs are rounded to four digits behind the point of their \
		largest magnitude, so that many frames are quickly there.""")
record BoundaryFrames(GridAxis x, @Nullable GridAxis y,
		@Schema(description = "The features that are no axis, and where they are held.",
				example = "{\"x3\": 0.5}") Map<String, Double> held,
		@Schema(description = "Names of the classes; null for a regression.",
				example = "[\"0\", \"1\"]") @Nullable List<String> classes,
		@Schema(description = "The output at which two classes meet; null unless one output tells two classes apart.",
				example = "0.5") @Nullable Double threshold,
		@Schema(description = "The data, part by part.") List<DataPoints> points,
		@Schema(description = "The moments, in the order of time.") List<Frame> frames)
		implements
			CsvTable,
			Illustrated,
			Animated {

	/** So many frames are shown where nothing moves. */
	private static final int PANELS = 9;

	@Schema(name = "BoundaryMoment", description = "The outputs at one moment.")
	record Frame(@Schema(description = "Whole epochs trained.", example = "16") int epoch,
			@Schema(description = "Updates made.", example = "16") long step,
			@Schema(description = "A grid for each output of the network, as in a boundary.",
					example = "[[[0.1, 0.9], [0.2, 0.8]]]") double[][][] outputs,
			@Schema(description = "The class at each point as an index into classes; null for a regression.",
					example = "[[0, 1], [0, 1]]") int @Nullable [][] regions) {
	}

	/**
	 * @param boundaries on one grid, at least one
	 */
	static BoundaryFrames of(List<BoundaryView> boundaries) {
		var last = boundaries.getLast();
		double unit = Math.pow(10, Math.floor(Math.log10(Math.max(1e-300, largest(boundaries))))) * 1e-4;
		return new BoundaryFrames(last.x(), last.y(), last.held(), last.classes(), last.threshold(), last.points(),
				boundaries.stream()
					.map((boundary) -> new Frame(boundary.epoch(), boundary.step(), rounded(boundary.outputs(), unit),
							boundary.regions()))
					.toList());
	}

	private static double largest(List<BoundaryView> boundaries) {
		return boundaries.stream()
			.flatMap((boundary) -> Arrays.stream(boundary.outputs()))
			.flatMap(Arrays::stream)
			.flatMapToDouble(Arrays::stream)
			.map(Math::abs)
			.filter(Double::isFinite)
			.max()
			.orElse(1);
	}

	private static double[][][] rounded(double[][][] outputs, double unit) {
		double perOne = Math.rint(1 / unit);
		return Arrays.stream(outputs)
			.map((grid) -> Arrays.stream(grid)
				.map((row) -> Arrays.stream(row)
					.map((value) -> (perOne > 0) ? Math.rint(value * perOne) / perOne : value)
					.toArray())
				.toArray(double[][]::new))
			.toArray(double[][][]::new);
	}

	private BoundaryView boundary(Frame frame) {
		return new BoundaryView(frame.epoch(), frame.step(), x, y, held, frame.outputs(), classes, threshold,
				frame.regions(), points);
	}

	/** Not a part of the answer in JSON, where the frames themselves are. */
	@Override
	public List<Figure> figures() {
		return frames.stream().map((frame) -> boundary(frame).figure()).toList();
	}

	@Override
	public Figure figure() {
		int count = Math.min(PANELS, frames.size());
		var panels = IntStream.range(0, count)
			.map((i) -> (count == 1) ? 0 : i * (frames.size() - 1) / (count - 1))
			.mapToObj((i) -> {
				var panel = boundary(frames.get(i)).figure().panels().getFirst();
				return new Panel("epoch " + frames.get(i).epoch(), panel.x(), panel.y(), panel.marks());
			})
			.toList();
		return new Figure("How the boundary came about", panels);
	}

	@Override
	public List<String> csvHeader() {
		return Stream.concat(Stream.of("epoch"), boundary(frames.getFirst()).csvHeader().stream()).toList();
	}

	@Override
	public Stream<List<?>> csvRows() {
		return frames.stream()
			.flatMap((frame) -> boundary(frame).csvRows()
				.map((row) -> Stream.concat(Stream.of(frame.epoch()), row.stream()).toList()));
	}

}
