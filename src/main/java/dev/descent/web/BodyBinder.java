package dev.descent.web;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;

import dev.descent.problem.Fault;
import dev.descent.problem.Faults;
import dev.descent.problem.RefusedException;
import dev.descent.problem.SelfChecking;
import jakarta.validation.ConstraintViolation;
import jakarta.validation.ElementKind;
import jakarta.validation.Validator;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JacksonException.Reference;
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
final class BodyBinder {

	/** After so many unreadable pieces the rest is not looked at. */
	private static final int MOST_UNREADABLE = 25;

	private final JsonMapper mapper;

	private final Validator validator;

	BodyBinder(JsonMapper mapper, Validator validator) {
		this.mapper = mapper;
		this.validator = validator;
	}

	/**
	 * @param json changed if it has faults
	 * @throws RefusedException with all the faults
	 */
	Object bind(JsonNode json, JavaType type) {
		var faults = new Faults();
		Object body = read(json, type, faults);
		var unreadable = faults.all();
		Predicate<Fault> isNew = (fault) -> unreadable.stream().noneMatch((old) -> isAtOrBelow(fault, old));
		violations(body).stream().filter(isNew).forEach(faults::add);
		if (body instanceof SelfChecking checking) {
			checking.check(faults);
		}
		faults.throwIfAny();
		return body;
	}

	private Object read(JsonNode json, JavaType type, Faults faults) {
		for (int i = 0; i < MOST_UNREADABLE; i++) {
			try {
				return mapper.treeToValue(json, type);
			}
			catch (JacksonException ex) {
				faults.add(UnreadableJson.fault(ex, mapper));
				if (!takeOut(json, ex.getPath())) {
					break;
				}
			}
		}
		throw new RefusedException(faults.all());
	}

	/** Removes what a path leads to, or says that nothing is left to remove. */
	private static boolean takeOut(JsonNode json, List<Reference> path) {
		if (path.isEmpty()) {
			return false;
		}
		JsonNode parent = json;
		for (var step : path.subList(0, path.size() - 1)) {
			parent = (step.getIndex() >= 0) ? parent.path(step.getIndex()) : parent.path(step.getPropertyName());
		}
		var last = path.getLast();
		if (parent instanceof ObjectNode object) {
			return object.remove(last.getPropertyName()) != null;
		}
		if (parent instanceof ArrayNode array && !array.path(last.getIndex()).isNull()) {
			array.setNull(last.getIndex());
			return true;
		}
		return takeOut(json, path.subList(0, path.size() - 1));
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
