package dev.descent.json;

import java.lang.reflect.Method;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;

import dev.descent.problem.Fault;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.BeanUtils;
import org.springframework.util.ReflectionUtils;
import tools.jackson.core.JsonPointer;

/**
 * A list that is longer than its annotation allows. These are looked for first, because
 * the validator would look at each element, and take very long if all are wrong.
 */
record Overlong(JsonPointer at, Size allowed) {

	/**
	 * Those that can be or hold a list. Found once, for reflection copies and parses
	 * whenever it is asked.
	 */
	private static final ClassValue<List<Component>> COMPONENTS = new ClassValue<>() {

		@Override
		protected List<Component> computeValue(Class<?> type) {
			return Arrays.stream(type.getRecordComponents())
				.filter((component) -> !BeanUtils.isSimpleValueType(component.getType()))
				.map(Component::of)
				.toList();
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
		return switch (body) {
			case Record object -> inComponents(object);
			case List<?> list -> inElements(list);
			default -> List.of();
		};
	}

	private static List<Overlong> inComponents(Record object) {
		List<Overlong> all = List.of();
		for (var component : COMPONENTS.get(object.getClass())) {
			Object value = ReflectionUtils.invokeMethod(component.accessor(), object);
			if (value == null) {
				continue;
			}
			var size = component.size();
			var found = (size != null && sizeOf(value) > size.max()) ? List.of(new Overlong(JsonPointer.empty(), size))
					: in(value);
			all = joined(all, found, (pointer) -> pointer.appendProperty(component.name()));
		}
		return all;
	}

	private static List<Overlong> inElements(List<?> list) {
		List<Overlong> all = List.of();
		for (int i = 0; i < list.size() && list.get(i) instanceof Record element; i++) {
			int index = i;
			all = joined(all, inComponents(element), (pointer) -> pointer.appendIndex(index));
		}
		return all;
	}

	/** What was found so far and below; pointers are made only if something was found. */
	private static List<Overlong> joined(List<Overlong> all, List<Overlong> below, UnaryOperator<JsonPointer> step) {
		if (below.isEmpty()) {
			return all;
		}
		var joined = new ArrayList<>(all);
		for (var one : below) {
			joined.add(new Overlong(step.apply(JsonPointer.empty()).append(one.at()), one.allowed()));
		}
		return joined;
	}

	private static int sizeOf(Object value) {
		return switch (value) {
			case Collection<?> collection -> collection.size();
			case Map<?, ?> map -> map.size();
			default -> 0;
		};
	}

	Fault fault() {
		return new Fault(at.toString(), "size must be between " + allowed.min() + " and " + allowed.max());
	}

}
