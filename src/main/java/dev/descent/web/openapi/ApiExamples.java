package dev.descent.web.openapi;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.Comparator;

import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.examples.Example;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import tools.jackson.databind.json.JsonMapper;

/**
 * Request bodies that succeed as they stand: the files in
 * {@code openapi/examples/<operationId>/}, named by what they show.
 */
final class ApiExamples {

	private final JsonMapper mapper;

	ApiExamples(JsonMapper mapper) {
		this.mapper = mapper;
	}

	void add(Operation operation) {
		if (operation.getRequestBody() == null) {
			return;
		}
		var json = operation.getRequestBody().getContent().get("application/json");
		if (json != null) {
			Arrays.stream(files(operation.getOperationId()))
				.sorted(Comparator.comparing(Resource::getFilename))
				.forEach((file) -> json.addExamples(name(file), new Example().value(content(file))));
		}
	}

	private static Resource[] files(String operationId) {
		try {
			return new PathMatchingResourcePatternResolver()
				.getResources("classpath:openapi/examples/" + operationId + "/*.json");
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	/** "2-xor.json" is shown as "xor". */
	private static String name(Resource file) {
		return String.valueOf(file.getFilename()).replaceAll("^\\d+-|\\.json$", "").replace('-', ' ');
	}

	private Object content(Resource file) {
		try (var stream = file.getInputStream()) {
			return mapper.readValue(stream, Object.class);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

}
