package dev.descent.path;

import java.util.List;

import dev.descent.engine.surface.Surface;
import dev.descent.path.specification.OptimizerPathsSpecification;

/**
 * Where optimizers went on a surface, and the surface itself: all that a figure needs.
 *
 * @param specification with every field set
 * @param recordedEvery updates from one point of a path to the next
 * @param paths the runs in their order, each from all starts in their order
 */
public record OptimizerPaths(OptimizerPathsSpecification specification, Surface surface, SurfaceGrid grid,
		int recordedEvery, List<DescentPath> paths) {

	/** How far the end of a path is from the nearest known minimum. */
	public double distanceToMinimum(DescentPath path) {
		return surface.minima()
			.stream()
			.mapToDouble((minimum) -> minimum.distance(path.x()[path.last()], path.y()[path.last()]))
			.min()
			.orElseThrow();
	}

}
