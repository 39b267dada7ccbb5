package dev.descent.catalog;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;

import dev.descent.support.Api;
import dev.descent.support.HttpTest;
import dev.descent.training.specification.optimizer.Ingredient;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

import static org.assertj.core.api.Assertions.assertThat;

/** What the catalogue says cannot be combined is what the service refuses. */
@HttpTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class IncompatibilityTests {

	/** A job that asks for it, by the field that is refused. */
	private static final Map<String, String> ADDITIONS = Map.of("training.batchSize", "{'training': {'batchSize': 8}}",
			"network.hiddenLayers[].dropout", "{'network': {'hiddenLayers': [{'dropout': 0.1}]}}", "schedule",
			"{'schedule': {'type': 'step'}}", "schedule.cycleMomentum",
			"{'schedule': {'type': 'cyclic', 'cycleMomentum': true}}", "gradientClipping",
			"{'gradientClipping': {'type': 'norm'}}", "gradientNoise", "{'gradientNoise': {}}", "regularization.l1",
			"{'regularization': {'l1': 0.1}}", "regularization.maxNorm", "{'regularization': {'maxNorm': 2}}",
			"averaging", "{'averaging': {'type': 'ema'}}");

	/** A dataset for each word by which incompatibilities name data. */
	private static final Map<String, String> DATA = Map.of("two_classes", "{'type': 'moons'}", "more_classes",
			"{'type': 'blobs'}", "numbers", "{'type': 'sine'}", "counts", """
					{'type': 'inline', 'task': 'regression', 'features': [[0], [1], [2]], 'targets': [0, 1, 1]}""");

	@Autowired
	private Catalog catalog;

	@Autowired
	private JsonMapper mapper;

	@Autowired
	private Api api;

	@ParameterizedTest
	@MethodSource("optimizers")
	void whatAnOptimizerCannotTakeIsRefusedAndNothingElse(CatalogEntry entry) {
		ADDITIONS.forEach((field, addition) -> {
			var body = (ObjectNode) mapper.readTree(addition.replace('\'', '"'));
			body.set("optimizer", start(entry));
			String pointer = "/" + field.replace("[]", "/0").replace('.', '/');
			assertThat(api.faults(body).contains(pointer)).as("%s with %s", entry.type(), field)
				.isEqualTo(isRefused(entry, field, null));
		});
	}

	@Test
	void everyIngredientIsTried() {
		assertThat(Stream.of(Ingredient.values()).map(Ingredient::field))
			.containsExactlyInAnyOrderElementsOf(ADDITIONS.keySet());
	}

	Stream<CatalogEntry> optimizers() {
		return catalog.family("optimizer").entries().stream();
	}

	@ParameterizedTest
	@MethodSource("losses")
	void whatALossDoesNotFitIsRefusedAndNothingElse(CatalogEntry loss) {
		for (var activation : catalog.family("activation").entries()) {
			DATA.forEach((data, dataset) -> {
				var body = (ObjectNode) mapper.readTree(
						"{'dataset': %s, 'network': {'outputActivation': '%s'}}".formatted(dataset, activation.type())
							.replace('\'', '"'));
				body.set("loss", start(loss));
				assertThat(!api.faults(body).isEmpty()).as(body.toString())
					.isEqualTo(isRefused(loss, "dataset", data)
							|| isRefused(loss, "network.outputActivation", activation.type())
							|| isRefused(activation, "dataset", data));
			});
			assertThat(isRefused(activation, "loss", loss.type()))
				.isEqualTo(isRefused(loss, "network.outputActivation", activation.type()));
		}
		for (var optimizer : catalog.family("optimizer").entries()) {
			var body = mapper.createObjectNode();
			body.set("optimizer", start(optimizer));
			body.set("loss", start(loss));
			body.set("dataset", mapper.readTree(fitting(loss).replace('\'', '"')));
			assertThat(api.faults(body).contains("/loss")).as(body.toString())
				.isEqualTo(isRefused(loss, "optimizer", optimizer.type()))
				.isEqualTo(isRefused(optimizer, "loss", loss.type()));
		}
	}

	Stream<CatalogEntry> losses() {
		return catalog.family("loss").entries().stream();
	}

	private static String fitting(CatalogEntry loss) {
		return DATA.entrySet()
			.stream()
			.filter((data) -> !isRefused(loss, "dataset", data.getKey()))
			.map(Map.Entry::getValue)
			.findFirst()
			.orElseThrow();
	}

	@Test
	void activationsForTheOutputAreRefusedElsewhere() {
		for (var activation : catalog.family("activation").entries()) {
			var body = (ObjectNode) mapper
				.readTree("{\"network\": {\"hiddenLayers\": [{\"activation\": \"%s\"}]}}".formatted(activation.type()));
			assertThat(api.faults(body).contains("/network/hiddenLayers/0/activation")).as(activation.type())
				.isEqualTo(isRefused(activation, "network.hiddenLayers[].activation", null));
		}
	}

	private static boolean isRefused(CatalogEntry entry, String field, @Nullable String value) {
		return entry.incompatibilities()
			.stream()
			.filter((refused) -> refused.field().equals(field))
			.anyMatch((refused) -> (value != null) ? Objects.requireNonNull(refused.values()).contains(value)
					: refused.values() == null);
	}

	@Test
	void incompatibilitiesNameTheirFieldAndReason() {
		var refused = catalog.family("optimizer").entry("schedule_free").incompatibilities();
		assertThat(refused).extracting(Incompatibility::field)
			.containsExactly("schedule", "schedule.cycleMomentum", "regularization.maxNorm", "averaging");
		assertThat(refused).extracting(Incompatibility::reason)
			.contains("must be constant: schedule_free averages in place of a schedule");
		assertThat(catalog.family("activation").entry("softmax").incompatibilities())
			.contains(new Incompatibility("network.hiddenLayers[].activation", null,
					"must not be softmax, which is for the output layer only"))
			.contains(new Incompatibility("dataset", List.of("numbers", "counts"),
					"must not be softmax for a regression, whose one output would always be 1"));
		assertThat(catalog.family("loss").entry("focal").incompatibilities()).extracting(Incompatibility::field)
			.containsExactlyInAnyOrder("dataset", "dataset", "network.outputActivation", "optimizer");
	}

	@Test
	void onlyActivationsMayBeAskedForByNameAlone() {
		assertThat(catalog.families().stream().filter(CatalogFamily::abbreviable).map(CatalogFamily::name))
			.containsExactly("activation");
		for (var family : catalog.families()) {
			String type = family.entries().getFirst().type();
			String field = family.fields().isEmpty() ? "" : family.fields().getFirst();
			if (type != null && !field.contains(".")) {
				var body = mapper.createObjectNode().put(field, type);
				assertThat(api.faults(body)).as(field).contains("/" + field);
			}
		}
	}

	private ObjectNode start(CatalogEntry entry) {
		return mapper.createObjectNode().put("type", entry.type());
	}

}
