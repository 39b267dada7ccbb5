package dev.descent.training.web;

import java.util.ArrayList;
import java.util.List;

import dev.descent.dataset.preparation.Split;
import dev.descent.engine.training.StopReason;
import dev.descent.training.TrainingEstimate;
import dev.descent.training.TrainingJob;
import dev.descent.training.specification.TrainingJobSpecification;

/** What a user should know before trusting a result. */
final class Warnings {

	private Warnings() {
	}

	static List<String> of(TrainingJob job) {
		boolean started = job.checkpoints().latest() != null;
		var warnings = told(job.specification(), started && job.experiment().split().validation().length == 0);
		if (job.stopReason() == StopReason.DIVERGED) {
			warnings.add("The numbers became infinite; the result is the last finite state that was recorded. "
					+ "A smaller learning rate usually helps.");
		}
		if (job.stopReason() == StopReason.TIME_LIMIT) {
			warnings.add("The time limit ended the run, so its length depends on the speed of the machine.");
		}
		if (job.failure() != null) {
			warnings.add(job.failure());
		}
		return warnings;
	}

	/** Those that can be given before the training. */
	static List<String> of(TrainingEstimate estimate) {
		var job = estimate.specification();
		var warnings = told(job, Split.counts(estimate.shape(), job.split())[1] == 0);
		var limit = job.training().timeLimit();
		if (estimate.time().compareTo(limit) > 0) {
			warnings.add("The time limit of %s will probably end the training before its last epoch.".formatted(limit));
		}
		return warnings;
	}

	private static List<String> told(TrainingJobSpecification job, boolean lacksValidation) {
		var warnings = new ArrayList<String>();
		var network = job.network();
		if (network.initialParameters() == null && network.initializer().unitsAlike()
				&& !network.hiddenLayers().isEmpty()) {
			warnings.add("All weights of a layer start alike, so all units of a hidden layer stay alike for ever "
					+ "(symmetric units); an initializer that draws at random avoids it.");
		}
		if (job.split().validationFraction() > 0 && lacksValidation) {
			warnings.add("There are too few samples for a validation part.");
		}
		return warnings;
	}

}
