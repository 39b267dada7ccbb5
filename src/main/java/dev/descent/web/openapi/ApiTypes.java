package dev.descent.web.openapi;

import java.lang.reflect.AnnotatedParameterizedType;
import java.lang.reflect.AnnotatedType;
import java.lang.reflect.AnnotatedWildcardType;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Stream;

import com.fasterxml.jackson.annotation.JsonValue;
import dev.descent.problem.Fault;
import dev.descent.reference.Variant;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.method.HandlerMethod;

/**
 * The records and sealed families that the API reads and writes, by their schemas' names.
 */
final class ApiTypes {

	private static final String OURS = "dev.descent.";

	private final Map<String, Class<?>> requests = new LinkedHashMap<>();

	private final Map<String, Class<?>> responses = new LinkedHashMap<>();

	ApiTypes(Stream<HandlerMethod> handlers) {
		collectClass(Fault.class, responses);
		handlers.filter((handler) -> handler.getBeanType().getName().startsWith(OURS)).forEach((handler) -> {
			Arrays.stream(handler.getMethodParameters())
				.filter((parameter) -> parameter.hasParameterAnnotation(RequestBody.class))
				.forEach((parameter) -> collect(parameter.getGenericParameterType(), requests));
			collect(handler.getReturnType().getGenericParameterType(), responses);
			Arrays.stream(handler.getMethod().getAnnotationsByType(ApiResponse.class))
				.flatMap((answer) -> Arrays.stream(answer.content()))
				.flatMap((content) -> Arrays.stream(content.schema().oneOf()))
				.forEach((type) -> collect(type, responses));
		});
	}

	private static void collect(Type type, Map<String, Class<?>> into) {
		if (type instanceof ParameterizedType parameterized) {
			Arrays.stream(parameterized.getActualTypeArguments()).forEach((argument) -> collect(argument, into));
		}
		else if (type instanceof Class<?> raw && raw.getName().startsWith(OURS)) {
			collectClass(raw, into);
		}
	}

	private static void collectClass(Class<?> type, Map<String, Class<?>> into) {
		if (type.isSealed()) {
			if (into.putIfAbsent(schemaName(type), type) == null) {
				Variant.of(type).forEach((variant) -> collectClass(variant.type(), into));
			}
		}
		else if (type.isRecord() && !isPlainValue(type) && into.putIfAbsent(schemaName(type), type) == null) {
			new Variant(type).parameters().forEach((parameter) -> collect(parameter.annotatedType(), into));
		}
	}

	/** Identifiers are written as strings. */
	private static boolean isPlainValue(Class<?> type) {
		return Arrays.stream(type.getRecordComponents())
			.anyMatch((component) -> component.getAccessor().isAnnotationPresent(JsonValue.class));
	}

	/** Looks into the arguments of lists and maps too, wildcards included. */
	private static void collect(AnnotatedType type, Map<String, Class<?>> into) {
		switch (type) {
			case AnnotatedParameterizedType generic ->
				Arrays.stream(generic.getAnnotatedActualTypeArguments()).forEach((argument) -> collect(argument, into));
			case AnnotatedWildcardType wildcard ->
				Arrays.stream(wildcard.getAnnotatedUpperBounds()).forEach((bound) -> collect(bound, into));
			default -> collect(type.getType(), into);
		}
	}

	static String schemaName(Class<?> type) {
		var schema = type.getAnnotation(Schema.class);
		return (schema != null && !schema.name().isEmpty()) ? schema.name() : type.getSimpleName();
	}

	/** What bodies of requests are made of. */
	Map<String, Class<?>> requests() {
		return requests;
	}

	/** What answers are made of. */
	Map<String, Class<?>> responses() {
		return responses;
	}

	/** Everything. */
	Map<String, Class<?>> all() {
		var all = new LinkedHashMap<>(responses);
		all.putAll(requests);
		return all;
	}

}
