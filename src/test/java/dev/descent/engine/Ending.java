package dev.descent.engine;

import java.util.ArrayList;
import java.util.List;

import dev.descent.dataset.DatasetShape;
import dev.descent.dataset.Task;
import dev.descent.engine.loss.Loss;
import dev.descent.problem.Faults;
import dev.descent.support.Variants;
import dev.descent.training.specification.OutputLayer;
import dev.descent.training.specification.activation.ActivationSpecification;
import dev.descent.training.specification.loss.LossSpecification;

/** How a network may end: the output layer and the loss it goes with. */
public record Ending(OutputLayer output) {

	/** All that a job may have. */
	public static List<Ending> all() {
		var endings = new ArrayList<Ending>();
		for (var task : Task.values()) {
			for (var activation : Variants.of(ActivationSpecification.class)) {
				for (var loss : Variants.of(LossSpecification.class)) {
					var faults = new Faults();
					var output = OutputLayer.decide(shape(task), activation, loss, faults);
					if (faults.all().isEmpty()) {
						endings.add(new Ending(output));
					}
				}
			}
		}
		return endings;
	}

	private static DatasetShape shape(Task task) {
		return switch (task) {
			case BINARY_CLASSIFICATION -> DatasetShape.ofClasses(7, 3, 2);
			case MULTICLASS_CLASSIFICATION -> DatasetShape.ofClasses(7, 3, 3);
			case REGRESSION -> new DatasetShape(7, List.of("a", "b", "c"), task, List.of(), true);
		};
	}

	public Loss loss() {
		return output.loss().loss();
	}

	@Override
	public String toString() {
		return Variants.name(output.loss()) + " on " + output.activation().name() + " for " + output.task();
	}

}
