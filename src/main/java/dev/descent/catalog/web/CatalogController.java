package dev.descent.catalog.web;

import dev.descent.catalog.Catalog;
import dev.descent.catalog.CatalogEntry;
import dev.descent.catalog.CatalogFamily;
import dev.descent.web.Unchanging;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.json.JsonMapper;

@RestController
@RequestMapping("/api/v1/catalog")
@Tag(name = "Catalog")
class CatalogController {

	private final Catalog catalog;

	private final Unchanging unchanging;

	private final Usage.Gauges gauges;

	private final JsonMapper mapper;

	CatalogController(Catalog catalog, Usage.Gauges gauges, JsonMapper mapper) {
		this.catalog = catalog;
		this.gauges = gauges;
		this.mapper = mapper;
		this.unchanging = Unchanging.of(mapper.writeValueAsBytes(catalog));
	}

	@GetMapping
	@Operation(operationId = "getCatalog", summary = "Everything there is", description = """
			Every optimizer, schedule, loss, dataset and so on, with its fields, their defaults (also under each \
			preset) and bounds, its formula and its source, the limits in force, and what is taken of them now. It is \
			read off what parses requests, so what stands here is what is accepted. Send the `ETag` as `If-None-Match` \
			to be answered 304 as long as nothing has changed.""")
	ResponseEntity<CatalogView> all() {
		var usage = gauges.read();
		return unchanging.and(mapper.writeValueAsBytes(usage))
			.answer(new CatalogView(catalog.families(), catalog.limits(), usage));
	}

	@GetMapping("/{family}")
	@Operation(operationId = "getCatalogFamily", summary = "One family, such as all optimizers")
	ResponseEntity<CatalogFamily> family(
			@Parameter(description = "The family.", example = "optimizer") @PathVariable String family) {
		return unchanging.answer(catalog.family(family));
	}

	@GetMapping("/{family}/{type}")
	@Operation(operationId = "getCatalogEntry", summary = "One entry, such as adam")
	ResponseEntity<CatalogEntry> entry(
			@Parameter(description = "The family.", example = "optimizer") @PathVariable String family,
			@Parameter(description = "The type.", example = "adam") @PathVariable String type) {
		return unchanging.answer(catalog.family(family).entry(type));
	}

}
