package dev.descent.support;

import java.lang.annotation.Annotation;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.lang.reflect.WildcardType;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

import com.fasterxml.jackson.annotation.JsonTypeName;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.NotNull;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.JsonNodeFactory;

/**
 * Every field that a request body may have, at any depth and for every {@code type}, read
 * from the records that define it, so that tests also cover fields that come later.
 */
public final class SpecificationFields {

	private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

	private SpecificationFields() {
	}

	/**
	 * A place in a request body.
	 *
	 * @param element whether it is an element of a list
	 * @param annotated what carries its annotations; null for an element of a list
	 * @param around gives the smallest body that has a value at this place
	 */
	public record Place(String pointer, Type type, boolean element, @Nullable RecordComponent annotated,
			UnaryOperator<JsonNode> around, @Nullable String variant) {

		/** The smallest body with this value here. */
		public String with(JsonNode value) {
			return around.apply(value).toString();
		}

		public Class<?> rawType() {
			return raw(type);
		}

		public <A extends Annotation> @Nullable A annotation(Class<A> annotation) {
			return (annotated != null) ? annotated.getAccessor().getAnnotation(annotation) : null;
		}

		@Override
		public String toString() {
			return pointer + ((variant != null) ? " of " + variant : "");
		}

	}

	/** All places below a body of this type. */
	public static List<Place> of(Class<?> body) {
		var places = new ArrayList<Place>();
		collect(new Place("", body, false, null, (value) -> value, null), places);
		return places;
	}

	private static void collect(Place at, List<Place> places) {
		Class<?> type = at.rawType();
		if (type.isSealed()) {
			// a family inside a variant of another is read the same way for every member
			variants(type).limit((at.variant() != null) ? 1 : Long.MAX_VALUE)
				.forEach((variant) -> collectFields(at, variant, places));
		}
		else if (type.isRecord() && !isWrapper(type)) {
			collectFields(at, type, places);
		}
		else if (List.class.isAssignableFrom(type) && at.type() instanceof ParameterizedType list) {
			var element = new Place(at.pointer() + "/0", list.getActualTypeArguments()[0], true, null,
					(value) -> at.around().apply(JSON.arrayNode().add(value)), at.variant());
			if (element.rawType() != Object.class) {
				places.add(element);
				collect(element, places);
			}
		}
	}

	private static void collectFields(Place at, Class<?> type, List<Place> places) {
		var name = type.getAnnotation(JsonTypeName.class);
		for (var component : type.getRecordComponents()) {
			UnaryOperator<JsonNode> around = (value) -> {
				var object = JSON.objectNode();
				if (name != null) {
					object.put("type", name.value());
				}
				examples(type).forEach(object::set);
				return at.around().apply(object.set(component.getName(), value));
			};
			var field = new Place(at.pointer() + "/" + component.getName(), component.getGenericType(), false,
					component, around, (name != null) ? name.value() : at.variant());
			places.add(field);
			collect(field, places);
		}
	}

	/** Texts and numbers that an object cannot do without. */
	private static Map<String, JsonNode> examples(Class<?> type) {
		var examples = new HashMap<String, JsonNode>();
		for (var component : type.getRecordComponents()) {
			var accessor = component.getAccessor();
			if (accessor.isAnnotationPresent(NotNull.class)) {
				if (component.getType() == String.class) {
					examples.put(component.getName(), JSON.stringNode(accessor.getAnnotation(Schema.class).example()));
				}
				else if (Number.class.isAssignableFrom(component.getType())) {
					examples.put(component.getName(),
							JsonMapper.shared().readTree(accessor.getAnnotation(Schema.class).example()));
				}
			}
		}
		return examples;
	}

	private static Stream<Class<?>> variants(Class<?> type) {
		return type.isSealed() ? Arrays.stream(type.getPermittedSubclasses()).flatMap(SpecificationFields::variants)
				: Stream.of(type);
	}

	/** Whether a record stands for the string in it. */
	public static boolean isWrapper(Class<?> type) {
		return type.isRecord() && type.getRecordComponents().length == 1
				&& type.getRecordComponents()[0].getName().equals("value");
	}

	private static Class<?> raw(Type type) {
		return switch (type) {
			case Class<?> raw -> raw;
			case ParameterizedType parameterized -> raw(parameterized.getRawType());
			case WildcardType wildcard -> raw(wildcard.getUpperBounds()[0]);
			default -> throw new IllegalArgumentException(type.toString());
		};
	}

}
