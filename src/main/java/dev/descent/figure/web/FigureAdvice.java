package dev.descent.figure.web;

import java.util.Arrays;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;
import org.springframework.core.MethodParameter;
import org.springframework.http.ContentDisposition;
import org.springframework.http.MediaType;
import org.springframework.http.converter.HttpMessageConverter;
import org.springframework.http.server.ServerHttpRequest;
import org.springframework.http.server.ServerHttpResponse;
import org.springframework.http.server.ServletServerHttpRequest;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.servlet.mvc.method.annotation.ResponseBodyAdvice;

/** Hands the wishes of the reader to whoever draws the answer. */
@RestControllerAdvice
class FigureAdvice implements ResponseBodyAdvice<Object> {

	@Override
	public boolean supports(MethodParameter returnType, Class<? extends HttpMessageConverter<?>> converter) {
		return returnType.hasMethodAnnotation(Drawn.class);
	}

	@Override
	public @Nullable Object beforeBodyWrite(@Nullable Object body, MethodParameter returnType, MediaType type,
			Class<? extends HttpMessageConverter<?>> converter, ServerHttpRequest request,
			ServerHttpResponse response) {
		if (body == null || !(request instanceof ServletServerHttpRequest exchange)) {
			return body;
		}
		var wish = StyleParameters.Wish.of(exchange.getServletRequest());
		if (wish.download()) {
			response.getHeaders()
				.setContentDisposition(ContentDisposition.attachment()
					.filename(name(request.getURI().getPath()) + "." + FigureTypes.ending(type))
					.build());
		}
		return FigureConverter.class.isAssignableFrom(converter) ? new FigureConverter.Styled(body, wish.style())
				: body;
	}

	/** "/api/v1/training-jobs/example/boundary" is boundary-example. */
	private static String name(String path) {
		var parts = Arrays.asList(path.split("/"));
		return parts.subList(Math.max(0, Math.min(4, parts.size() - 1)), parts.size())
			.reversed()
			.stream()
			.collect(Collectors.joining("-"));
	}

}
