package dev.descent.path.web;

import java.util.concurrent.CompletableFuture;

import dev.descent.figure.CsvTable;
import dev.descent.figure.web.Drawn;
import dev.descent.figure.web.FigureTypes;
import dev.descent.path.PathFinder;
import dev.descent.path.specification.OptimizerPathsSpecification;
import dev.descent.web.MayAnswer;
import dev.descent.web.Problem;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/v1/optimizer-paths")
@Tag(name = "Optimizer paths")
class OptimizerPathsController {

	private final PathFinder finder;

	OptimizerPathsController(PathFinder finder) {
		this.finder = finder;
	}

	@PostMapping(consumes = MediaType.APPLICATION_JSON_VALUE,
			produces = { MediaType.APPLICATION_JSON_VALUE, CsvTable.MEDIA_TYPE, FigureTypes.PLOTLY,
					MediaType.IMAGE_PNG_VALUE, FigureTypes.SVG, MediaType.TEXT_PLAIN_VALUE })
	@Drawn
	@Operation(operationId = "descendSurface", summary = "See where optimizers go", description = """
			Lets optimizers, with the settings that a training job would give them, go down a function of two \
			variables, each from every start, and tells their paths and the heights of the surface on a grid. As CSV, \
			the paths alone. `{}` compares four of them in Rosenbrock's valley.""")
	@MayAnswer(Problem.TOO_BUSY)
	CompletableFuture<OptimizerPathsView> descend(@RequestBody OptimizerPathsSpecification specification) {
		return finder.find(specification).thenApply(OptimizerPathsView::of);
	}

}
