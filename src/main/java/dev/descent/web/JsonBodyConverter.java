package dev.descent.web;

import java.io.IOException;
import java.util.List;
import java.util.Map;

import dev.descent.json.JsonBinder;
import dev.descent.limits.WorkingMemory;
import org.jspecify.annotations.Nullable;
import org.springframework.core.ResolvableType;
import org.springframework.http.HttpInputMessage;
import org.springframework.http.MediaType;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.http.converter.json.JacksonJsonHttpMessageConverter;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Reads bodies with {@link JsonBinder}: what a controller gets is valid. */
final class JsonBodyConverter extends JacksonJsonHttpMessageConverter {

	private final JsonBinder binder;

	JsonBodyConverter(JsonMapper mapper, JsonBinder binder) {
		super(mapper);
		this.binder = binder;
	}

	@Override
	public Object read(ResolvableType type, HttpInputMessage input, @Nullable Map<String, Object> hints)
			throws IOException {
		Object body = binder.bind(json(input), getMapper().constructType(type.getType()));
		// The text and the tree are gone; who keeps what was made of them counts it.
		WorkingMemory.repay();
		return body;
	}

	/**
	 * An answer of ours is JSON, and nothing else whose name ends so: a figure, or a
	 * problem, would be taken for one.
	 */
	@Override
	public List<MediaType> getSupportedMediaTypes(Class<?> type) {
		return type.getName().startsWith("org.springframework.") ? super.getSupportedMediaTypes(type)
				: List.of(MediaType.APPLICATION_JSON);
	}

	private JsonNode json(HttpInputMessage input) throws IOException {
		try {
			var json = getMapper().readTree(input.getBody());
			if (json.isMissingNode()) {
				throw new HttpMessageNotReadableException("only white space", input);
			}
			return json;
		}
		catch (JacksonException ex) {
			throw new HttpMessageNotReadableException("not JSON", ex, input);
		}
	}

}
