package dev.descent.insight.curvature.web;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

import dev.descent.training.Experiment;
import dev.descent.training.specification.HiddenLayerSpecification;
import dev.descent.training.specification.activation.ActivationSpecification;

/** What to know about second derivatives of an experiment. */
final class CurvatureNotes {

	private CurvatureNotes() {
	}

	static List<String> of(Experiment experiment, int samples) {
		var notes = new ArrayList<String>();
		var hidden = experiment.specification()
			.network()
			.hiddenLayers()
			.stream()
			.map(HiddenLayerSpecification::activation);
		var cornered = Stream.concat(hidden, Stream.of(experiment.output().activation()))
			.filter((each) -> each.activation().hasCorners())
			.map(ActivationSpecification::name)
			.distinct()
			.toList();
		if (!cornered.isEmpty()) {
			notes.add("What the corners of " + String.join(" and ", cornered)
					+ " add is left out: the curvature is that of the smooth piece in which the parameters are.");
		}
		if (experiment.specification().regularization().l1() > 0) {
			notes.add("The l1 penalty has a corner at 0 and no curvature elsewhere.");
		}
		int there = experiment.split().training().length;
		if (samples < there) {
			notes.add("Only the first %,d of %,d training samples are taken.".formatted(samples, there));
		}
		return notes;
	}

}
