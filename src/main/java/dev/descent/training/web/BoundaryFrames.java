package dev.descent.training.web;

import dev.descent.training.Checkpoint;
import dev.descent.training.TrainingJob;
import org.jspecify.annotations.Nullable;

/** Draws what a job has learned for those who watch it. */
public interface BoundaryFrames {

	/**
	 * A picture.
	 *
	 * @param json a {@link BoundaryFrame}
	 */
	@SuppressWarnings("ArrayRecordComponent") // shared by many, never compared
	record Frame(Position position, byte[] json) {
	}

	/**
	 * Where a run stands. Parameters that are set by hand are another phase at the same
	 * step.
	 *
	 * @param step updates made up to then
	 * @param phase as many amendments were in force
	 */
	record Position(long step, int phase) {

		public static Position of(Checkpoint moment) {
			return new Position(moment.step(), moment.phase());
		}

	}

	/**
	 * A picture of about now, or of the end if the job has ended; null if there is none
	 * yet, or if others are being drawn.
	 * @throws RuntimeException a conflict or a refusal if there will never be one
	 */
	@Nullable Frame frame(TrainingJob job, int resolution);

}
