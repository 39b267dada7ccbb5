package dev.descent.insight.surface;

import java.util.List;
import java.util.Locale;

import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

@Schema(description = "How far a path on a plane can be trusted.")
public record Fidelity(
		@Schema(description = """
				Share of the path that lies in the plane, 0 to 1: of the squared distances of its points from the centre, what is \
				not distance from the plane.""",
				example = "0.97") double inPlane,
		@Schema(description = """
				The largest difference between planeLoss and trueLoss, as a share of the range of trueLoss along the path.""",
				example = "0.04") double lossDifference,
		@Schema(description = "A sentence if the picture misleads; null if it does not.",
				example = "null") @Nullable String warning) {

	/** What a picture must show of a path not to mislead. */
	private static final double LEAST_IN_PLANE = 0.9;

	private static final double MOST_DIFFERENCE = 0.1;

	/**
	 * Judges a path.
	 * @param fromCenter distance of each point from the centre
	 */
	static Fidelity of(List<PathOnPlane.Point> points, double[] fromCenter) {
		double outside = 0;
		double all = 0;
		double difference = 0;
		for (int i = 0; i < fromCenter.length; i++) {
			var point = points.get(i);
			outside += point.distanceToPlane() * point.distanceToPlane();
			all += fromCenter[i] * fromCenter[i];
			difference = Math.max(difference, Math.abs(point.planeLoss() - point.trueLoss()));
		}
		var losses = points.stream().mapToDouble(PathOnPlane.Point::trueLoss).summaryStatistics();
		double range = losses.getMax() - losses.getMin();
		double inPlane = (all > 0) ? Math.clamp(1 - outside / all, 0.0, 1.0) : 1;
		double share = (range > 0) ? difference / range : 0;
		return new Fidelity(inPlane, share, warning(inPlane, share));
	}

	private static @Nullable String warning(double inPlane, double lossDifference) {
		if (inPlane < LEAST_IN_PLANE) {
			return String.format(Locale.ROOT,
					"Only %.0f %% of the path lies in this plane: the run went elsewhere, and the surface under it is not the one it saw.",
					100 * inPlane);
		}
		if (lossDifference > MOST_DIFFERENCE) {
			return String.format(Locale.ROOT,
					"The loss that the plane shows under the path is off by up to %.0f %% of the range that the run went through.",
					100 * lossDifference);
		}
		return null;
	}

}
