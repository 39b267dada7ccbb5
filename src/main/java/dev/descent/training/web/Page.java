package dev.descent.training.web;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import dev.descent.problem.Fault;
import dev.descent.problem.RefusedException;
import dev.descent.training.Job;
import dev.descent.training.JobId;
import dev.descent.training.JobOrder;
import dev.descent.training.JobPage;
import dev.descent.training.JobPlace;
import dev.descent.training.Jobs;
import org.jspecify.annotations.Nullable;
import org.springframework.web.util.UriUtils;

/**
 * One page of a list of jobs. It begins behind a job or, as the link to the next page
 * says it, behind a place: its number, and its name where the order needs it. So a list
 * goes on even if the last job shown has been deleted.
 *
 * @param after where to begin, as the client said it
 */
public record Page(JobSelection selection, String sort, @Nullable String after, int limit) {

	private static final Pattern PLACE = Pattern.compile("(\\d{1,18})(?:~(.*))?", Pattern.DOTALL);

	/** The jobs on it. */
	public <I extends JobId, J extends Job> JobPage<J> of(Jobs<I, J> jobs, Function<String, I> id) {
		var order = JobSort.order(sort);
		return jobs.list(selection, order, (after != null) ? place(after, order, jobs, id) : null, limit);
	}

	private static <I extends JobId> JobPlace place(String after, JobOrder order, Jobs<I, ?> jobs,
			Function<String, I> id) {
		var place = PLACE.matcher(after);
		if (!place.matches()) {
			return jobs.place(id.apply(after));
		}
		if (order == JobOrder.NAME && place.group(2) == null) {
			throw new RefusedException(List.of(Fault.ofParameter("after", "belongs to a list in another order")));
		}
		return new JobPlace(Long.parseLong(place.group(1)), String.valueOf(place.group(2)));
	}

	/** Where the next page is; null if there is none. */
	public @Nullable String next(String path, JobPage<?> page) {
		var last = page.last();
		if (last == null) {
			return null;
		}
		var parameters = new ArrayList<Map.Entry<String, String>>();
		parameters.add(Map.entry("limit", String.valueOf(limit)));
		boolean named = JobSort.order(sort) == JobOrder.NAME;
		parameters.add(Map.entry("after", last.number() + (named ? "~" + last.name() : "")));
		if (!sort.equals(JobSort.NEWEST)) {
			parameters.add(Map.entry("sort", sort));
		}
		parameters.addAll(selection.parameters());
		return parameters.stream()
			.map((parameter) -> encoded(parameter.getKey()) + "=" + encoded(parameter.getValue()))
			.collect(Collectors.joining("&", path + "?", ""));
	}

	private static String encoded(String text) {
		return UriUtils.encode(text, StandardCharsets.UTF_8);
	}

}
