package dev.descent.web;

import java.lang.reflect.Method;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.Collections;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import dev.descent.problem.Fault;
import dev.descent.problem.RefusedException;
import dev.descent.problem.Suggestion;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springdoc.core.annotations.ParameterObject;
import org.springframework.core.MethodParameter;
import org.springframework.core.annotation.MergedAnnotation;
import org.springframework.core.annotation.MergedAnnotations;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerInterceptor;

/**
 * Refuses what a query says beside what the operation knows, as unknown fields of a body
 * are refused: a misspelt filter must not mean everything. An error that is answered in a
 * second round, with the query of the first, is left alone.
 */
final class UnknownParameters implements HandlerInterceptor {

	private static final String OURS = "dev.descent.";

	private final Map<Method, Set<String>> known = new ConcurrentHashMap<>();

	@Override
	public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
		if (request.getDispatcherType() == DispatcherType.REQUEST && request.getQueryString() != null
				&& handler instanceof HandlerMethod method && method.getBeanType().getName().startsWith(OURS)) {
			var names = known.computeIfAbsent(method.getMethod(), (_) -> names(method));
			var faults = Collections.list(request.getParameterNames())
				.stream()
				.filter((given) -> names.stream().noneMatch((name) -> matches(given, name)))
				.map((given) -> Fault.ofParameter(given, "is not known here; " + suggestion(given, names)))
				.toList();
			if (!faults.isEmpty()) {
				throw new RefusedException(faults);
			}
		}
		return true;
	}

	private static boolean matches(String given, String name) {
		return name.endsWith(".") ? given.startsWith(name) && given.length() > name.length() : given.equals(name);
	}

	private static String suggestion(String given, Set<String> names) {
		return names.isEmpty() ? "there are no parameters" : Suggestion.among(given, names);
	}

	private static Set<String> names(HandlerMethod method) {
		var ofOperation = MergedAnnotations.from(method.getMethod())
			.stream(QueryNames.class)
			.flatMap((names) -> Arrays.stream(names.getStringArray(MergedAnnotation.VALUE)));
		return Stream.concat(ofOperation, Arrays.stream(method.getMethodParameters()).flatMap(UnknownParameters::names))
			.collect(Collectors.toUnmodifiableSet());
	}

	private static Stream<String> names(MethodParameter parameter) {
		if (parameter.hasParameterAnnotation(ParameterObject.class)) {
			return Arrays.stream(parameter.getParameterType().getRecordComponents()).map(RecordComponent::getName);
		}
		var composed = parameter.getParameterType().getAnnotation(QueryNames.class);
		if (composed != null) {
			return Stream.of(composed.value());
		}
		var single = parameter.getParameterAnnotation(RequestParam.class);
		if (single == null) {
			return Stream.empty();
		}
		return Stream
			.of(single.name().isEmpty() ? Objects.requireNonNull(parameter.getParameterName()) : single.name());
	}

}
