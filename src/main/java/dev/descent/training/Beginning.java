package dev.descent.training;

import java.util.function.Supplier;

import dev.descent.dataset.Dataset;
import dev.descent.dataset.DatasetShape;
import org.jspecify.annotations.Nullable;

/**
 * From where a job begins: from its data, or from a moment of another job whose course is
 * the same up to there.
 *
 * @param data gives the dataset, when the first slice begins
 * @param moment where to go on; null for the start
 * @param history up to the moment
 * @param checkpoints up to the moment
 * @param instruments up to the moment
 * @param origin the other job; null for one that was posted
 */
record Beginning(DatasetShape shape, Supplier<Dataset> data, @Nullable Checkpoint moment, LossHistory history,
		Checkpoints checkpoints, Instruments instruments, @Nullable Origin origin) {

	/** The start of a course. */
	static Beginning of(Course course, DatasetShape shape, Supplier<Dataset> data, int checkpointLimit,
			@Nullable Origin origin) {
		var specification = course.inForce();
		var history = new LossHistory(
				1 + Math.ceilDiv(specification.training().epochs(), specification.recording().evaluateEvery()));
		return new Beginning(shape, data, null, history, new Checkpoints(limit(course, checkpointLimit)),
				new Instruments(WorkLimits.architecture(specification, shape).depth()), origin);
	}

	/** A moment of another job, whose course is the same up to there. */
	static Beginning at(Checkpoint moment, TrainingJob job, Course course, int checkpointLimit, Origin.Kind kind) {
		return new Beginning(job.shape(), job.data(), moment, job.history().upTo(moment),
				job.checkpoints().upTo(moment, limit(course, checkpointLimit)), job.instruments().upTo(moment),
				new Origin(job.id(), kind, moment.updates()));
	}

	private static int limit(Course course, int checkpointLimit) {
		return Math.min(checkpointLimit, course.inForce().recording().checkpoints());
	}

}
