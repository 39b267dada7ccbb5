package dev.descent.race.web;

import java.util.Locale;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;

import dev.descent.figure.web.GetDrawn;
import dev.descent.insight.surface.Part;
import dev.descent.insight.surface.PlaneKind;
import dev.descent.insight.surface.SurfaceRequest;
import dev.descent.insight.web.LossSurfaceView;
import dev.descent.problem.ConflictException;
import dev.descent.race.Against;
import dev.descent.race.Factors;
import dev.descent.race.Performance;
import dev.descent.race.Population;
import dev.descent.race.RaceCurves;
import dev.descent.race.RaceId;
import dev.descent.race.RaceRecord;
import dev.descent.race.RaceSurfaces;
import dev.descent.race.Races;
import dev.descent.race.Sensitivity;
import dev.descent.race.StabilityMap;
import dev.descent.web.MayAnswer;
import dev.descent.web.Problem;
import dev.descent.web.UnchangedOnceEnded;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.propertyeditors.StringArrayPropertyEditor;
import org.springframework.web.bind.WebDataBinder;
import org.springframework.web.bind.annotation.InitBinder;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** What the runs of a race that have ended show. */
@RestController
@RequestMapping(RaceLinks.RACES + "/{id}")
@Tag(name = "Races")
class RaceResultController {

	private static final int USUAL_CURVES = 8;

	private static final int MOST_CURVES = 20;

	private static final int MOST_PATHS = 8;

	private final Races races;

	private final RaceSurfaces surfaces;

	RaceResultController(Races races, RaceSurfaces surfaces) {
		this.races = races;
		this.surfaces = surfaces;
	}

	/** Names of variants may have commas, at which a list of names would be split. */
	@InitBinder
	@SuppressWarnings("NullAway") // null stands for no separator
	void keepCommas(WebDataBinder binder) {
		binder.registerCustomEditor(String[].class, new StringArrayPropertyEditor(null));
	}

	@UnchangedOnceEnded
	@GetDrawn("/curves")
	@Operation(operationId = "getRaceCurves", summary = "The median loss of each variant", description = """
			The median and the quartiles over the runs that count, at the same places for all variants. Between two \
			recorded epochs a run has the loss of the earlier one, and after its end its last one; a run that \
			diverged is infinite from there on.""")
	@MayAnswer(Problem.CONFLICT)
	RaceCurvesView curves(@Parameter(description = "The race.", example = "example") @PathVariable RaceId id,
			@Parameter(
					description = "What the losses are seen against: epochs; gradients over the whole training data; or seconds of training, spread evenly over the gradients of a run.",
					schema = @Schema(type = "string", allowableValues = { "epochs", "gradient_evaluations", "seconds" },
							defaultValue = "epochs"),
					example = "gradient_evaluations") @RequestParam(defaultValue = "epochs") Against against,
			@Parameter(
					description = "Over which samples the loss is taken; those that the race is judged by if absent.",
					schema = @Schema(type = "string", allowableValues = { "training", "validation" }),
					example = "training") @RequestParam(required = false) @Nullable Part part,
			@Parameter(
					description = "How many places at most, 2 to 2000. Against epochs, those of the longest run, thinned if there are more; else evenly spaced.",
					example = "50") @RequestParam(defaultValue = "1001") @Min(2) @Max(2000) int points,
			@Parameter(
					description = "The name of a variant; may be repeated, up to 20 times. The 8 with the lowest median score if absent.") @RequestParam(
							required = false) @Size(max = MOST_CURVES) String @Nullable [] variant) {
		var record = record(id);
		var named = Choice.variants(record, variant);
		var shown = named.isEmpty() ? Performance.bestFirst(record).stream().limit(USUAL_CURVES).toList() : named;
		var curves = RaceCurves.of(record, against, Objects.requireNonNullElse(part, record.specification().part()),
				points, shown);
		if (curves.places().length == 0 && shown.stream().anyMatch((v) -> !record.counted(v).isEmpty())) {
			throw new ConflictException(
					"The runs have no " + curves.part().name().toLowerCase(Locale.ROOT) + " samples.");
		}
		return RaceCurvesView.of(record, curves);
	}

	@UnchangedOnceEnded
	@GetDrawn("/runs")
	@Operation(operationId = "getRaceRuns", summary = "Every run of a race", description = """
			All runs that have ended, those of the tuning too, with what came out of them; as CSV the whole race in \
			one table. As a figure, parallel coordinates: a line for each variant over the axes and its median score, \
			the best tenth in another colour.""")
	RaceRunsView runs(@Parameter(description = "The race.", example = "example") @PathVariable RaceId id) {
		return RaceRunsView.of(record(id));
	}

	@UnchangedOnceEnded
	@GetDrawn("/sensitivity")
	@Operation(operationId = "getRaceSensitivity", summary = "The score against the value on one axis",
			description = """
					A line for each combination of what else differs, with the best value and how forgiving it is: the values \
					around the best one, without a gap, whose medians are within a factor of its.""")
	SensitivityView sensitivity(@Parameter(description = "The race.", example = "example") @PathVariable RaceId id,
			@Parameter(description = "The axis; the first that has numbers if absent.",
					example = "optimizer.learningRate") @RequestParam(required = false) @Nullable String axis,
			@Parameter(description = "Up to this factor above the best median score, a value is as good, 1 to 1000.",
					example = "1.5") @RequestParam(
							defaultValue = "1.1") @DecimalMin("1") @DecimalMax("1000") double within) {
		var record = record(id);
		var factors = Factors.of(record.plan());
		return SensitivityView.of(record, Sensitivity.of(record, factors, Choice.numericAxis(factors, axis), within));
	}

	@UnchangedOnceEnded
	@GetDrawn("/stability")
	@Operation(operationId = "getRaceStability", summary = "Scores and divergence over two axes", description = """
			A map of the median scores over the values of two axes, or of one axis and the variants that were given, \
			with the border beyond which more than half of the runs diverge. It needs a grid: other designs are \
			refused (409).""")
	@MayAnswer(Problem.CONFLICT)
	StabilityView stability(@Parameter(description = "The race.", example = "example") @PathVariable RaceId id,
			@Parameter(description = "What lies from left to right: an axis, or `variant`. The first axis if absent.",
					example = "optimizer.learningRate") @RequestParam(required = false) @Nullable String x,
			@Parameter(
					description = "What lies from below to above. The second axis, or `variant` if there is none, if absent.",
					example = "variant") @RequestParam(required = false) @Nullable String y) {
		var record = record(id);
		var factors = Factors.of(record.plan());
		if (!factors.grid()) {
			throw new ConflictException(
					"A stability map needs a grid, and the points of this race are scattered; look at its sensitivity.");
		}
		var sides = Choice.sides(factors, x, y);
		return StabilityView.of(record, StabilityMap.of(record, factors, sides.x(), sides.y()));
	}

	@UnchangedOnceEnded
	@GetDrawn("/population")
	@Operation(operationId = "getRacePopulation", summary = "The runs of one variant as a crowd", description = """
			How many of the seeds reach the target, at what cost, and where the others end, with runs to look at: the \
			fastest and the slowest, the one in the middle, one that is stuck and one that diverged.""")
	PopulationView population(@Parameter(description = "The race.", example = "example") @PathVariable RaceId id,
			@Parameter(description = "The name of the variant; the first if absent.") @RequestParam(
					required = false) @Size(max = 1) String @Nullable [] variant) {
		var record = record(id);
		int chosen = Choice.variants(record, variant).stream().findFirst().orElse(0);
		return PopulationView.of(record.variants().get(chosen).name(), Population.of(record, chosen));
	}

	@GetDrawn("/loss-surface")
	@Operation(operationId = "getRaceLossSurface", summary = "The ways of several variants on one loss surface",
			description = """
					The paths of runs with the same seed over the plane of their first two principal components, around \
					the end of the first one. Worked out in turn with the jobs that are trained, and only as long as \
					the jobs are kept (404).""")
	@MayAnswer({ Problem.CONFLICT, Problem.TOO_BUSY })
	CompletableFuture<LossSurfaceView> lossSurface(
			@Parameter(description = "The race.", example = "example") @PathVariable RaceId id,
			@Parameter(description = "The seed; the first if absent.",
					example = "43") @RequestParam(required = false) @Nullable Long seed,
			@Parameter(
					description = "The name of a variant; may be repeated, up to 8 times. The two with the lowest median score whose networks, data and loss are alike if absent.") @RequestParam(
							required = false) @Size(max = MOST_PATHS) String @Nullable [] variant,
			@Parameter(description = "Points along each axis, 2 to 201.",
					example = "21") @RequestParam(defaultValue = "41") @Min(2) @Max(201) int resolution) {
		var record = record(id);
		return surfaces
			.surface(record, Choice.seed(record, seed), Choice.variants(record, variant),
					new SurfaceRequest(PlaneKind.PCA, record.specification().part(), resolution, 0, null, null, null))
			.thenApply(LossSurfaceView::of);
	}

	private RaceRecord record(RaceId id) {
		return RaceRecord.of(races.get(id));
	}

}
