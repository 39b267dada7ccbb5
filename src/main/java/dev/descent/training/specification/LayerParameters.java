package dev.descent.training.specification;

import java.util.List;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.NotNull;
import org.jspecify.annotations.Nullable;

@Schema(description = "The parameters of one layer.")
@JsonInclude(JsonInclude.Include.ALWAYS)
public record LayerParameters(
		@NotNull @Schema(description = "A row for each unit, with a weight for each input.",
				example = "[[0.5, -0.2], [0.1, 0.9]]") List<@NotNull List<@NotNull Double>> weights,
		@NotNull @Schema(description = "A bias for each unit.", example = "[0, 0.1]") List<@NotNull Double> biases) {

	/** The largest magnitude a given parameter may have. */
	static final double LARGEST = 1e100;

	/** Whether a client left this number out or gave one out of range. */
	static boolean isUsable(@Nullable Double value) {
		return value != null && Math.abs(value) <= LARGEST;
	}

}
