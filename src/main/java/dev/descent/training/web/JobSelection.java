package dev.descent.training.web;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import dev.descent.problem.Fault;
import dev.descent.problem.Faults;
import dev.descent.problem.Suggestion;
import dev.descent.training.Job;
import dev.descent.training.JobState;
import dev.descent.web.QueryNames;
import org.jspecify.annotations.Nullable;
import org.springframework.util.MultiValueMap;

/**
 * Which jobs are meant: those for which everything holds that is asked for.
 *
 * @param states any of these; any at all if empty
 * @param labels for each label, the values of which it has one
 * @param name part of the name, whatever the case; null for any
 */
@QueryNames({ "state", "name", JobSelection.LABEL })
public record JobSelection(Set<JobState> states, Map<String, List<String>> labels,
		@Nullable String name) implements Predicate<Job> {

	static final String LABEL = "label.";

	private static final Map<String, JobState> STATES = Arrays.stream(JobState.values())
		.collect(Collectors.toUnmodifiableMap(JobState::jsonName, (state) -> state));

	/** Reads the query, or refuses it with all the reasons. */
	static JobSelection of(MultiValueMap<String, String> query) {
		var faults = new Faults();
		var states = EnumSet.noneOf(JobState.class);
		for (String value : values(query, "state").flatMap((list) -> Arrays.stream(list.split(",", -1))).toList()) {
			var state = STATES.get(value);
			if (state != null) {
				states.add(state);
			}
			else {
				faults.add(Fault.ofParameter("state", "is not known; " + Suggestion.among(value, STATES.keySet())));
			}
		}
		var labels = new TreeMap<String, List<String>>();
		query.forEach((parameter, values) -> {
			if (parameter.startsWith(LABEL)) {
				labels.put(parameter.substring(LABEL.length()), List.copyOf(values));
			}
		});
		var names = values(query, "name").toList();
		if (names.size() > 1 || names.contains("")) {
			faults.add(Fault.ofParameter("name", "must be one part of a name"));
		}
		faults.throwIfAny();
		return new JobSelection(states, labels, names.isEmpty() ? null : names.getFirst());
	}

	private static Stream<String> values(MultiValueMap<String, String> query, String parameter) {
		return query.getOrDefault(parameter, List.of()).stream();
	}

	/** Whether nothing is asked for, so that all jobs are meant. */
	boolean isEmpty() {
		return states.isEmpty() && labels.isEmpty() && name == null;
	}

	@Override
	public boolean test(Job job) {
		var description = job.description();
		return (states.isEmpty() || states.contains(job.state()))
				&& labels.entrySet()
					.stream()
					.allMatch((label) -> has(description.labels().get(label.getKey()), label.getValue()))
				&& (name == null || contains(description.name(), name));
	}

	private static boolean has(@Nullable String value, List<String> wanted) {
		return value != null && wanted.contains(value);
	}

	private static boolean contains(@Nullable String text, String part) {
		return text != null && text.toLowerCase(Locale.ROOT).contains(part.toLowerCase(Locale.ROOT));
	}

	/** What is asked for, as a query says it. */
	List<Map.Entry<String, String>> parameters() {
		var parameters = new ArrayList<Map.Entry<String, String>>();
		states.forEach((state) -> parameters.add(Map.entry("state", state.jsonName())));
		labels.forEach((label, values) -> values.forEach((value) -> parameters.add(Map.entry(LABEL + label, value))));
		if (name != null) {
			parameters.add(Map.entry("name", name));
		}
		return parameters;
	}

}
