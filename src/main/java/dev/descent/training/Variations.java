package dev.descent.training;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

import dev.descent.problem.Faults;
import dev.descent.training.specification.SeedRole;
import dev.descent.training.specification.TrainingJobSpecification;
import org.jspecify.annotations.Nullable;

/**
 * What is asked for in a job, in other words: the same data, seeds and length, with some
 * fields changed, as a job of its own from the start.
 */
public final class Variations {

	/** A variation is not what its owner named, and stands still nowhere. */
	private static final Map<String, @Nullable Object> BARE = bare();

	private final SpecificationPatch patch;

	private final WorkLimits workLimits;

	Variations(SpecificationPatch patch, WorkLimits workLimits) {
		this.patch = patch;
		this.workLimits = workLimits;
	}

	private static Map<String, @Nullable Object> bare() {
		var bare = new LinkedHashMap<String, @Nullable Object>();
		for (String field : SpecificationPatch.DESCRIPTIVE) {
			bare.put(field, null);
		}
		bare.put("breakpoints", null);
		return bare;
	}

	/**
	 * What is in force in a job with a change, resolved for its data. It has no labels
	 * and no notes.
	 * @param change a merge patch
	 * @throws dev.descent.problem.RefusedException if it would be refused
	 */
	public TrainingJobSpecification of(TrainingJob job, TrainingJobSpecification inForce,
			Map<String, @Nullable Object> change) {
		var faults = new Faults();
		var all = new LinkedHashMap<String, @Nullable Object>(BARE);
		all.putAll(change);
		var varied = patch.vary(inForce, all, faults);
		faults.throwIfAny();
		varied.check(faults);
		faults.throwIfAny();
		var resolved = varied.resolve(job.shape(), faults);
		faults.throwIfAny();
		workLimits.check(resolved, job.shape(), faults);
		faults.throwIfAny();
		return resolved;
	}

	/**
	 * A specification with some fields changed as a client wants, not resolved.
	 * @param change a merge patch
	 * @param faults seen from where the patch stands; the result counts only if there is
	 * nothing
	 */
	public TrainingJobSpecification of(TrainingJobSpecification wanted, Map<String, @Nullable Object> change,
			Faults faults) {
		var varied = patch.variant(wanted, change, faults);
		if (faults.none()) {
			varied.check(faults);
		}
		return varied;
	}

	/**
	 * A resolved specification whose named seeds are to be derived from its seed.
	 * @param roles of the seeds
	 */
	public TrainingJobSpecification unseeded(TrainingJobSpecification resolved, Set<SeedRole> roles) {
		var change = new LinkedHashMap<String, @Nullable Object>();
		roles.forEach((role) -> change.put(role.field(), role.withoutSeed()));
		return patch.vary(resolved, change, new Faults());
	}

	/**
	 * The merge patch that makes a variation of a job's document, whatever its owner
	 * calls it now.
	 */
	public Map<String, @Nullable Object> patch(TrainingJobSpecification document, TrainingJobSpecification varied) {
		var change = new LinkedHashMap<String, @Nullable Object>();
		change.put("labels", null);
		change.put("notes", null);
		change.putAll(patch.between(document.described(varied.description()), varied));
		change.put("name", varied.name());
		return change;
	}

}
