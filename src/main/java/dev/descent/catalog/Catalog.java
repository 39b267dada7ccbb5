package dev.descent.catalog;

import java.util.List;

import dev.descent.limits.Limits;
import dev.descent.problem.NotFoundException;
import dev.descent.problem.Suggestion;
import io.swagger.v3.oas.annotations.media.Schema;

/** Everything that a request can choose from, and what the service takes on at most. */
@Schema(description = "Everything that a request can choose from, and what the service takes on at most.")
public record Catalog(@Schema(
		description = "All families, in the order in which a training job names them, then the surfaces of optimizer paths.") List<CatalogFamily> families,
		@Schema(description = "The limits in force.") Limits limits) {

	/** The family of a name. */
	public CatalogFamily family(String name) {
		return families.stream()
			.filter((family) -> family.name().equals(name))
			.findFirst()
			.orElseThrow(() -> new NotFoundException("There is no such family; "
					+ Suggestion.among(name, families.stream().map(CatalogFamily::name).toList())));
	}

}
