package dev.descent.training.specification;

import dev.descent.engine.loss.Loss;
import dev.descent.problem.Faults;
import dev.descent.problem.SelfChecking;
import dev.descent.training.specification.optimizer.Ingredient;
import dev.descent.training.specification.schedule.ScheduleSpecification.ConstantSpecification;
import dev.descent.training.specification.schedule.WarmupSpecification;

/** Whether the method of descent can take what the job adds to it. */
record CombinationCheck(TrainingJobSpecification job) implements SelfChecking {

	@Override
	public void check(Faults faults) {
		var optimizer = job.optimizer();
		faults.at("optimizer")
			.at("preset")
			.require(optimizer.preset() == null || optimizer.presets().contains(optimizer.preset()),
					"does not know this method; known are " + optimizer.presets());
		refuse(Ingredient.MINI_BATCHES, job.training().batchSize() != null, faults.at("training").at("batchSize"));
		refuse(Ingredient.SCHEDULE, !(job.schedule() instanceof ConstantSpecification), faults.at("schedule"));
		refuse(Ingredient.MOMENTUM_CYCLING, job.schedule().movesMomentum(), cycleMomentum(faults));
		refuse(Ingredient.GRADIENT_CLIPPING, job.gradientClipping() != null, faults.at("gradientClipping"));
		refuse(Ingredient.GRADIENT_NOISE, job.gradientNoise() != null, faults.at("gradientNoise"));
		refuse(Ingredient.AVERAGING, job.averaging() != null, faults.at("averaging"));
		refuse(Ingredient.MAX_NORM, job.regularization().maxNorm() != null, faults.at("regularization").at("maxNorm"));
		var layers = job.network().hiddenLayers();
		for (int l = 0; l < layers.size() && faults.noneAt("network"); l++) {
			refuse(Ingredient.DROPOUT, layers.get(l).dropout() > 0,
					faults.at("network").at("hiddenLayers").at(l).at("dropout"));
		}
		refuse(Ingredient.L1_PENALTY, job.regularization().l1() > 0, faults.at("regularization").at("l1"));
	}

	/** Whether the method of descent can minimise the loss that was decided on. */
	void checkLoss(Loss loss, Faults faults) {
		String reason = job.optimizer().refused(loss);
		faults.require(reason == null, String.valueOf(reason));
	}

	private Faults cycleMomentum(Faults faults) {
		var at = faults.at("schedule");
		return ((job.schedule() instanceof WarmupSpecification) ? at.at("schedule") : at).at("cycleMomentum");
	}

	private void refuse(Ingredient ingredient, boolean used, Faults faults) {
		String reason = job.optimizer().refused().get(ingredient);
		faults.require(!used || reason == null, String.valueOf(reason));
	}

}
