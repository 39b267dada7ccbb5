package dev.descent.race.specification;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

import dev.descent.insight.surface.Part;
import dev.descent.problem.Faults;
import dev.descent.problem.SelfChecking;
import dev.descent.race.specification.DesignSpecification.GridSpecification;
import dev.descent.training.specification.JobDescription;
import dev.descent.training.specification.SeedRole;
import dev.descent.training.specification.TrainingJobSpecification;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.Valid;
import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/** Everything a race can be told. What is left out has a default. */
@Schema(description = """
		Several jobs compared on equal terms: a base, variants of it, and a number of seeds; every variant is trained with \
		every seed. With `axes` it is a sweep; without variants and axes, the base alone with many seeds. Every field has \
		a default, so {} is a valid race. The same race always gives the same numbers, bit for bit, save those of time.""")
public record RaceSpecification(
		@Size(max = 200) @Schema(description = "A name for people.",
				example = "optimizers on moons") @Nullable String name,
		@Size(max = 32) @Schema(description = "Your own keys and values, to find the race again.",
				example = "{\"course\": \"ml-101\"}") Map<@Size(min = 1,
						max = 63) String, @NotNull @Size(max = 200) String> labels,
		@Size(max = 10_000) @Schema(description = "What is worth knowing about it, for people.",
				example = "Which one is the fastest?") @Nullable String notes,
		@Valid @Schema(description = "The job that all have in common.") TrainingJobSpecification base,
		@Size(max = 200) @Schema(description = "Those that are compared; the base alone if absent or empty.",
				example = "[{\"name\": \"adam\", \"patch\": {\"optimizer\": {\"type\": \"adam\"}}}]") List<@NotNull @Valid VariantSpecification> variants,
		@Size(max = 6) @Schema(description = "Fields that are swept, for each of the variants.",
				example = "[{\"field\": \"optimizer.learningRate\", \"values\": [0.01, 0.1, 1]}]") List<@NotNull @Valid AxisSpecification> axes,
		@Valid @Schema(description = "Which points of the axes are run; a grid if absent.") DesignSpecification design,
		@Min(1) @Max(2000) @Schema(description = "With how many seeds each variant is trained.",
				example = "10") Integer seeds,
		@Schema(description = "The first of the seeds, from which the others count up; that of the base if absent.",
				example = "42") @Nullable Long firstSeed,
		@NotEmpty @Size(max = 4) @Schema(
				description = """
						What the seeds decide; the rest stays as it is in the base. Absent: split, initializer and training, so \
						that all runs have the same data.""",
				example = "[\"split\", \"initializer\", \"training\"]") List<@NotNull SeedRole> vary,
		@Schema(description = "By which number of each run the variants are judged.",
				example = "final_loss") Criterion criterion,
		@Schema(description = "Over which samples the loss is taken that they are judged by.",
				example = "training") Part part,
		@DecimalMin("0") @DecimalMax("1e100") @Schema(
				description = """
						The loss that is to be reached. Absent or null: the best common one, to which every variant comes in half of its \
						runs at least.""",
				example = "0.1") @Nullable Double target,
		@Valid @Schema(
				description = "An equal search for the learning rate before the race. Absent or null: every variant has the rate that it says.") @Nullable TuningSpecification tuning,
		@DecimalMin("0.0001") @DecimalMax("0.2") @Schema(
				description = """
						The share of false alarms that is put up with: of races between equals, those in which any two are called \
						different.""",
				example = "0.05") Double significance)
		implements
			SelfChecking {

	public RaceSpecification {
		labels = Objects.requireNonNullElse(labels, Map.of());
		base = Objects.requireNonNullElse(base, TrainingJobSpecification.DEFAULT);
		variants = Objects.requireNonNullElse(variants, List.of());
		axes = Objects.requireNonNullElse(axes, List.of());
		design = Objects.requireNonNullElse(design, new GridSpecification());
		seeds = Objects.requireNonNullElse(seeds, 10);
		vary = Objects.requireNonNullElse(vary, List.of(SeedRole.SPLIT, SeedRole.INITIALIZER, SeedRole.TRAINING));
		criterion = Objects.requireNonNullElse(criterion, Criterion.FINAL_LOSS);
		part = Objects.requireNonNullElse(part, Part.TRAINING);
		significance = Objects.requireNonNullElse(significance, 0.05);
	}

	@Override
	public void check(Faults faults) {
		base.check(faults.at("base"));
		faults.at("base")
			.at("breakpoints")
			.require(base.breakpoints().isEmpty(), "must be empty: a race stands still nowhere");
		faults.at("base")
			.at("amendments")
			.require(base.amendments().isEmpty(), "must be empty: a race has one course only");
		for (int i = 0; i < axes.size(); i++) {
			if (isGiven(axes.get(i))) {
				axes.get(i).check(faults.at("axes").at(i));
			}
		}
		if (tuning != null) {
			tuning.check(faults.at("tuning"));
		}
		checkNames(faults.at("variants"));
		checkFields(faults.at("axes"));
		if (base.split().validationFraction() == 0 && part == Part.VALIDATION) {
			faults.at("part").add("cannot be validation: the base keeps no samples for it");
		}
	}

	private void checkNames(Faults faults) {
		var first = new HashMap<String, Integer>();
		for (int i = 0; i < variants.size(); i++) {
			String name = isGiven(variants.get(i)) ? variants.get(i).name() : null;
			if (name != null) {
				Integer other = first.putIfAbsent(name, i);
				faults.at(i).at("name").require(other == null, "must be unlike that of variant " + other);
			}
		}
	}

	private void checkFields(Faults faults) {
		var first = new HashMap<String, Integer>();
		for (int i = 0; i < axes.size(); i++) {
			String field = isGiven(axes.get(i)) ? axes.get(i).field() : null;
			if (field != null) {
				Integer other = first.putIfAbsent(field, i);
				faults.at(i).at("field").require(other == null, "must be unlike that of axis " + other);
			}
		}
	}

	/** An element of a list is checked even if it is null. */
	private static boolean isGiven(@Nullable Object element) {
		return element != null;
	}

	/** The seed with this number, from 0. */
	public long seed(int index) {
		return Objects.requireNonNullElse(firstSeed, base.seed()) + index;
	}

	/** What it is called. */
	public JobDescription description() {
		return new JobDescription(name, labels, notes);
	}

}
