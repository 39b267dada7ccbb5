package dev.descent.web;

import java.lang.reflect.Method;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;

import dev.descent.problem.Fault;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;
import org.springframework.util.ReflectionUtils;
import tools.jackson.core.JsonPointer;

/**
 * A list that is longer than its annotation allows. These are looked for first, because
 * the validator would look at each element, and take very long if all are wrong.
 */
record Overlong(JsonPointer at, Size allowed) {

	/** Found once, for reflection copies and parses whenever it is asked. */
	private static final ClassValue<List<Component>> COMPONENTS = new ClassValue<>() {

		@Override
		protected List<Component> computeValue(Class<?> type) {
			return Arrays.stream(type.getRecordComponents()).map(Component::of).toList();
		}

	};

	private record Component(String name, Method accessor, @Nullable Size size) {

		static Component of(RecordComponent component) {
			var accessor = component.getAccessor();
			ReflectionUtils.makeAccessible(accessor);
			return new Component(component.getName(), accessor, accessor.getAnnotation(Size.class));
		}

	}

	static List<Overlong> in(Object body) {
		var found = new ArrayList<Overlong>();
		look(body, JsonPointer.empty(), found);
		return found;
	}

	private static void look(@Nullable Object value, JsonPointer at, List<Overlong> found) {
		if (value instanceof Record object) {
			lookInto(object, at, found);
		}
		else if (value instanceof List<?> list && !list.isEmpty()) {
			for (int i = 0; i < list.size() && list.get(i) instanceof Record element; i++) {
				look(element, at.appendIndex(i), found);
			}
		}
	}

	private static void lookInto(Record object, JsonPointer at, List<Overlong> found) {
		for (var component : COMPONENTS.get(object.getClass())) {
			Object value = ReflectionUtils.invokeMethod(component.accessor(), object);
			var size = component.size();
			var below = at.appendProperty(component.name());
			if (size != null && sizeOf(value) > size.max()) {
				found.add(new Overlong(below, size));
			}
			else {
				look(value, below, found);
			}
		}
	}

	private static int sizeOf(@Nullable Object value) {
		return switch (value) {
			case Collection<?> collection -> collection.size();
			case Map<?, ?> map -> map.size();
			case null, default -> 0;
		};
	}

	Fault fault() {
		return new Fault(at.toString(), "size must be between " + allowed.min() + " and " + allowed.max());
	}

}
