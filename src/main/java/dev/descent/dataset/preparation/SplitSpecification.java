package dev.descent.dataset.preparation;

import java.util.Objects;

import dev.descent.problem.Faults;
import dev.descent.problem.SelfChecking;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import org.jspecify.annotations.Nullable;

@Schema(description = "Which samples train the network, and which only judge it.")
public record SplitSpecification(
		@DecimalMin("0") @DecimalMax("0.9") @Schema(description = "Share of the samples that watch the training.",
				example = "0.2") Double validationFraction,
		@DecimalMin("0") @DecimalMax("0.9") @Schema(description = "Share of the samples kept for the final judgement.",
				example = "0.1") Double testFraction,
		@Schema(description = "Whether each part gets its share of every class; without effect on a regression.",
				example = "true") Boolean stratified,
		@Schema(description = "Seed of the choice; derived from the seed of the request if absent.",
				example = "42") @Nullable Long seed)
		implements
			SelfChecking {

	/** What it is if nothing is given. */
	@SuppressWarnings("NullAway") // null stands for what is absent, as in a request
	public static final SplitSpecification DEFAULT = new SplitSpecification(null, null, null, null);

	public SplitSpecification {
		validationFraction = Objects.requireNonNullElse(validationFraction, 0.2);
		testFraction = Objects.requireNonNullElse(testFraction, 0.0);
		stratified = Objects.requireNonNullElse(stratified, true);
	}

	/** This split if it has a seed of its own, else with the one given. */
	public SplitSpecification withSeed(long seed) {
		return (this.seed != null) ? this : new SplitSpecification(validationFraction, testFraction, stratified, seed);
	}

	@Override
	public void check(Faults faults) {
		if (!faults.noneAt("validationFraction") || !faults.noneAt("testFraction")) {
			return;
		}
		faults.require(validationFraction + testFraction < 1,
				"must leave samples for training: validationFraction and testFraction must add up to less than 1");
	}

}
