package dev.descent.training.specification;

import java.util.List;
import java.util.stream.IntStream;

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
		optimizer.checkPreset(faults.at("optimizer"));
		for (var ingredient : Ingredient.values()) {
			String reason = optimizer.refused().get(ingredient);
			if (reason != null) {
				asking(ingredient, faults).forEach((field) -> at(field, faults).add(reason));
			}
		}
	}

	/** Whether the method of descent can minimise the loss that was decided on. */
	void checkLoss(Loss loss, Faults faults) {
		String reason = job.optimizer().refused(loss);
		faults.require(reason == null, String.valueOf(reason));
	}

	/** The fields that ask for an ingredient. */
	private List<String> asking(Ingredient ingredient, Faults faults) {
		String field = ingredient.field();
		return switch (ingredient) {
			case MINI_BATCHES -> only(field, job.training().batchSize() != null);
			case DROPOUT -> faults.noneAt("network") ? layersWithDropout(field) : List.of();
			case SCHEDULE -> only(field, !(job.schedule() instanceof ConstantSpecification));
			case MOMENTUM_CYCLING -> only(
					(job.schedule() instanceof WarmupSpecification) ? Ingredient.SCHEDULE.field() + "." + field : field,
					job.schedule().movesMomentum());
			case GRADIENT_CLIPPING -> only(field, job.gradientClipping() != null);
			case GRADIENT_NOISE -> only(field, job.gradientNoise() != null);
			case L1_PENALTY -> only(field, job.regularization().l1() > 0);
			case MAX_NORM -> only(field, job.regularization().maxNorm() != null);
			case AVERAGING -> only(field, job.averaging() != null);
		};
	}

	private static List<String> only(String field, boolean asks) {
		return asks ? List.of(field) : List.of();
	}

	private List<String> layersWithDropout(String field) {
		var layers = job.network().hiddenLayers();
		return IntStream.range(0, layers.size())
			.filter((l) -> layers.get(l).dropout() > 0)
			.mapToObj((l) -> field.replace("[]", "." + l))
			.toList();
	}

	private static Faults at(String field, Faults faults) {
		var at = faults;
		for (String name : field.split("\\.", -1)) {
			at = at.at(name);
		}
		return at;
	}

}
