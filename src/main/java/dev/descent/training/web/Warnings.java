package dev.descent.training.web;

import java.util.ArrayList;
import java.util.List;

import dev.descent.engine.training.StopReason;
import dev.descent.training.TrainingJob;

/** What a user should know before trusting a result. */
final class Warnings {

	private Warnings() {
	}

	static List<String> of(TrainingJob job) {
		var warnings = new ArrayList<String>();
		var network = job.specification().network();
		if (network.initialParameters() == null && network.initializer().unitsAlike()
				&& !network.hiddenLayers().isEmpty()) {
			warnings.add("All weights of a layer start alike, so all units of a hidden layer stay alike for ever "
					+ "(symmetric units); an initializer that draws at random avoids it.");
		}
		if (job.specification().split().validationFraction() > 0 && lacksValidation(job)) {
			warnings.add("There are too few samples for a validation part.");
		}
		if (job.stopReason() == StopReason.DIVERGED) {
			warnings.add("The numbers became infinite; the result is the last finite state that was recorded. "
					+ "A smaller learning rate usually helps.");
		}
		if (job.stopReason() == StopReason.TIME_LIMIT) {
			warnings.add("The time limit ended the run, so its length depends on the speed of the machine.");
		}
		if (job.stopReason() == StopReason.ERROR) {
			warnings.add("The service failed while it trained this job; the cause has been logged.");
		}
		return warnings;
	}

	private static boolean lacksValidation(TrainingJob job) {
		return job.checkpoints().latest() != null && job.experiment().split().validation().length == 0;
	}

}
