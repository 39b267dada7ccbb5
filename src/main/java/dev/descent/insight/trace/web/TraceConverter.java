package dev.descent.insight.trace.web;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.function.Function;

import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpInputMessage;
import org.springframework.http.HttpOutputMessage;
import org.springframework.http.MediaType;
import org.springframework.http.converter.AbstractHttpMessageConverter;
import org.springframework.http.converter.HttpMessageNotReadableException;

/** Writes a trace as a document. */
final class TraceConverter extends AbstractHttpMessageConverter<TraceView> {

	private final Function<TraceView, String> document;

	TraceConverter(String mediaType, Function<TraceView, String> document) {
		super(StandardCharsets.UTF_8, MediaType.parseMediaType(mediaType));
		this.document = document;
	}

	@Override
	protected boolean supports(Class<?> type) {
		return type == TraceView.class;
	}

	@Override
	public boolean canRead(Class<?> type, @Nullable MediaType mediaType) {
		return false;
	}

	@Override
	protected TraceView readInternal(Class<? extends TraceView> type, HttpInputMessage input) {
		throw new HttpMessageNotReadableException("traces are only written", input);
	}

	@Override
	protected void writeInternal(TraceView trace, HttpOutputMessage output) throws IOException {
		output.getBody().write(document.apply(trace).getBytes(StandardCharsets.UTF_8));
	}

}
