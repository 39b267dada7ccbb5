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
final class TraceConverter extends AbstractHttpMessageConverter<TraceAnswer> {

	private final Function<TraceAnswer, String> document;

	TraceConverter(String mediaType, Function<TraceAnswer, String> document) {
		super(StandardCharsets.UTF_8, MediaType.parseMediaType(mediaType));
		this.document = document;
	}

	@Override
	protected boolean supports(Class<?> type) {
		return type == TraceAnswer.class;
	}

	@Override
	public boolean canRead(Class<?> type, @Nullable MediaType mediaType) {
		return false;
	}

	@Override
	protected TraceAnswer readInternal(Class<? extends TraceAnswer> type, HttpInputMessage input) {
		throw new HttpMessageNotReadableException("traces are only written", input);
	}

	@Override
	protected void writeInternal(TraceAnswer trace, HttpOutputMessage output) throws IOException {
		output.getBody().write(document.apply(trace).getBytes(StandardCharsets.UTF_8));
	}

}
