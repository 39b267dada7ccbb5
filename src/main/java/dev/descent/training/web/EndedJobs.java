package dev.descent.training.web;

import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;

import dev.descent.training.JobId;
import dev.descent.training.Jobs;
import dev.descent.web.UnchangedOnceEnded;
import dev.descent.web.Unchanging;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.HandlerMapping;

/**
 * Gives the results of jobs that have ended a tag, before they are computed: a client
 * that has one already is told so without any work. The tag stands for the run of the
 * service, the number of the job in it, and what was asked for; so when the example is
 * deleted and made again, its results have other tags.
 *
 * @param run of the service; never the same again
 * @param id reads the name of a job
 */
public record EndedJobs<I extends JobId>(UUID run, Jobs<I, ?> jobs,
		Function<String, I> id) implements HandlerInterceptor {

	@Override
	public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
		if (!(handler instanceof HandlerMethod method) || !method.hasMethodAnnotation(UnchangedOnceEnded.class)
				|| !(request.getAttribute(HandlerMapping.URI_TEMPLATE_VARIABLES_ATTRIBUTE) instanceof Map<?, ?> path)) {
			return true;
		}
		var job = id.apply(String.valueOf(path.get("id")));
		// The number first: should the job be made again meanwhile, this one is gone.
		long number = jobs.place(job).number();
		if (!jobs.get(job).state().isFinal()) {
			return true;
		}
		var unchanging = Unchanging.of(identity(request, number).getBytes(StandardCharsets.UTF_8));
		if (unchanging.isIn(Collections.list(request.getHeaders(HttpHeaders.IF_NONE_MATCH)))) {
			unchanging.headers().forEach((name, values) -> values.forEach((value) -> response.addHeader(name, value)));
			response.setStatus(HttpStatus.NOT_MODIFIED.value());
			return false;
		}
		request.setAttribute(Unchanging.class.getName(), unchanging);
		return true;
	}

	private String identity(HttpServletRequest request, long number) {
		return String.join("\n", run.toString(), String.valueOf(number), request.getRequestURI(),
				String.valueOf(request.getQueryString()),
				String.join(",", Collections.list(request.getHeaders(HttpHeaders.ACCEPT))));
	}

}
