package dev.descent.figure.web;

import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;

import dev.descent.figure.Animated;
import dev.descent.figure.Document;
import dev.descent.figure.Gif;
import dev.descent.figure.Illustrated;
import dev.descent.figure.Picture;
import dev.descent.figure.Plotly;
import dev.descent.figure.Text;
import org.springdoc.core.customizers.GlobalOpenApiCustomizer;
import org.springdoc.core.customizers.GlobalOperationCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.MediaType;
import org.springframework.http.converter.HttpMessageConverters;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import tools.jackson.databind.json.JsonMapper;

@Configuration(proxyBeanMethods = false)
class FigureConfiguration implements WebMvcConfigurer {

	private final JsonMapper mapper;

	FigureConfiguration(JsonMapper mapper) {
		this.mapper = mapper;
	}

	@Bean
	static GlobalOpenApiCustomizer figureExamples() {
		return (document) -> Representations.define(document.getComponents());
	}

	@Bean
	static GlobalOperationCustomizer figureRepresentations() {
		return (operation, method) -> {
			if (method.hasMethodAnnotation(Drawn.class)) {
				Representations.declare(operation);
			}
			return operation;
		};
	}

	@Override
	public void configureMessageConverters(HttpMessageConverters.ServerBuilder converters) {
		converters.addCustomConverter(new CsvConverter())
			.addCustomConverter(new FigureConverter<>(MediaType.IMAGE_PNG_VALUE, Illustrated.class,
					(drawn, style, output) -> new Picture(drawn.figure(), style).writePng(output)))
			.addCustomConverter(new FigureConverter<>(FigureTypes.SVG, Illustrated.class,
					(drawn, style, output) -> output.write(utf8(new Picture(drawn.figure(), style).svg()))))
			.addCustomConverter(new FigureConverter<>(MediaType.TEXT_PLAIN_VALUE, Illustrated.class,
					(drawn, style, output) -> output.write(utf8(Text.of(drawn.figure(), style)))))
			.addCustomConverter(new FigureConverter<>(Document.MARKDOWN, Document.class,
					(document, _, output) -> output.write(utf8(document.markdown()))))
			.addCustomConverter(new FigureConverter<>(Document.LATEX, Document.class,
					(document, _, output) -> output.write(utf8(document.latex()))))
			// what moves is also what can be drawn
			.addCustomConverter(new FigureConverter<>(FigureTypes.PLOTLY, Animated.class,
					(drawn, style, output) -> write(Plotly.animated(drawn.figures(), style), output)))
			.addCustomConverter(new FigureConverter<>(FigureTypes.PLOTLY, Illustrated.class,
					(drawn, style, output) -> write(Plotly.of(drawn.figure(), style), output)))
			.addCustomConverter(new FigureConverter<>(MediaType.IMAGE_GIF_VALUE, Animated.class,
					(drawn, style, output) -> new Gif(drawn.figures(), style).write(output)));
	}

	private void write(Map<String, Object> figure, OutputStream output) {
		mapper.writeValue(output, figure);
	}

	private static byte[] utf8(String text) {
		return text.getBytes(StandardCharsets.UTF_8);
	}

	@Override
	public void addInterceptors(InterceptorRegistry registry) {
		registry.addInterceptor(new StyleParameters());
	}

}
