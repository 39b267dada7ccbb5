package dev.descent.insight.curvature.web;

import java.util.List;
import java.util.Locale;

import dev.descent.insight.curvature.StepBound;
import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

@Schema(name = "StepBound", description = """
		What the largest eigenvalue means for the learning rate. On a parabola that sharp, descent with a larger rate \
		swings to and fro and grows; in training it then moves to where the loss is flatter (Cohen et al., 2021).""")
record StepBoundView(@Schema(
		description = "The learning rate of the last update (of the first, before it); null for a method without one.",
		example = "0.5") @Nullable Double learningRate,
		@Schema(description = """
				What learning rate times eigenvalue must stay below: 2; with momentum 2 (1 + momentum) / (1 - dampening), with \
				Nesterov's (2 + 2 momentum) / (1 + 2 momentum).""",
				example = "2.0") double factor,
		@Schema(description = "The largest stable learning rate; null if no eigenvalue is positive.",
				example = "3.1") @Nullable Double largestStableRate,
		@Schema(description = "The largest eigenvalue at which the learning rate is stable; null without one.",
				example = "4.0") @Nullable Double largestStableSharpness,
		@Schema(description = "The learning rate as a share of the largest stable one: 1 is the edge of stability; null without one.",
				example = "0.16") @Nullable Double ratio,
		@Schema(description = "Whether the bound holds for this job's descent; else it is a hint, and doubts say why.",
				example = "true") boolean holds,
		@Schema(description = "Why the bound is but a hint.", example = "[]") List<String> doubts,
		@Schema(description = "All this in a sentence.",
				example = "The learning rate is 0.16 of the largest stable one.") String meaning) {

	static StepBoundView of(StepBound bound) {
		return new StepBoundView(bound.learningRate(), bound.factor(), bound.largestStableRate(),
				bound.largestStableSharpness(), bound.ratio(), bound.doubts().isEmpty(), bound.doubts(),
				meaning(bound));
	}

	private static String meaning(StepBound bound) {
		Double rate = bound.largestStableRate();
		Double ratio = bound.ratio();
		String hint = bound.doubts().isEmpty() ? "" : " For this job that is a hint only.";
		if (rate == null) {
			return "The loss curves upwards in no direction, so there is no bound.";
		}
		if (ratio == null) {
			return String.format(Locale.ROOT, "Gradient descent would be stable up to a learning rate of %.3g.", rate);
		}
		return String.format(Locale.ROOT, "The learning rate is %.3g of the largest stable one, %.3g: %s.%s", ratio,
				rate, (ratio < 0.9) ? "descent is stable" : (ratio <= 1.1) ? "the run is at the edge of stability"
						: "along the sharpest direction the steps overshoot",
				hint);
	}

}
