package dev.descent.insight.surface;

import java.util.List;

import dev.descent.training.TrainingJobId;
import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

@Schema(description = "The path of one job on the plane, and how far the picture of it can be trusted.")
public record PathOnPlane(@Schema(description = "The job.", example = "example") TrainingJobId job,
		@Schema(description = "What the job is called; null if it has no name.",
				example = "moons with adam") @Nullable String name,
		@Schema(description = "The moments that were kept, in the order of time.") List<Point> points,
		Fidelity fidelity) {

	@Schema(name = "PathPoint",
			description = "A moment of the run: the point of the plane nearest to its parameters, and how near that is.")
	public record Point(@Schema(description = "Whole epochs trained.", example = "1000") int epoch,
			@Schema(description = "Updates made.", example = "1000") long step,
			@Schema(description = "First coordinate of the nearest point of the plane.", example = "0.5") double x,
			@Schema(description = "Second coordinate.", example = "-0.2") double y,
			@Schema(description = "The loss at that point of the plane, which the picture shows.",
					example = "0.31") double planeLoss,
			@Schema(description = "The loss of the run itself at this moment, over the same samples.",
					example = "0.30") double trueLoss,
			@Schema(description = "How far the parameters are from the plane.",
					example = "0.02") double distanceToPlane) {
	}

	/** The path as far as one of its points. */
	public PathOnPlane upTo(int count) {
		return new PathOnPlane(job, name, points.subList(0, Math.min(count, points.size())), fidelity);
	}

	PathOnPlane named(String other) {
		return new PathOnPlane(job, other, points, fidelity);
	}

}
