package dev.descent.training.specification;

import java.util.List;
import java.util.Map;
import java.util.Objects;

import com.fasterxml.jackson.annotation.JsonIgnore;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/** Something that was changed in the middle of a run, and when. */
@Schema(description = "A change in the middle of a run: of what was asked for, of weights, or of both.")
public record Amendment(
		@NotNull @Min(0) @Max(1_000_000_000_000_000L) @Schema(
				description = "The updates that were made before it. If the run ends sooner, it is not made.",
				example = "100") Long step,
		@Schema(description = """
				Whether it came before the evaluation that was due after these updates. False for nearly all: a run is \
				changed between two updates.""", example = "false") Boolean beforeEvaluation,
		@Schema(description = """
				A JSON Merge Patch (RFC 7396) of the specification in force; an object with another `type` replaces \
				the old one. What the parameters and the data are made of cannot be changed.""",
				example = "{\"optimizer\": {\"learningRate\": 0.1}}") Map<String, @Nullable Object> change,
		@Size(max = 10_000) @Schema(description = "Parameters that were set by hand.",
				example = "[]") List<@NotNull @Valid WeightEdit> weights) {

	public Amendment {
		beforeEvaluation = Objects.requireNonNullElse(beforeEvaluation, false);
		change = Objects.requireNonNullElse(change, Map.of());
		weights = Objects.requireNonNullElse(weights, List.of());
	}

	/** Whether it changes nothing. */
	@JsonIgnore
	public boolean isEmpty() {
		return change.isEmpty() && weights.isEmpty();
	}

}
