package dev.descent.path.web;

import dev.descent.engine.analysis.Outcome;
import dev.descent.path.DescentPath;
import dev.descent.path.OptimizerPaths;
import io.swagger.v3.oas.annotations.media.Schema;

@SuppressWarnings("ArrayRecordComponent") // written out, never compared
@Schema(name = "OptimizerPath", description = "Where an optimizer went from a start, point by point.")
record PathView(@Schema(description = "The name of the run.", example = "adam") String run,
		@Schema(description = "Which of the starts, from 0.", example = "0") int start,
		@Schema(description = "The updates before each point; the start is 0.", example = "[0, 1, 2]") int[] step,
		@Schema(description = "Along x.", example = "[-1.5, -1.4, -1.3]") double[] x,
		@Schema(description = "Along y.", example = "[2, 2.1, 2]") double[] y,
		@Schema(description = "How high the surface is there.", example = "[12.5, 7.9, 14.9]") double[] value,
		@Schema(description = "Learning rate of the update that led there; at the start, that of the first.",
				example = "[0.1, 0.1, 0.1]") double[] learningRate,
		@Schema(description = """
				How it ended: completed after all updates, converged where the optimizer found nothing more to gain, or \
				diverged, in which case the last finite point is the end.""",
				example = "completed") Outcome outcome,
		End end, Evaluations evaluations) {

	@Schema(name = "PathEnd", description = "Where a path ended.")
	record End(@Schema(description = "Updates that led there.", example = "500") int step,
			@Schema(description = "Along x.", example = "0.98") double x,
			@Schema(description = "Along y.", example = "0.96") double y,
			@Schema(description = "How high the surface is there.", example = "0.0004") double value,
			@Schema(description = "How far it is from the nearest known minimum.",
					example = "0.045") double distanceToMinimum) {
	}

	@Schema(name = "PathEvaluations", description = "What an optimizer evaluated on its way.")
	record Evaluations(
			@Schema(description = "Gradients, and the height with each; a Gauss-Newton matrix counts as one.",
					example = "500") long gradients,
			@Schema(description = "Heights alone.", example = "0") long functions,
			@Schema(description = "Products of the Hessian with a vector.", example = "0") long hessianVectorProducts) {
	}

	static PathView of(DescentPath path, OptimizerPaths paths) {
		int last = path.last();
		var end = new End(path.step()[last], path.x()[last], path.y()[last], path.value()[last],
				paths.distanceToMinimum(path));
		var cost = path.cost();
		return new PathView(path.run(), path.start(), path.step(), path.x(), path.y(), path.value(),
				path.learningRate(), path.outcome(), end,
				new Evaluations(cost.gradients(), cost.functions(), cost.hessianVectors()));
	}

}
