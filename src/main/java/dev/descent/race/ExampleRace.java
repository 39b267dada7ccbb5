package dev.descent.race;

import java.util.List;
import java.util.Map;

import dev.descent.race.specification.AxisSpecification;
import dev.descent.race.specification.RaceSpecification;
import dev.descent.race.specification.VariantSpecification;

/**
 * What the examples of the API show: gradient descent and Adam at three rates each, six
 * seeds.
 */
final class ExampleRace {

	static final RaceSpecification SPECIFICATION = specification();

	private ExampleRace() {
	}

	@SuppressWarnings("NullAway") // null stands for what is absent, as in a request
	private static RaceSpecification specification() {
		var variants = List.of(new VariantSpecification("sgd", Map.of("optimizer", Map.of("type", "sgd"))),
				new VariantSpecification("adam", Map.of("optimizer", Map.of("type", "adam"))));
		var rates = new AxisSpecification("optimizer.learningRate", List.of(0.01, 0.1, 1.0), null, null, null, null,
				null);
		return new RaceSpecification("gradient descent and adam", Map.of(), null, null, variants, List.of(rates), null,
				6, null, null, null, null, null, null, null);
	}

}
