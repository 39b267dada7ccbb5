package dev.descent.catalog;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;

import dev.descent.dataset.DatasetShape;
import dev.descent.dataset.Task;
import dev.descent.problem.Fault;
import dev.descent.problem.Faults;
import dev.descent.reference.Defaults;
import dev.descent.reference.Variant;
import dev.descent.training.specification.HiddenLayerSpecification;
import dev.descent.training.specification.OutputLayer;
import dev.descent.training.specification.activation.ActivationSpecification;
import dev.descent.training.specification.loss.LossSpecification;
import dev.descent.training.specification.optimizer.OptimizerSpecification;

/** Asks the rules that refuse requests about every combination. */
final class Incompatibilities {

	/** One shape for each kind of data that a rule tells from others. */
	private static final List<Member<DatasetShape>> DATA = List.of(
			new Member<>("two_classes", DatasetShape.ofClasses(1, 1, 2)),
			new Member<>("more_classes", DatasetShape.ofClasses(1, 1, 3)),
			new Member<>("numbers", DatasetShape.ofValues(1, 1)),
			new Member<>("counts", new DatasetShape(1, List.of("x"), Task.REGRESSION, List.of(), true)));

	private final Defaults defaults;

	private final Refusals refusals = new Refusals();

	Incompatibilities(Defaults defaults) {
		this.defaults = defaults;
		var activations = members(ActivationSpecification.class);
		var losses = members(LossSpecification.class);
		for (var activation : activations) {
			tellHidden(activation);
			losses.forEach((loss) -> tellOutput(activation, loss));
		}
		members(OptimizerSpecification.class).forEach((optimizer) -> losses.forEach((loss) -> tell(optimizer, loss)));
	}

	/** What an entry at one of these fields cannot be combined with. */
	List<Incompatibility> of(List<String> fields, Variant variant, Object instance) {
		var ingredients = (instance instanceof OptimizerSpecification optimizer) ? ingredients(optimizer)
				: Stream.<Incompatibility>empty();
		return Stream.concat(ingredients, refusals.of(fields, String.valueOf(variant.name()))).toList();
	}

	private static Stream<Incompatibility> ingredients(OptimizerSpecification optimizer) {
		return optimizer.refused()
			.entrySet()
			.stream()
			.sorted(Map.Entry.comparingByKey())
			.map((refusal) -> new Incompatibility(refusal.getKey().field(), null, refusal.getValue()));
	}

	private void tellHidden(Member<ActivationSpecification> activation) {
		var faults = new Faults();
		HiddenLayerSpecification.DEFAULT.with(activation.instance()).check(faults);
		refusals.tell(Map.of("network.hiddenLayers[].activation", activation.name()), details(faults));
	}

	private void tellOutput(Member<ActivationSpecification> activation, Member<LossSpecification> loss) {
		DATA.forEach((data) -> {
			var faults = new Faults();
			OutputLayer.decide(data.instance(), activation.instance(), loss.instance(), faults);
			refusals.tell(
					Map.of("dataset", data.name(), "network.outputActivation", activation.name(), "loss", loss.name()),
					details(faults));
		});
	}

	private void tell(Member<OptimizerSpecification> optimizer, Member<LossSpecification> loss) {
		String reason = optimizer.instance().refused(loss.instance().loss());
		refusals.tell(Map.of("optimizer", optimizer.name(), "loss", loss.name()),
				(reason != null) ? List.of(reason) : List.of());
	}

	private static List<String> details(Faults faults) {
		return faults.all().stream().map(Fault::detail).toList();
	}

	private <T> List<Member<T>> members(Class<T> family) {
		return Variant.of(family)
			.stream()
			.map((variant) -> new Member<>(Objects.requireNonNull(variant.name()),
					family.cast(defaults.read(variant, defaults.nothing(variant)))))
			.toList();
	}

	private record Member<T>(String name, T instance) {
	}

}
