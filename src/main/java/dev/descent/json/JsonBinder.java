package dev.descent.json;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Predicate;

import dev.descent.problem.Fault;
import dev.descent.problem.Faults;
import dev.descent.problem.RefusedException;
import dev.descent.problem.SelfChecking;
import jakarta.validation.ConstraintViolation;
import jakarta.validation.ElementKind;
import jakarta.validation.Validator;
import org.springframework.stereotype.Component;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JacksonException.Reference;
import tools.jackson.core.JsonPointer;
import tools.jackson.databind.JavaType;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Turns JSON into a valid object or reports every fault at once. As long as something
 * cannot be read, the fault is noted, the offending piece is taken out and the rest is
 * read again; then come the annotations and the object's own rules.
 */
@Component
public final class JsonBinder {

	/** After so many unreadable pieces the rest is not looked at. */
	private static final int MOST_UNREADABLE = 25;

	private final JsonMapper mapper;

	private final Validator validator;

	public JsonBinder(JsonMapper mapper, Validator validator) {
		this.mapper = mapper;
		this.validator = validator;
	}

	/**
	 * A valid object of a type.
	 * @param json changed if it has faults
	 * @throws RefusedException with all the faults
	 */
	public Object bind(JsonNode json, JavaType type) {
		var faults = new Faults();
		faults.require(json.isObject(), "must be an object");
		faults.throwIfAny();
		Object body = read(json, type, faults);
		var unreadable = faults.all();
		Predicate<Fault> isReadable = (fault) -> unreadable.stream().noneMatch((old) -> isAtOrBelow(fault, old));
		violations(body).stream().filter(isReadable).forEach(faults::add);
		if (body instanceof SelfChecking checking) {
			var known = faults.all();
			checking.check(faults);
			faults.retain((fault) -> known.contains(fault) || (isReadable.test(fault)
					&& known.stream().noneMatch((old) -> Objects.equals(old.pointer(), fault.pointer()))));
		}
		faults.throwIfAny();
		return body;
	}

	private Object read(JsonNode json, JavaType type, Faults faults) {
		for (int i = 0; i < MOST_UNREADABLE; i++) {
			try {
				Object body = mapper.treeToValue(json, type);
				var overlong = Overlong.in(body);
				if (overlong.isEmpty()) {
					return body;
				}
				overlong.forEach((list) -> {
					faults.add(list.fault());
					takeOut(json, list.at());
				});
			}
			catch (JacksonException ex) {
				var at = pointer(ex.getPath());
				faults.add(UnreadableJson.fault(ex, json.at(at), mapper));
				if (!takeOut(json, at)) {
					break;
				}
			}
		}
		throw new RefusedException(faults.all());
	}

	private static JsonPointer pointer(List<Reference> path) {
		var pointer = JsonPointer.empty();
		for (var step : path) {
			pointer = (step.getIndex() >= 0) ? pointer.appendIndex(step.getIndex())
					: pointer.appendProperty(step.getPropertyName());
		}
		return pointer;
	}

	/** Removes what a pointer leads to, or says that nothing is left to remove. */
	private static boolean takeOut(JsonNode json, JsonPointer at) {
		if (at.matches()) {
			return false;
		}
		var parent = json.at(at.head());
		var last = at.last();
		if (parent instanceof ObjectNode object && object.remove(last.getMatchingProperty()) != null) {
			return true;
		}
		if (parent instanceof ArrayNode array && !array.path(last.getMatchingIndex()).isNull()) {
			array.setNull(last.getMatchingIndex());
			return true;
		}
		return takeOut(json, at.head());
	}

	private List<Fault> violations(Object body) {
		var faults = new ArrayList<Fault>();
		Set<ConstraintViolation<Object>> violations = validator.validate(body);
		for (var violation : violations) {
			var at = new Faults();
			for (var node : violation.getPropertyPath()) {
				if (node.getIndex() != null) {
					at = at.at(node.getIndex());
				}
				else if (node.getKey() != null) {
					at = at.at(node.getKey().toString());
				}
				if (node.getKind() == ElementKind.PROPERTY) {
					at = at.at(node.getName());
				}
			}
			at.add(violation.getMessage());
			faults.addAll(at.all());
		}
		faults.sort(Comparator.comparing(Fault::toString));
		return faults;
	}

	private static boolean isAtOrBelow(Fault fault, Fault other) {
		return (fault.pointer() + "/").startsWith(other.pointer() + "/");
	}

}
