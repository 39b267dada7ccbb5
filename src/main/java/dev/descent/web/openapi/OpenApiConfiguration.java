package dev.descent.web.openapi;

import dev.descent.web.EventStream;
import dev.descent.web.Pending;
import dev.descent.web.UnchangedOnceEnded;
import io.swagger.v3.oas.models.Components;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.headers.Header;
import io.swagger.v3.oas.models.info.Info;
import io.swagger.v3.oas.models.media.StringSchema;
import io.swagger.v3.oas.models.responses.ApiResponse;
import io.swagger.v3.oas.models.security.SecurityRequirement;
import io.swagger.v3.oas.models.security.SecurityScheme;
import io.swagger.v3.oas.models.servers.Server;
import io.swagger.v3.oas.models.tags.Tag;
import org.springdoc.core.customizers.GlobalOpenApiCustomizer;
import org.springdoc.core.customizers.GlobalOperationCustomizer;
import org.springdoc.core.utils.SpringDocUtils;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.info.BuildProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import tools.jackson.databind.json.JsonMapper;

@Configuration(proxyBeanMethods = false)
class OpenApiConfiguration {

	private static final String DESCRIPTION = """
			A backpropagation and optimisation laboratory. POST a training job, with `{}` if you like, and read back \
			everything that happened: weights, losses, decision boundaries, loss surfaces. Where an answer can be drawn, `Accept` \
			chooses how: JSON, CSV, a figure for Plotly, PNG, SVG, or characters for a terminal. The same request always gives the same \
			numbers, bit for bit.

			What is called `example` is there from the start, so every example works at once. Errors \
			are problem details (RFC 9457) that name every fault and where it is.

			Where the operator has set API keys, each call needs one, as `Authorization: Bearer KEY`, and sees what \
			was made with keys of the same owner, and the examples.""";

	private static final String API_KEY = "apiKey";

	static {
		SpringDocUtils.getConfig().addResponseWrapperToIgnore(Pending.class);
		SpringDocUtils.getConfig().addResponseWrapperToIgnore(EventStream.class);
	}

	@Bean
	OpenAPI openApi(BuildProperties build) {
		return new OpenAPI().info(new Info().title("Descent").version(build.getVersion()).description(DESCRIPTION))
			.components(new Components().addSecuritySchemes(API_KEY,
					new SecurityScheme().type(SecurityScheme.Type.HTTP)
						.scheme("bearer")
						.description("An API key, where the operator has set some.")))
			.addSecurityItem(new SecurityRequirement())
			.addSecurityItem(new SecurityRequirement().addList(API_KEY))
			.addServersItem(new Server().url("/").description("This service"))
			.addTagsItem(new Tag().name("Training jobs").description("Train networks, one job each."))
			.addTagsItem(new Tag().name("Steering")
				.description("Pause, change and fork runs; every number stays repeatable."))
			.addTagsItem(new Tag().name("Records").description("What a job recorded, readable in every state."))
			.addTagsItem(new Tag().name("Insights").description("What can be worked out from a job's parameters."))
			.addTagsItem(new Tag().name("Diagnosis").description("What is wrong with a run, and whether a cure helps."))
			.addTagsItem(new Tag().name("Learning rates").description("How the rate moves, and which one to choose."))
			.addTagsItem(
					new Tag().name("Optimizer paths").description("Where optimizers go on surfaces that can be seen."))
			.addTagsItem(new Tag().name("Datasets").description("Store data once and train on them often."))
			.addTagsItem(
					new Tag().name("Catalog").description("What there is to choose from, and how it was verified."));
	}

	@Bean
	GlobalOpenApiCustomizer completeDocument(
			@Qualifier("requestMappingHandlerMapping") RequestMappingHandlerMapping mapping, JsonMapper mapper) {
		return (document) -> {
			var types = new ApiTypes(mapping.getHandlerMethods().values().stream());
			new ApiSchemas(types, mapper).complete(document.getComponents());
			new ApiProblems(mapper).define(document.getComponents());
			var examples = new ApiExamples(mapper);
			document.getPaths()
				.values()
				.stream()
				.flatMap((path) -> path.readOperations().stream())
				.forEach(examples::add);
		};
	}

	private static void declareTag(Operation operation) {
		var tag = new Header()
			.description("There once the job has ended; send it as `If-None-Match` to ask whether it still holds.")
			.schema(new StringSchema());
		operation.getResponses().computeIfPresent("200", (_, answer) -> answer.addHeaderObject("ETag", tag));
		operation.getResponses().addApiResponse("304", new ApiResponse().description("The client has this already."));
	}

	@Bean
	GlobalOperationCustomizer completeOperation(JsonMapper mapper) {
		var problems = new ApiProblems(mapper);
		return (operation, method) -> {
			problems.declare(operation, method);
			if (method.hasMethodAnnotation(UnchangedOnceEnded.class)) {
				declareTag(operation);
			}
			ApiSchemas.completeParameters(operation);
			ApiSchemas.completeBody(operation, method);
			return operation;
		};
	}

}
