package dev.descent.web;

import java.util.ArrayList;
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
		for (var component : object.getClass().getRecordComponents()) {
			var accessor = component.getAccessor();
			ReflectionUtils.makeAccessible(accessor);
			Object value = ReflectionUtils.invokeMethod(accessor, object);
			var size = accessor.getAnnotation(Size.class);
			var below = at.appendProperty(component.getName());
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
