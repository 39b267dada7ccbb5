package dev.descent.catalog;

import java.lang.reflect.AnnotatedParameterizedType;
import java.lang.reflect.AnnotatedType;
import java.lang.reflect.AnnotatedWildcardType;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

import dev.descent.reference.Defaults;
import dev.descent.reference.Family;
import dev.descent.reference.Level;
import dev.descent.reference.Parameter;
import dev.descent.reference.Variant;
import dev.descent.training.specification.optimizer.OptimizerSpecification;
import dev.descent.training.specification.optimizer.Preset;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Reads what exists off the records that parse requests. */
final class Cataloguing {

	private final JsonMapper mapper;

	private final Defaults defaults;

	private final Incompatibilities incompatibilities;

	/** Every family found, and the fields where it stands. */
	private final Map<Family, List<String>> fields = new LinkedHashMap<>();

	Cataloguing(JsonMapper mapper) {
		this.mapper = mapper;
		this.defaults = new Defaults(mapper);
		this.incompatibilities = new Incompatibilities(defaults);
	}

	/** All families that these are or are made of; fields are those of the first. */
	List<CatalogFamily> families(Class<?>... types) {
		for (Class<?> type : types) {
			visit(type, "");
		}
		return fields.entrySet().stream().map((found) -> family(found.getKey(), found.getValue())).toList();
	}

	private void visit(Class<?> type, String field) {
		var family = Family.of(type);
		boolean known = fields.containsKey(family);
		var places = fields.computeIfAbsent(family, (_) -> new ArrayList<>());
		if (!field.isEmpty() && !places.contains(field)) {
			places.add(field);
		}
		if (!known) {
			String prefix = field.isEmpty() ? "" : field + ".";
			family.variants()
				.stream()
				.flatMap((variant) -> variant.parameters().stream())
				.forEach((parameter) -> visit(parameter.annotatedType(), prefix + parameter.name()));
		}
	}

	private void visit(AnnotatedType type, String field) {
		switch (type) {
			case AnnotatedParameterizedType generic -> {
				var values = Arrays.asList(generic.getAnnotatedActualTypeArguments()).getLast();
				visit(values, field + "[]");
			}
			case AnnotatedWildcardType wildcard -> visit(wildcard.getAnnotatedUpperBounds()[0], field);
			default -> {
				var raw = (Class<?>) type.getType();
				if (raw.getName().startsWith("dev.descent.") && Kind.of(raw) == Kind.OBJECT) {
					visit(raw, field);
				}
			}
		}
	}

	private CatalogFamily family(Family family, List<String> places) {
		return new CatalogFamily(family.name(), family.description(), List.copyOf(places), family.isAbbreviable(),
				family.variants().stream().map((variant) -> entry(family, variant, places)).toList());
	}

	private CatalogEntry entry(Family family, Variant variant, List<String> places) {
		var nothing = defaults.nothing(variant);
		Object instance = defaults.read(variant, nothing);
		var presets = presets(instance);
		var presetDefaults = new LinkedHashMap<String, JsonNode>();
		for (var preset : presets) {
			String name = jsonName(preset);
			presetDefaults.put(name, defaults.filled(variant, nothing.deepCopy().put("preset", name)));
		}
		var filled = defaults.filled(variant, nothing);
		var parameters = variant.parameters()
			.stream()
			.map((parameter) -> parameter(parameter, filled, presetDefaults))
			.toList();
		var reference = variant.reference();
		return new CatalogEntry(family.name(), variant.name(), (reference != null) ? reference.level() : Level.BASIC,
				variant.description(), (reference != null) ? reference.formula() : null,
				(reference != null) ? reference.latex() : null, (reference != null) ? reference.source() : null,
				List.copyOf(presets), parameters, incompatibilities.of(places, variant, instance));
	}

	private CatalogParameter parameter(Parameter parameter, JsonNode filled, Map<String, JsonNode> presetDefaults) {
		var values = ParameterValues.of(parameter.annotatedType(), mapper);
		if (parameter.type() == Preset.class) {
			return new CatalogParameter(parameter.name(), parameter.description(),
					values.only(List.copyOf(presetDefaults.keySet())), parameter.isRequired(), parameter.isNullable(),
					null, Map.of());
		}
		var underPresets = new LinkedHashMap<String, Object>();
		presetDefaults.forEach((preset, known) -> {
			if (known.hasNonNull(parameter.name())) {
				underPresets.put(preset, plain(known.get(parameter.name())));
			}
		});
		var own = filled.path(parameter.name());
		return new CatalogParameter(parameter.name(), parameter.description(), values, parameter.isRequired(),
				parameter.isNullable(), (own.isNull() || own.isMissingNode()) ? null : plain(own),
				Collections.unmodifiableMap(underPresets));
	}

	private Object plain(JsonNode value) {
		return mapper.treeToValue(value, Object.class);
	}

	private String jsonName(Enum<?> constant) {
		return mapper.<JsonNode>valueToTree(constant).asString();
	}

	private static Set<Preset> presets(Object instance) {
		return (instance instanceof OptimizerSpecification optimizer) ? new TreeSet<>(optimizer.presets()) : Set.of();
	}

}
