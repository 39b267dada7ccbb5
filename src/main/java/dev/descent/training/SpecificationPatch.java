package dev.descent.training;

import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import dev.descent.json.JsonBinder;
import dev.descent.json.MergePatch;
import dev.descent.problem.Faults;
import dev.descent.problem.RefusedException;
import dev.descent.problem.Suggestion;
import dev.descent.training.specification.JobDescription;
import dev.descent.training.specification.TrainingJobSpecification;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.BeanUtils;
import org.springframework.util.ReflectionUtils;
import tools.jackson.databind.JavaType;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Changes some fields of a specification as a JSON Merge Patch says. Only the fields that
 * are named are read again, so a change costs nothing for the data that a job brought.
 */
final class SpecificationPatch {

	private static final List<RecordComponent> FIELDS = List.of(TrainingJobSpecification.class.getRecordComponents());

	/** What may change at any time. */
	static final Set<String> DESCRIPTIVE = Arrays.stream(JobDescription.class.getRecordComponents())
		.map(RecordComponent::getName)
		.collect(Collectors.toUnmodifiableSet());

	/** What a run can be told on its way, by the names of the fields. */
	static final Set<String> AMENDABLE = Set.of("network", "loss", "regularization", "optimizer", "schedule",
			"gradientClipping", "gradientNoise", "averaging", "training", "recording", "breakpoints");

	/** In what the runs of a race may differ. */
	private static final Set<String> VARIABLE = Set.of("dataset", "features", "scaling", "split", "network", "loss",
			"regularization", "optimizer", "schedule", "gradientClipping", "gradientNoise", "averaging", "training",
			"recording");

	private final JsonMapper mapper;

	private final JsonBinder binder;

	SpecificationPatch(JsonMapper mapper, JsonBinder binder) {
		this.mapper = mapper;
		this.binder = binder;
	}

	/**
	 * The changed specification of a run that has begun, which must be checked and
	 * resolved anew.
	 * @param change a merge patch
	 * @param faults seen from where the patch stands; the result counts only if there is
	 * nothing
	 */
	TrainingJobSpecification apply(TrainingJobSpecification specification, Map<String, @Nullable Object> change,
			Faults faults) {
		refuse(change.keySet(), AMENDABLE,
				"cannot be changed once a run has begun: its parameters or its data depend on it", faults);
		var allowed = new LinkedHashMap<String, @Nullable Object>(change);
		allowed.keySet().retainAll(AMENDABLE);
		return vary(specification, allowed, faults);
	}

	/**
	 * The specification of a job of its own that differs in what a client changes.
	 * @param change a merge patch
	 * @param faults seen from where the patch stands
	 */
	TrainingJobSpecification variant(TrainingJobSpecification specification, Map<String, @Nullable Object> change,
			Faults faults) {
		refuse(change.keySet(), VARIABLE, "cannot differ between the runs that are compared", faults);
		var allowed = new LinkedHashMap<String, @Nullable Object>(change);
		allowed.keySet().retainAll(VARIABLE);
		return vary(specification, allowed, faults);
	}

	/** The same with any of its fields changed. */
	TrainingJobSpecification vary(TrainingJobSpecification specification, Map<String, @Nullable Object> change,
			Faults faults) {
		Object[] values = FIELDS.stream().map((field) -> value(field, specification, change, faults)).toArray();
		var constructor = BeanUtils.getResolvableConstructor(TrainingJobSpecification.class);
		return BeanUtils.instantiateClass(constructor, values);
	}

	/**
	 * The changed description of a job.
	 * @param change a merge patch
	 * @param faults seen from where the patch stands
	 */
	JobDescription describe(JobDescription description, Map<String, @Nullable Object> change, Faults faults) {
		JsonNode merged = MergePatch.apply(mapper.valueToTree(description), mapper.valueToTree(change));
		try {
			return (JobDescription) binder.bind(merged, mapper.constructType(JobDescription.class));
		}
		catch (RefusedException ex) {
			faults.addAll(ex.faults());
			return description;
		}
	}

	/** The merge patch that makes one specification of another. */
	Map<String, @Nullable Object> between(TrainingJobSpecification from, TrainingJobSpecification to) {
		var change = new LinkedHashMap<String, @Nullable Object>();
		for (var field : FIELDS) {
			var before = ReflectionUtils.invokeMethod(field.getAccessor(), from);
			var after = ReflectionUtils.invokeMethod(field.getAccessor(), to);
			if (!Objects.equals(before, after)) {
				var patch = MergePatch.between(mapper.valueToTree(before), mapper.valueToTree(after));
				change.put(field.getName(), mapper.treeToValue(patch, Object.class));
			}
		}
		return change;
	}

	/**
	 * Notes the fields that cannot be changed.
	 * @param why as a phrase that follows the name of a field
	 */
	private static void refuse(Set<String> names, Set<String> allowed, String why, Faults faults) {
		Predicate<String> isField = (name) -> FIELDS.stream().anyMatch((field) -> field.getName().equals(name));
		names.stream()
			.filter(Predicate.not(allowed::contains))
			.forEach((name) -> faults.at(name)
				.add(isField.test(name) ? why : "is not a known field; " + Suggestion.among(name, allowed)));
	}

	private @Nullable Object value(RecordComponent field, TrainingJobSpecification specification,
			Map<String, @Nullable Object> change, Faults faults) {
		var present = ReflectionUtils.invokeMethod(field.getAccessor(), specification);
		if (!change.containsKey(field.getName())) {
			return present;
		}
		var patch = change.get(field.getName());
		if (patch == null) {
			return null;
		}
		JsonNode merged = MergePatch.apply(mapper.valueToTree(present), mapper.valueToTree(patch));
		var type = mapper.constructType(field.getGenericType());
		var at = faults.at(field.getName());
		if (type.isEnumType() || type.hasRawClass(String.class)) {
			return mapper.treeToValue(merged, type);
		}
		if (!type.isCollectionLikeType()) {
			return bind(merged, type, at);
		}
		if (!merged.isArray()) {
			at.add("must be an array");
			return present;
		}
		return IntStream.range(0, merged.size())
			.mapToObj((i) -> bind(merged.path(i), type.getContentType(), at.at(i)))
			.toList();
	}

	/** A piece of a specification; what it is if it has faults does not matter. */
	private @Nullable Object bind(JsonNode json, JavaType type, Faults faults) {
		try {
			return binder.bind(json, type);
		}
		catch (RefusedException ex) {
			faults.addAll(ex.faults());
			return null;
		}
	}

}
