package dev.descent.insight.curvature;

import java.util.List;

import dev.descent.engine.analysis.Spectrum;
import dev.descent.training.Checkpoint;

/**
 * The curvature of the objective of a job over some of its training samples.
 *
 * @param samples how many, the first ones
 * @param moments in the order of time, at least one
 */
public record LossCurvature(int samples, List<At> moments) {

	/** The curvature at one moment. */
	public record At(Checkpoint moment, Spectrum spectrum) {

		/** What it means for the learning rate. */
		public StepBound bound() {
			return StepBound.of(moment, spectrum.largest().value());
		}

	}

}
