package dev.descent.web.openapi;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;

import dev.descent.problem.Fault;
import dev.descent.web.MayAnswer;
import dev.descent.web.Problem;
import io.swagger.v3.oas.models.Components;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.headers.Header;
import io.swagger.v3.oas.models.media.ArraySchema;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.IntegerSchema;
import io.swagger.v3.oas.models.media.JsonSchema;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.media.ObjectSchema;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.media.StringSchema;
import io.swagger.v3.oas.models.parameters.Parameter;
import io.swagger.v3.oas.models.responses.ApiResponse;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.method.HandlerMethod;
import tools.jackson.databind.json.JsonMapper;

/** Declares for every operation the problems it can answer with. */
final class ApiProblems {

	private static final List<Fault> FAULTS = List
		.of(new Fault("/network/hiddenLayers/0/units", "must be less than or equal to 512"));

	private final JsonMapper mapper;

	ApiProblems(JsonMapper mapper) {
		this.mapper = mapper;
	}

	/** Adds the answers themselves. */
	void define(Components components) {
		components.addSchemas("Problem", schema());
		// No operation answers that a method is not its own.
		for (var problem : EnumSet.complementOf(EnumSet.of(Problem.METHOD_NOT_ALLOWED))) {
			components.addResponses(problem.name(), response(problem));
		}
	}

	private ApiResponse response(Problem problem) {
		boolean faults = problem == Problem.INVALID_REQUEST;
		var example = mapper.convertValue(faults ? problem.detail("One thing must be changed; see errors.", FAULTS)
				: problem.detail(problem.example()), Object.class);
		var response = new ApiResponse().description(problem.title() + ".")
			.content(new Content().addMediaType("application/problem+json",
					new MediaType().schema(reference("Problem")).example(example)));
		if (problem == Problem.TOO_BUSY || problem == Problem.TOO_MANY_REQUESTS) {
			response.addHeaderObject("Retry-After",
					new Header().description("Seconds to wait.").schema(new IntegerSchema()));
		}
		return response;
	}

	/** Adds what follows from the shape of an operation and what stands at its method. */
	void declare(Operation operation, HandlerMethod method) {
		var parameters = (operation.getParameters() != null) ? operation.getParameters() : List.<Parameter>of();
		boolean hasBody = operation.getRequestBody() != null;
		if (parameters.stream().anyMatch((parameter) -> "path".equals(parameter.getIn()))) {
			declare(operation, Problem.NOT_FOUND);
		}
		// An address that cannot be decoded, or a head that is no HTTP.
		declare(operation, Problem.MALFORMED_REQUEST);
		// Parameters that it does not know.
		declare(operation, Problem.INVALID_REQUEST);
		if (hasBody) {
			declare(operation, Problem.TOO_SLOW);
			declare(operation, Problem.TOO_LARGE);
			declare(operation, Problem.UNSUPPORTED_MEDIA_TYPE);
		}
		// If too many large ones are answered at the same time.
		declare(operation, Problem.TOO_BUSY);
		var more = method.getMethodAnnotation(MayAnswer.class);
		if (more != null) {
			Arrays.stream(more.value()).forEach((problem) -> declare(operation, problem));
		}
		declare(operation, Problem.UNAUTHORIZED);
		if (!isReading(method)) {
			declare(operation, Problem.FORBIDDEN);
		}
		declare(operation, Problem.TOO_MANY_REQUESTS);
		declare(operation, Problem.NOT_ACCEPTABLE);
		declare(operation, Problem.INTERNAL_ERROR);
	}

	/** Whether a key that is for looking only will do. */
	private static boolean isReading(HandlerMethod method) {
		var mapping = AnnotatedElementUtils.findMergedAnnotation(method.getMethod(), RequestMapping.class);
		return mapping != null && List.of(mapping.method()).equals(List.of(RequestMethod.GET));
	}

	private static void declare(Operation operation, Problem problem) {
		operation.getResponses()
			.addApiResponse(String.valueOf(problem.status().value()),
					new ApiResponse().$ref("#/components/responses/" + problem.name()));
	}

	private static Schema<?> schema() {
		var errors = new ArraySchema();
		errors.setItems(reference("Fault"));
		errors.setDescription("Everything that is wrong with the request; absent where there is no field to point to.");
		var schema = new ObjectSchema();
		schema.setDescription("What went wrong, as a problem detail (RFC 9457).");
		schema.addProperty("type", new StringSchema().description("The kind of problem, a stable path."));
		schema.addProperty("title", new StringSchema().description("The kind of problem in words."));
		schema.addProperty("status", new IntegerSchema().description("The HTTP status."));
		schema.addProperty("detail", new StringSchema().description("What to do about it."));
		schema.addProperty("instance", new StringSchema().description("The path of the request."));
		schema.addProperty("errors", errors);
		schema.setRequired(List.of("type", "title", "status", "detail"));
		return schema;
	}

	private static Schema<?> reference(String schema) {
		return new JsonSchema().$ref("#/components/schemas/" + schema);
	}

}
