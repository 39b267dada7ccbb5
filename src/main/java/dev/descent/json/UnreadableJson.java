package dev.descent.json;

import java.time.Duration;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;

import com.fasterxml.jackson.annotation.JsonValue;
import dev.descent.problem.Fault;
import dev.descent.problem.Faults;
import dev.descent.problem.Suggestion;
import dev.descent.reference.Abbreviable;
import dev.descent.reference.Variant;
import tools.jackson.core.JacksonException;
import tools.jackson.core.exc.InputCoercionException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.exc.InvalidFormatException;
import tools.jackson.databind.exc.InvalidTypeIdException;
import tools.jackson.databind.exc.MismatchedInputException;
import tools.jackson.databind.exc.UnrecognizedPropertyException;
import tools.jackson.databind.json.JsonMapper;

/** Says in the user's terms why a piece of JSON could not be read. */
final class UnreadableJson {

	private static final int LONGEST_QUOTE = 40;

	private UnreadableJson() {
	}

	/**
	 * @param node what could not be read
	 */
	static Fault fault(JacksonException exception, JsonNode node, JsonMapper mapper) {
		var at = new Faults();
		for (var step : exception.getPath()) {
			at = (step.getIndex() >= 0) ? at.at(step.getIndex()) : at.at(step.getPropertyName());
		}
		switch (exception) {
			case UnrecognizedPropertyException unknown -> at.add("is not a known field; "
					+ Suggestion.among(unknown.getPropertyName(), names(unknown.getKnownPropertyIds())));
			case InvalidTypeIdException unknown when node.isString() && isAbbreviable(unknown) ->
				at.add(typeDetail(unknown, node));
			case InvalidTypeIdException unknown when !node.isObject() ->
				at.add(isAbbreviable(unknown) ? "must be a name or an object" : "must be an object");
			case InvalidTypeIdException unknown -> at.at("type").add(typeDetail(unknown, node.path("type")));
			case InvalidFormatException invalid when invalid.getTargetType().isEnum() -> at.add("is not known; "
					+ Suggestion.among(String.valueOf(invalid.getValue()), names(invalid.getTargetType(), mapper)));
			case MismatchedInputException mismatch ->
				at.add("must be " + description(mismatch.getTargetType(), mapper));
			case InputCoercionException _ -> at.add("is too large in magnitude");
			default -> at.add("cannot be read as a value of this field");
		}
		return at.all().getFirst();
	}

	private static boolean isAbbreviable(InvalidTypeIdException exception) {
		return exception.getBaseType().getRawClass().isAnnotationPresent(Abbreviable.class);
	}

	private static String typeDetail(InvalidTypeIdException exception, JsonNode type) {
		var known = Variant.of(exception.getBaseType().getRawClass())
			.stream()
			.map(Variant::name)
			.filter(Objects::nonNull)
			.toList();
		if (type.isNull() || type.isMissingNode()) {
			return "is missing; " + Suggestion.among("", known);
		}
		if (!type.isString()) {
			return "must be a string; " + Suggestion.among("", known);
		}
		String given = type.asString();
		return ((given.length() <= LONGEST_QUOTE) ? "'" + given + "' " : "") + "is not known; "
				+ Suggestion.among(given, known);
	}

	private static List<String> names(Collection<Object> values) {
		return values.stream().map(Object::toString).toList();
	}

	private static List<String> names(Class<?> enumeration, JsonMapper mapper) {
		return Arrays.stream(enumeration.getEnumConstants())
			.map((constant) -> mapper.<JsonNode>valueToTree(constant).asString())
			.toList();
	}

	private static String description(Class<?> type, JsonMapper mapper) {
		if (type == Integer.class || type == Long.class) {
			return "a whole number";
		}
		if (type == Double.class) {
			return "a number";
		}
		if (type == Boolean.class) {
			return "true or false";
		}
		if (type == Duration.class) {
			return "an ISO 8601 duration such as PT5M";
		}
		if (type.isEnum()) {
			return "one of " + String.join(", ", names(type, mapper));
		}
		if (Collection.class.isAssignableFrom(type)) {
			return "an array";
		}
		return (isWrapper(type) || !(type.isRecord() || type.isSealed() || Map.class.isAssignableFrom(type)))
				? "a string" : "an object";
	}

	/** Whether a record stands for the one value in it, such as an id. */
	private static boolean isWrapper(Class<?> type) {
		return type.isRecord() && Arrays.stream(type.getRecordComponents())
			.anyMatch((component) -> component.getAccessor().isAnnotationPresent(JsonValue.class));
	}

}
