package dev.descent.catalog.web;

import java.util.List;

import dev.descent.catalog.CatalogFamily;
import dev.descent.limits.Limits;
import io.swagger.v3.oas.annotations.media.Schema;

@Schema(name = "Catalog",
		description = "Everything that a request can choose from, what the service takes on at most, and how much of that is taken.")
record CatalogView(@Schema(
		description = "All families, in the order in which a training job names them, then the surfaces of optimizer paths.") List<CatalogFamily> families,
		@Schema(description = "The limits in force.") Limits limits,
		@Schema(description = "What is taken of them now.") Usage usage) {
}
