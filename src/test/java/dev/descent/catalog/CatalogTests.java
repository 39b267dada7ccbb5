package dev.descent.catalog;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BiConsumer;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import dev.descent.path.specification.SurfaceSpecification;
import dev.descent.reference.Family;
import dev.descent.reference.Variant;
import dev.descent.support.Api;
import dev.descent.support.HttpTest;
import dev.descent.support.SpecificationFields;
import dev.descent.training.specification.TrainingJobSpecification;
import jakarta.validation.Validator;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

import static org.assertj.core.api.Assertions.assertThat;

/** What the catalogue says is what the service accepts, and nothing is missing. */
@HttpTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class CatalogTests {

	@Autowired
	private Catalog catalog;

	@Autowired
	private JsonMapper mapper;

	@Autowired
	private Validator validator;

	@Autowired
	private Api api;

	/** Every place of everything that the catalogue describes. */
	private static List<SpecificationFields.Place> places() {
		return Stream.of(TrainingJobSpecification.class, SurfaceSpecification.class)
			.flatMap((type) -> SpecificationFields.of(type).stream())
			.toList();
	}

	Stream<CatalogEntry> entries() {
		return catalog.families().stream().flatMap((family) -> family.entries().stream());
	}

	/** Fields of requests as told by other means than the catalogue's own. */
	@Test
	void everyFieldOfEveryVariantIsThereAndNothingElse() {
		var accepted = new TreeSet<String>();
		for (var place : places()) {
			var record = place.annotated();
			if (record != null) {
				var owner = new Variant(record.getDeclaringRecord());
				accepted.add(Family.of(owner.type()).name() + "/" + owner.name() + "/" + record.getName());
			}
		}
		var listed = entries()
			.flatMap((entry) -> entry.parameters()
				.stream()
				.map((parameter) -> entry.family() + "/" + entry.type() + "/" + parameter.name()))
			.toList();
		assertThat(listed).doesNotHaveDuplicates().containsAll(accepted);
		assertThat(accepted).hasSizeGreaterThan(200).containsAll(listed);
	}

	@Test
	void everyVariantThatAFieldAcceptsIsAnEntry() {
		catalog.families().forEach((family) -> family.fields().forEach((field) -> {
			var values = parameter(field).values();
			var known = family.entries().stream().map(CatalogEntry::type).filter(Objects::nonNull).toList();
			if (field.contains("optimizer.") || field.contains("schedule.")) {
				assertThat(known).containsAll(Objects.requireNonNull(values.allowed()));
			}
			else if (values.allowed() != null) {
				assertThat(values.allowed()).isEqualTo(known);
			}
			assertThat((values.elements() != null) ? values.elements().family() : values.family())
				.isEqualTo(family.name());
		}));
	}

	/** The parameter at the end of a path such as {@code network.hiddenLayers[]}. */
	private CatalogParameter parameter(String path) {
		var families = List.of(catalog.family("training_job"));
		CatalogParameter last = null;
		for (String name : List.of(path.replace("[]", "").split("\\."))) {
			last = families.stream()
				.flatMap((family) -> family.entries().stream())
				.flatMap((entry) -> entry.parameters().stream())
				.filter((parameter) -> parameter.name().equals(name))
				.findFirst()
				.orElseThrow();
			var values = (last.values().elements() != null) ? last.values().elements() : last.values();
			families = (values.family() != null) ? List.of(catalog.family(values.family())) : List.of();
		}
		return Objects.requireNonNull(last);
	}

	@Test
	void theOrderIsThatOfTheJobAndOfTheFamilies() {
		assertThat(catalog.families()).extracting(CatalogFamily::name)
			.startsWith("training_job", "dataset")
			.containsSubsequence("loss", "regularization", "optimizer", "schedule", "gradient_clipping", "training");
		assertThat(catalog.family("optimizer").entries()).extracting(CatalogEntry::type).startsWith("sgd");
	}

	@ParameterizedTest
	@MethodSource("entries")
	void defaultsCanBeWrittenOut(CatalogEntry entry) {
		assertThat(violated(entry, defaults(entry, CatalogParameter::defaultValue))).isSubsetOf(required(entry));
		assertThat(filled(entry, defaults(entry, CatalogParameter::defaultValue)))
			.isEqualTo(filled(entry, start(entry)));
		for (var preset : entry.presets()) {
			String name = mapper.<JsonNode>valueToTree(preset).asString();
			var written = defaults(entry, (parameter) -> parameter.presetDefaults().get(name));
			assertThat(violated(entry, written)).isSubsetOf(required(entry));
			assertThat(filled(entry, written.put("preset", name)))
				.isEqualTo(filled(entry, start(entry).put("preset", name)));
		}
	}

	@ParameterizedTest
	@MethodSource("entries")
	void everyNumberButASeedHasBounds(CatalogEntry entry) {
		assertThat(entry.parameters())
			.filteredOn((parameter) -> Set.of(Kind.NUMBER, Kind.INTEGER).contains(parameter.values().kind()))
			.filteredOn((parameter) -> !parameter.name().equals("seed"))
			.allSatisfy((parameter) -> {
				assertThat(parameter.values().minimum()).isNotNull();
				assertThat(parameter.values().maximum()).isNotNull();
			});
	}

	@ParameterizedTest
	@MethodSource("entries")
	void boundsAreAcceptedAndWhatIsJustBeyondThemIsNot(CatalogEntry entry) {
		for (var parameter : entry.parameters()) {
			forEachEdge(parameter.values(), (value, accepted) -> {
				var object = start(entry);
				object.set(parameter.name(), mapper.valueToTree(value));
				assertThat(!violated(entry, object).contains(parameter.name())).as("%s of %s", object, entry.type())
					.isEqualTo(accepted);
			});
		}
	}

	@ParameterizedTest
	@MethodSource("entries")
	void closedSetsAreAcceptedAndNothingElse(CatalogEntry entry) {
		for (var parameter : entry.parameters()) {
			var allowed = parameter.values().allowed();
			if (parameter.values().kind() == Kind.STRING && allowed != null) {
				allowed.forEach(
						(value) -> assertThat(takes(entry, parameter, value)).as("%s of %s", value, entry).isTrue());
				assertThat(takes(entry, parameter, allowed.getFirst() + "_1")).isFalse();
			}
			if (parameter.name().equals("preset")) {
				assertThat(Stream.of("pytorch", "keras", "paper").filter((preset) -> takes(entry, parameter, preset)))
					.isEqualTo(allowed);
			}
		}
	}

	private boolean takes(CatalogEntry entry, CatalogParameter parameter, String value) {
		return faults(entry, start(entry).put(parameter.name(), value)).stream()
			.noneMatch((pointer) -> pointer.endsWith("/" + parameter.name()));
	}

	@Test
	void presetsHaveTheirOwnDefaults() {
		var rate = catalog.family("optimizer").entry("sgd").parameters().getFirst();
		assertThat(rate.name()).isEqualTo("learningRate");
		assertThat(rate.defaultValue()).isEqualTo(0.5);
		assertThat(rate.presetDefaults()).containsExactly(Map.entry("pytorch", 0.001), Map.entry("keras", 0.01));
		assertThat(rate.values().minimum()).isEqualTo(new Bound(0L, false));
		assertThat(rate.values().maximum()).isEqualTo(new Bound(1000L, true));
	}

	/** Values at the bounds and beyond them, and whether they are accepted. */
	private static void forEachEdge(ParameterValues values, BiConsumer<Object, Boolean> check) {
		edge(values, values.minimum(), -1, check);
		edge(values, values.maximum(), 1, check);
		if (values.minimumSize() != null) {
			check.accept(sized(values, values.minimumSize()), true);
			check.accept(sized(values, values.minimumSize() - 1), false);
		}
		if (values.maximumSize() != null) {
			check.accept(sized(values, values.maximumSize()), true);
			check.accept(sized(values, values.maximumSize() + 1), false);
		}
	}

	private static void edge(ParameterValues values, @Nullable Bound bound, int outwards,
			BiConsumer<Object, Boolean> check) {
		if (bound != null) {
			check.accept(bound.value(), bound.inclusive());
			check.accept(next(values.kind(), bound, bound.inclusive() ? outwards : -outwards), !bound.inclusive());
		}
	}

	/** The nearest other value. */
	private static Object next(Kind kind, Bound bound, int direction) {
		if (kind == Kind.STRING) {
			return Duration.parse((String) bound.value()).plusNanos(direction).toString();
		}
		var number = (Number) bound.value();
		if (kind == Kind.INTEGER) {
			return number.longValue() + direction;
		}
		return (direction > 0) ? Math.nextUp(number.doubleValue()) : Math.nextDown(number.doubleValue());
	}

	private static Object sized(ParameterValues values, int size) {
		if (values.kind() == Kind.STRING) {
			return "x".repeat(size);
		}
		if (values.kind() == Kind.ARRAY) {
			var elements = Objects.requireNonNull(values.elements());
			Object element = switch (elements.kind()) {
				case STRING -> (elements.allowed() != null) ? elements.allowed().getFirst() : "x1";
				case OBJECT -> Map.of();
				default -> 1;
			};
			return Stream.generate(() -> element).limit(size).toList();
		}
		var object = new HashMap<String, String>();
		for (int i = 0; i < size; i++) {
			object.put("key" + i, "value");
		}
		return object;
	}

	private ObjectNode start(CatalogEntry entry) {
		var object = mapper.createObjectNode();
		return (entry.type() != null) ? object.put("type", entry.type()) : object;
	}

	private ObjectNode defaults(CatalogEntry entry, Function<CatalogParameter, @Nullable Object> value) {
		var object = start(entry);
		entry.parameters()
			.forEach((parameter) -> object.set(parameter.name(), mapper.valueToTree(value.apply(parameter))));
		return object;
	}

	private static List<String> required(CatalogEntry entry) {
		return entry.parameters().stream().filter(CatalogParameter::required).map(CatalogParameter::name).toList();
	}

	private static Variant variant(CatalogEntry entry) {
		return Stream
			.concat(Stream.of(TrainingJobSpecification.class, SurfaceSpecification.class),
					places().stream().map(SpecificationFields.Place::rawType))
			.flatMap((type) -> Variant.of(type).stream())
			.filter((variant) -> Family.of(variant.type()).name().equals(entry.family())
					&& Objects.equals(variant.name(), entry.type()))
			.findFirst()
			.orElseThrow();
	}

	private JsonNode filled(CatalogEntry entry, ObjectNode object) {
		return mapper.valueToTree(mapper.treeToValue(object, variant(entry).type()));
	}

	/** The fields of an object whose values break a rule. */
	private Set<String> violated(CatalogEntry entry, ObjectNode object) {
		Object read = mapper.treeToValue(object, variant(entry).type());
		return validator.validate(read)
			.stream()
			.map((violation) -> violation.getPropertyPath().toString())
			.collect(Collectors.toSet());
	}

	/** What the service says of a job with an entry at the first field of its family. */
	private List<String> faults(CatalogEntry entry, ObjectNode object) {
		var fields = catalog.family(entry.family()).fields();
		JsonNode body = object;
		if (!fields.isEmpty()) {
			var path = List.of(fields.getFirst().split("\\.")).reversed();
			for (String field : path) {
				var around = mapper.createObjectNode();
				around.set(field.replace("[]", ""), field.endsWith("[]") ? mapper.createArrayNode().add(body) : body);
				body = around;
			}
		}
		return api.faults((ObjectNode) body);
	}

}
