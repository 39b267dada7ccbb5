package dev.descent.dataset.web;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;

import dev.descent.dataset.CsvDatasetReader;
import dev.descent.dataset.Dataset;
import dev.descent.dataset.DatasetId;
import dev.descent.dataset.DatasetSummary;
import dev.descent.dataset.TargetKind;
import dev.descent.dataset.specification.DatasetSpecification;
import dev.descent.dataset.specification.Inline;
import dev.descent.dataset.specification.Stored;
import dev.descent.dataset.specification.Synthetic;
import dev.descent.dataset.store.DatasetStore;
import dev.descent.dataset.store.StoredDataset;
import dev.descent.limits.Limits;
import dev.descent.owner.CurrentOwner;
import dev.descent.problem.Fault;
import dev.descent.problem.RefusedException;
import dev.descent.figure.CsvTable;
import dev.descent.figure.web.GetDrawn;
import dev.descent.web.MadeOnce;
import dev.descent.web.MadeOnce.Made;
import dev.descent.web.MayAnswer;
import dev.descent.web.Problem;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.headers.Header;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.json.JsonMapper;

@RestController
@RequestMapping(DatasetController.DATASETS)
@Tag(name = "Datasets")
class DatasetController {

	static final String DATASETS = "/api/v1/datasets";

	/** The seed of a recipe that names none. */
	private static final long DEFAULT_SEED = 42;

	private final DatasetStore datasets;

	private final MadeOnce<DatasetId, StoredDataset> once;

	DatasetController(DatasetStore datasets, Limits limits, JsonMapper mapper, CurrentOwner owners) {
		this.datasets = datasets;
		this.once = new MadeOnce<>(mapper, limits.idempotencyKeys(), StoredDataset::id, datasets::get, owners);
	}

	@PostMapping(consumes = MediaType.APPLICATION_JSON_VALUE)
	@Operation(operationId = "createDataset", summary = "Store a dataset",
			description = "A recipe for synthetic data, the data themselves (`inline`), or `text/csv`.")
	@ApiResponse(responseCode = "201", description = "The dataset is stored.",
			headers = {
					@Header(name = "Location", description = "Where the dataset is.",
							schema = @Schema(type = "string", example = "/api/v1/datasets/example")),
					@Header(name = MadeOnce.REPLAYED, description = MadeOnce.REPLAYED_DESCRIPTION,
							schema = @Schema(type = "string", example = "true")) })
	@MayAnswer(Problem.STORAGE_FULL)
	ResponseEntity<DatasetView> create(@RequestBody DatasetSpecification specification,
			@Parameter(description = MadeOnce.DESCRIPTION) @Pattern(regexp = MadeOnce.PATTERN,
					message = MadeOnce.UNLIKE) @RequestHeader(name = MadeOnce.KEY,
							required = false) @Nullable String key) {
		return created(once.make(key, specification, () -> switch (specification) {
			case Synthetic recipe -> datasets.add(recipe.withSeed(DEFAULT_SEED));
			case Inline inline -> datasets.add(inline.dataset());
			case Stored _ ->
				throw new RefusedException(List.of(new Fault("/type", "must not be stored, as it is already")));
		}));
	}

	@PostMapping(consumes = CsvTable.MEDIA_TYPE)
	@io.swagger.v3.oas.annotations.parameters.RequestBody(required = true,
			content = @Content(mediaType = CsvTable.MEDIA_TYPE,
					schema = @Schema(type = "string", description = "A header line, then a line for each sample.",
							example = "x1,x2,label\n0,0,no\n0,1,yes\n1,0,yes\n1,1,no\n")))
	@ApiResponse(responseCode = "201", description = "The dataset is stored.",
			headers = {
					@Header(name = "Location", description = "Where the dataset is.",
							schema = @Schema(type = "string", example = "/api/v1/datasets/example")),
					@Header(name = MadeOnce.REPLAYED, description = MadeOnce.REPLAYED_DESCRIPTION,
							schema = @Schema(type = "string", example = "true")) })
	@MayAnswer(Problem.STORAGE_FULL)
	ResponseEntity<DatasetView> createFromCsv(@RequestBody byte[] csv,
			@Parameter(description = "For CSV: the column to predict; the last one if absent.",
					example = "label") @RequestParam(required = false) @Nullable String target,
			@Parameter(description = """
					For CSV: what the targets are. If absent, text is classes, and so are integers with at most 20 \
					distinct values.""",
					example = "classification") @RequestParam(required = false) @Nullable TargetKind task,
			@Parameter(description = MadeOnce.DESCRIPTION) @Pattern(regexp = MadeOnce.PATTERN,
					message = MadeOnce.UNLIKE) @RequestHeader(name = MadeOnce.KEY,
							required = false) @Nullable String key) {
		return created(once.make(key, Arrays.asList(csv, target, task), () -> datasets.add(read(csv, target, task))));
	}

	private static Dataset read(byte[] csv, @Nullable String target, @Nullable TargetKind task) {
		try {
			return new CsvDatasetReader(target, task).read(new StringReader(new String(csv, StandardCharsets.UTF_8)));
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private static ResponseEntity<DatasetView> created(Made<StoredDataset> made) {
		var dataset = made.value();
		return made.announce(ResponseEntity.created(URI.create(DATASETS + "/" + dataset.id()))).body(view(dataset));
	}

	@GetMapping
	@Operation(operationId = "listDatasets", summary = "List datasets",
			description = "In the order in which they came.")
	@MayAnswer(Problem.NOT_FOUND)
	DatasetList list(
			@Parameter(description = "How many at most, 1 to 100.",
					example = "20") @RequestParam(defaultValue = "20") @Min(1) @Max(100) int limit,
			@Parameter(description = "Begin after this dataset.") @RequestParam(
					required = false) @Nullable DatasetId after) {
		var page = datasets.list(after, limit + 1);
		var shown = page.subList(0, Math.min(limit, page.size()));
		String next = (page.size() > limit) ? DATASETS + "?limit=" + limit + "&after=" + shown.getLast().id() : null;
		return new DatasetList(shown.stream().map((dataset) -> DatasetView.of(dataset, null)).toList(), next);
	}

	@GetMapping("/{id}")
	@Operation(operationId = "getDataset", summary = "Look at a dataset",
			description = "Its recipe, and figures of every column and class.")
	DatasetView get(@Parameter(description = "The dataset.", example = "example") @PathVariable DatasetId id) {
		return view(datasets.get(id));
	}

	@GetDrawn("/{id}/points")
	@Operation(operationId = "getPoints", summary = "The samples of a dataset", description = "As JSON or CSV.")
	PointsView points(@Parameter(description = "The dataset.", example = "example") @PathVariable DatasetId id) {
		return PointsView.of(datasets.get(id).dataset());
	}

	@DeleteMapping("/{id}")
	@ResponseStatus(HttpStatus.NO_CONTENT)
	@Operation(operationId = "deleteDataset", summary = "Forget a dataset",
			description = "Jobs that use it are not affected. The example stays.")
	void delete(@Parameter(description = "The dataset.", example = "example") @PathVariable DatasetId id) {
		datasets.delete(id);
	}

	private static DatasetView view(StoredDataset dataset) {
		return DatasetView.of(dataset, DatasetSummary.of(dataset.dataset()));
	}

	@Schema(description = "Some of the datasets.")
	record DatasetList(@Schema(description = "The datasets.") List<DatasetView> datasets,
			@Schema(description = "Where the next ones are; null if there are none.",
					example = "/api/v1/datasets?limit=20&after=example") @Nullable String next) {
	}

}
