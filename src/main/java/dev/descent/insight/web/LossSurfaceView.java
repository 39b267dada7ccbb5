package dev.descent.insight.web;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import dev.descent.figure.Axis;
import dev.descent.figure.CsvTable;
import dev.descent.figure.Figure;
import dev.descent.figure.Illustrated;
import dev.descent.figure.Mark;
import dev.descent.insight.surface.LossSurface;
import dev.descent.insight.surface.Part;
import dev.descent.insight.surface.PathOnPlane;
import dev.descent.insight.surface.PlaneKind;
import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

@SuppressWarnings("ArrayRecordComponent") // written out, never compared
@Schema(name = "LossSurface",
		description = """
				The mean loss, without penalties, over a plane through the parameters of a network, with the path of the run on it. \
				Row i, column j of loss is the point (x.values[j], y.values[i]).""")
public record LossSurfaceView(
		@Schema(description = "Whole epochs trained to get the parameters at the centre.", example = "1000") int epoch,
		@Schema(description = "Updates made to get them.", example = "1000") long step,
		@Schema(description = "How the plane lies.", example = "pca") PlaneKind plane,
		@Schema(description = "Over which samples the loss is taken.", example = "training") Part part, SurfaceAxis x,
		SurfaceAxis y, @Schema(description = "The losses.", example = "[[0.3, 0.5], [0.4, 0.6]]") double[][] loss,
		@Schema(description = "The path of the job itself first, then those of the others.") List<PathOnPlane> paths)
		implements
			CsvTable,
			Illustrated {

	@Schema(description = "A direction of the plane.")
	public record SurfaceAxis(@Schema(description = "What lies along it.", example = "random direction 1") String name,
			@Schema(description = "Share of the variance of the paths along it; null where it is not theirs.",
					example = "0.93") @Nullable Double explainedVariance,
			@Schema(description = "Coordinates of the grid, in ascending order.",
					example = "[-1.5, 2.5]") double[] values) {

		static SurfaceAxis of(String name, double @Nullable [] explained, int index, double[] values) {
			return new SurfaceAxis(name, (explained != null) ? explained[index] : null, values);
		}

	}

	public static LossSurfaceView of(LossSurface surface) {
		double[] explained = surface.explainedVariance();
		return new LossSurfaceView(surface.center().epoch(), surface.center().step(), surface.request().plane(),
				surface.request().part(), SurfaceAxis.of(surface.xName(), explained, 0, surface.x()),
				SurfaceAxis.of(surface.yName(), explained, 1, surface.y()), surface.losses(), surface.paths());
	}

	@Override
	public Figure figure() {
		return figure(paths, title());
	}

	/** Says so where the picture misleads. */
	private String title() {
		boolean misleads = paths.stream().anyMatch((path) -> path.fidelity().warning() != null);
		String title = "Loss surface around epoch " + epoch;
		return misleads ? title + " (it misleads: see its warning)" : title;
	}

	/** With some of the paths, or pieces of them. */
	Figure figure(List<PathOnPlane> shown, String title) {
		var marks = new ArrayList<Mark>();
		marks.add(new Mark.Surface("loss", x.values(), y.values(), loss, Axis.Spacing.EITHER));
		for (int i = 0; i < shown.size(); i++) {
			marks.add(path(shown.get(i), (i == 0) ? 5 : i));
		}
		return Figure.of(title, Axis.linear(x.name()), Axis.linear(y.name()), marks);
	}

	private static Mark path(PathOnPlane path, int tint) {
		var points = path.points();
		return new Mark.Path((path.name() != null) ? path.name() : "job " + path.job(),
				points.stream().mapToDouble(PathOnPlane.Point::x).toArray(),
				points.stream().mapToDouble(PathOnPlane.Point::y).toArray(),
				points.stream().mapToDouble(PathOnPlane.Point::planeLoss).toArray(), tint);
	}

	@Override
	public List<String> csvHeader() {
		return List.of("x", "y", "loss");
	}

	/** A row for each point of the grid. */
	@Override
	public Stream<List<?>> csvRows() {
		int width = x.values().length;
		return IntStream.range(0, width * y.values().length)
			.mapToObj((at) -> List.of(x.values()[at % width], y.values()[at / width], loss[at / width][at % width]));
	}

}
