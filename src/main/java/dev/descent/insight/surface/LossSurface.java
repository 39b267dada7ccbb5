package dev.descent.insight.surface;

import java.util.List;
import java.util.stream.IntStream;

import dev.descent.training.Checkpoint;
import org.jspecify.annotations.Nullable;

/**
 * The mean loss over a plane through the space of the parameters, with the paths of runs.
 * Arrays must not be changed.
 *
 * @param center the moment whose parameters the plane goes through
 * @param x coordinates of the columns
 * @param y coordinates of the rows
 * @param losses shape [y][x]
 * @param explainedVariance share of the paths' variance along each direction; null where
 * the directions are not theirs
 * @param paths of the job itself first
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
public record LossSurface(Checkpoint center, SurfaceRequest request, String xName, String yName, double[] x, double[] y,
		double[][] losses, double @Nullable [] explainedVariance, List<PathOnPlane> paths) {

	/** The same with other names for the paths, one each. */
	public LossSurface named(List<String> names) {
		return new LossSurface(center, request, xName, yName, x, y, losses, explainedVariance,
				IntStream.range(0, paths.size()).mapToObj((i) -> paths.get(i).named(names.get(i))).toList());
	}

}
