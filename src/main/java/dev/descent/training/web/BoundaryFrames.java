package dev.descent.training.web;

import dev.descent.training.TrainingJob;
import org.jspecify.annotations.Nullable;

/** Draws what a job has learned for those who watch it. */
public interface BoundaryFrames {

	/**
	 * A picture.
	 *
	 * @param step updates made up to then
	 * @param json a {@link BoundaryFrame}
	 */
	@SuppressWarnings("ArrayRecordComponent") // shared by many, never compared
	record Frame(long step, byte[] json) {
	}

	/**
	 * A picture of about now, or of the end if the job has ended; null if there is none
	 * yet, or if others are being drawn.
	 * @throws RuntimeException a conflict or a refusal if there will never be one
	 */
	@Nullable Frame frame(TrainingJob job, int resolution);

}
