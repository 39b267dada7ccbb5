package dev.descent.training.specification;

import java.util.List;
import java.util.Objects;
import java.util.stream.DoubleStream;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.NotNull;
import org.jspecify.annotations.Nullable;

@Schema(description = "The parameters of one layer.")
@JsonInclude(JsonInclude.Include.ALWAYS)
public record LayerParameters(@NotNull @Schema(description = "A row for each unit, with a weight for each input.",
		example = "[[0.5, -0.2], [0.1, 0.9]]") List<? extends @Nullable List<? extends @Nullable Double>> weights,
		@NotNull @Schema(description = "A bias for each unit.",
				example = "[0, 0.1]") List<? extends @Nullable Double> biases) {

	/** The largest magnitude a given parameter may have. */
	static final double LARGEST = 1e100;

	/** All of them in the order of the engine; only if they have been checked. */
	public DoubleStream flat() {
		return DoubleStream.concat(weights.stream().flatMapToDouble(LayerParameters::values), values(biases));
	}

	private static DoubleStream values(@Nullable List<? extends @Nullable Double> row) {
		return Objects.requireNonNull(row).stream().mapToDouble(Objects::requireNonNull);
	}

	/** Whether a client left this number out or gave one out of range. */
	static boolean isUsable(@Nullable Double value) {
		return value != null && Math.abs(value) <= LARGEST;
	}

}
