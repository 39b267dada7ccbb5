package dev.descent.training.specification;

import java.util.Map;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/** What a job is called: the part of a specification that may change at any time. */
public record JobDescription(@Size(max = 200) @Nullable String name,
		@Size(max = 32) Map<@Size(min = 1, max = 63) String, @NotNull @Size(max = 200) String> labels,
		@Size(max = 10_000) @Nullable String notes) {

	public JobDescription {
		labels = (labels != null) ? labels : Map.of();
	}

}
