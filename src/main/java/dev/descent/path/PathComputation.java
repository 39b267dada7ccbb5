package dev.descent.path;

import java.util.ArrayList;
import java.util.List;

import dev.descent.engine.analysis.SurfaceDescent;
import dev.descent.engine.surface.Point;
import dev.descent.engine.surface.Surface;
import dev.descent.path.specification.OptimizerPathsSpecification;
import dev.descent.training.Computation;
import org.jspecify.annotations.Nullable;

/** Follows each optimizer from each start. A unit is an update, or a row of the grid. */
final class PathComputation implements Computation<OptimizerPaths> {

	private static final int MOST_POINTS_OF_A_PATH = 1000;

	/** Of all paths together, so that an answer stays small. */
	private static final int MOST_POINTS = 50_000;

	/** With its height and what led there, as objects. */
	private static final long BYTES_A_POINT = 64;

	private final OptimizerPathsSpecification specification;

	private final Surface surface;

	private final List<Point> starts;

	private final SurfaceGrid grid;

	private final int recordedEvery;

	private final List<DescentPath> paths = new ArrayList<>();

	private int rows;

	private @Nullable PathRecorder recorder;

	/**
	 * Prepares the paths.
	 * @param specification resolved
	 */
	PathComputation(OptimizerPathsSpecification specification) {
		this.specification = specification;
		this.surface = specification.surface().surface();
		this.starts = specification.points();
		this.grid = new SurfaceGrid(specification.grid());
		this.recordedEvery = stride(specification.steps(),
				Math.min(MOST_POINTS_OF_A_PATH, MOST_POINTS / specification.pathCount()));
	}

	/** The points of the paths, and the grid twice. */
	@Override
	public long bytes() {
		long resolution = specification.grid().resolution();
		return MOST_POINTS * BYTES_A_POINT + 2 * Double.BYTES * resolution * resolution;
	}

	/** Between points so many updates that there are no more points than allowed. */
	private static int stride(int steps, int points) {
		return (steps < points) ? 1 : Math.ceilDiv(steps, points - 2);
	}

	@Override
	public void advance(int units) {
		for (int i = 0; i < units && !finished(); i++) {
			if (rows < grid.rows()) {
				grid.fill(rows++, surface);
			}
			else {
				update();
			}
		}
	}

	private void update() {
		int run = paths.size() / starts.size();
		int start = paths.size() % starts.size();
		var current = (recorder != null) ? recorder : begin(run, start);
		current.advance();
		recorder = current;
		if (current.finished()) {
			paths.add(current.path(String.valueOf(specification.runs().get(run).name()), start));
			recorder = null;
		}
	}

	private PathRecorder begin(int run, int start) {
		var optimization = specification.runs().get(run).optimization();
		var descent = new SurfaceDescent(surface, optimization, starts.get(start), specification.steps(),
				specification.seed());
		return new PathRecorder(descent, specification.steps(), recordedEvery);
	}

	@Override
	public boolean finished() {
		return paths.size() == specification.pathCount();
	}

	@Override
	public OptimizerPaths result() {
		return new OptimizerPaths(specification, surface, grid, recordedEvery, List.copyOf(paths));
	}

}
