package dev.descent.training;

import java.util.List;

import dev.descent.dataset.DatasetShape;
import dev.descent.engine.network.Architecture;
import dev.descent.problem.Faults;
import dev.descent.training.specification.Amendment;
import dev.descent.training.specification.TrainingJobSpecification;
import dev.descent.training.specification.WeightEdit;

/** Adds amendments to courses, or refuses them with all the reasons. */
final class Amendments {

	private final SpecificationPatch patch;

	private final WorkLimits workLimits;

	Amendments(SpecificationPatch patch, WorkLimits workLimits) {
		this.patch = patch;
		this.workLimits = workLimits;
	}

	/**
	 * The course of a specification with all that is amended in it.
	 * @param resolved for the shape
	 * @param faults seen from the specification
	 */
	Course course(TrainingJobSpecification resolved, DatasetShape shape, Faults faults) {
		var course = Course.of(resolved);
		var list = resolved.amendments();
		for (int i = 0; i < list.size(); i++) {
			var at = faults.at("amendments").at(i);
			at.at("step")
				.require(list.get(i).step() >= course.lastStep(), "must not be before the amendment before it");
			course = amended(course, list.get(i), shape, at.at("change"), at.at("weights"));
			faults.throwIfAny();
		}
		return course;
	}

	/**
	 * A course with what a client changes now.
	 * @param place where the run stands
	 * @param weights that are set by hand
	 */
	Course amended(Course course, Place place, JobChange change, List<WeightEdit> weights, DatasetShape shape) {
		var faults = new Faults();
		var description = patch.describe(course.inForce().description(), change.description(), faults);
		var opening = new Amendment(place.step(), place.evaluationDue(), change.course(), weights);
		var amended = opening.isEmpty() ? course : amended(course, opening, place.epochsBegun(), shape, faults);
		faults.throwIfAny();
		return amended.described(description);
	}

	/** What the course has amended later on already holds as well. */
	private Course amended(Course course, Amendment opening, int epochsBegun, DatasetShape shape, Faults faults) {
		int phase = course.phaseAfter(opening.step());
		var amended = amended(course.upTo(phase), opening, shape, faults, faults.at("weights"));
		faults.at("training")
			.at("epochs")
			.require(amended.inForce().training().epochs() >= epochsBegun,
					"must be at least " + epochsBegun + ", the epochs that have begun");
		for (int later = phase + 1; later < course.length() && faults.none(); later++) {
			var amendment = course.phase(later).opening();
			var ofLater = new Faults();
			amended = amended(amended, amendment, shape, ofLater, ofLater.at("weights"));
			ofLater.all()
				.forEach((fault) -> faults.add("does not go with what is amended after %d updates: %s %s"
					.formatted(amendment.step(), fault.pointer(), fault.detail())));
		}
		return amended;
	}

	private Course amended(Course course, Amendment amendment, DatasetShape shape, Faults change, Faults weights) {
		var before = course.inForce();
		var inForce = inForce(before, amendment, shape, change);
		var architecture = WorkLimits.architecture(before, shape);
		checkWeights(amendment, architecture, weights);
		return course.amended(amendment, inForce);
	}

	private TrainingJobSpecification inForce(TrainingJobSpecification before, Amendment amendment, DatasetShape shape,
			Faults faults) {
		if (amendment.change().isEmpty()) {
			return before;
		}
		var changed = patch.apply(before, amendment.change(), faults);
		if (faults.none()) {
			changed.check(faults);
		}
		if (!faults.none()) {
			return before;
		}
		var resolved = changed.resolve(shape, faults);
		if (faults.none()) {
			faults.at("network")
				.at("hiddenLayers")
				.require(units(resolved, shape).equals(units(before, shape)),
						"must keep as many units in each layer as " + WorkLimits.architecture(before, shape)
								+ " has: the parameters would not fit");
		}
		if (faults.none()) {
			workLimits.check(resolved, shape, faults);
		}
		return resolved;
	}

	private static List<Integer> units(TrainingJobSpecification job, DatasetShape shape) {
		return WorkLimits.architecture(job, shape).layers().stream().map((layer) -> layer.units()).toList();
	}

	private static void checkWeights(Amendment amendment, Architecture architecture, Faults faults) {
		for (int i = 0; i < amendment.weights().size(); i++) {
			amendment.weights().get(i).check(architecture, faults.at(i));
		}
	}

}
