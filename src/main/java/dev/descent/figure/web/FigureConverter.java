package dev.descent.figure.web;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Set;

import dev.descent.figure.Document;
import dev.descent.figure.Style;
import dev.descent.limits.WorkingMemory;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpInputMessage;
import org.springframework.http.HttpOutputMessage;
import org.springframework.http.MediaType;
import org.springframework.http.converter.AbstractHttpMessageConverter;
import org.springframework.http.converter.HttpMessageNotReadableException;

/**
 * Writes whatever can be drawn in one representation.
 *
 * @param <T> what can be drawn so
 */
final class FigureConverter<T> extends AbstractHttpMessageConverter<Object> {

	/** Types that say how their characters are encoded. */
	private static final Set<String> TEXTS = Set.of(MediaType.TEXT_PLAIN_VALUE, FigureTypes.SVG, Document.MARKDOWN,
			Document.LATEX);

	/** Of a picture with its copy while it is written; documents are shorter. */
	private static final int BYTES_A_PIXEL = 10;

	private final Class<T> type;

	private final Rendering<T> rendering;

	/** Draws. */
	@FunctionalInterface
	interface Rendering<T> {

		void write(T drawn, Style style, OutputStream output) throws IOException;

	}

	/**
	 * What to draw and how.
	 *
	 * @param body of an answer
	 */
	record Styled(Object body, Style style) {
	}

	FigureConverter(String mediaType, Class<T> type, Rendering<T> rendering) {
		super(MediaType.parseMediaType(mediaType));
		if (TEXTS.contains(mediaType)) {
			setDefaultCharset(StandardCharsets.UTF_8);
		}
		this.type = type;
		this.rendering = rendering;
	}

	@Override
	protected boolean supports(Class<?> type) {
		return this.type.isAssignableFrom(type);
	}

	@Override
	public boolean canRead(Class<?> type, @Nullable MediaType mediaType) {
		return false;
	}

	@Override
	protected Object readInternal(Class<?> type, HttpInputMessage input) {
		throw new HttpMessageNotReadableException("figures are only written", input);
	}

	@Override
	protected void writeInternal(Object body, HttpOutputMessage output) throws IOException {
		var styled = (body instanceof Styled already) ? already : new Styled(body, Style.DEFAULT);
		WorkingMemory.borrow((long) BYTES_A_PIXEL * styled.style().width() * styled.style().height());
		rendering.write(type.cast(styled.body()), styled.style(), output.getBody());
	}

}
