package dev.descent.training.web;

import dev.descent.training.LearningRateCurve;
import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

@Schema(name = "LearningRateSuggestion", description = "Learning rates that a range test points at.")
record LearningRateSuggestionView(
		@Schema(description = """
				From where on the smoothed loss falls most steeply over the logarithm of the rate, before its minimum and after the \
				start, where little is averaged; null if it never falls.""",
				example = "0.5") @Nullable Double learningRate,
		@Schema(description = "Why there is no suggestion; null if there is one.",
				example = "null") @Nullable String reason,
		@Schema(description = "The rate at which the smoothed loss is smallest; too high to train with.",
				example = "2.5") @Nullable Double lowestLossRate,
		@Schema(description = "A tenth of lowestLossRate, a common choice.",
				example = "0.25") @Nullable Double tenthOfLowestLossRate) {

	private static final String TOO_SHORT = """
			The sweep ended before there were enough losses to average; a lower lowestRate gives it more.""";

	private static final String NO_FALL = """
			The smoothed loss never falls; a lower lowestRate, or more updates, may show that it does.""";

	static LearningRateSuggestionView of(LearningRateCurve curve) {
		Double lowest = curve.lowestLossRate();
		Double steepest = curve.steepestRate();
		String reason = (lowest == null) ? TOO_SHORT : (steepest == null) ? NO_FALL : null;
		return new LearningRateSuggestionView(steepest, reason, lowest, (lowest != null) ? lowest / 10 : null);
	}

}
