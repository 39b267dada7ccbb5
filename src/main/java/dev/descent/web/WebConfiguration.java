package dev.descent.web;

import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

import dev.descent.json.JsonBinder;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.jackson.autoconfigure.JsonMapperBuilderCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.convert.converter.Converter;
import org.springframework.core.convert.converter.ConverterFactory;
import org.springframework.format.FormatterRegistry;
import org.springframework.http.MediaType;
import org.springframework.http.converter.HttpMessageConverters;
import org.springframework.util.unit.DataSize;
import org.springframework.web.method.support.HandlerMethodReturnValueHandler;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.ViewControllerRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import tools.jackson.databind.cfg.CoercionAction;
import tools.jackson.databind.cfg.CoercionInputShape;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.module.SimpleModule;
import tools.jackson.databind.type.LogicalType;

/** How requests are read and answers written. */
@Configuration(proxyBeanMethods = false)
class WebConfiguration implements WebMvcConfigurer {

	private final JsonMapper mapper;

	private final JsonBinder binder;

	private final PendingAnswers pending;

	private final EventStreams streams;

	WebConfiguration(JsonMapper mapper, JsonBinder binder, PendingAnswers pending, EventStreams streams) {
		this.mapper = mapper;
		this.binder = binder;
		this.pending = pending;
		this.streams = streams;
	}

	/** Values of closed sets are lower_snake_case: {@code leaky_relu} for LEAKY_RELU. */
	@Bean
	static JsonMapperBuilderCustomizer enumNames() {
		return (builder) -> builder.enumNamingStrategy((_, _, name) -> name.toLowerCase(Locale.ROOT));
	}

	/** No kind of value passes for another: 5 is neither "5" nor five seconds. */
	@Bean
	static JsonMapperBuilderCustomizer strictKinds() {
		return (builder) -> builder.withCoercionConfig(LogicalType.Textual,
				(text) -> Stream.of(CoercionInputShape.Integer, CoercionInputShape.Float, CoercionInputShape.Boolean)
					.forEach((shape) -> text.setCoercion(shape, CoercionAction.Fail)))
			.addModule(new SimpleModule("durations").addDeserializer(Duration.class, new DurationReader()));
	}

	/** A name stands for an object that has nothing but a type, where that is meant. */
	@Bean
	static JsonMapperBuilderCustomizer abbreviations() {
		return (builder) -> builder.addModule(new Abbreviations());
	}

	/** JSON has no NaN and no infinity: what is not a finite number is null. */
	@Bean
	static JsonMapperBuilderCustomizer finiteNumbers() {
		return (builder) -> builder
			.addModule(new SimpleModule("finite-numbers").addSerializer(Double.class, new FiniteNumberWriter())
				.addSerializer(double.class, new FiniteNumberWriter())
				.addSerializer(double[].class, new FiniteNumbersWriter()));
	}

	@Bean
	static JsonMapperBuilderCustomizer dataSizes() {
		return (builder) -> builder
			.addModule(new SimpleModule("data-sizes").addSerializer(DataSize.class, new DataSizeWriter()));
	}

	@Override
	public void configureMessageConverters(HttpMessageConverters.ServerBuilder converters) {
		converters.withJsonConverter(new JsonBodyConverter(mapper, binder))
			.configureMessageConvertersList((list) -> list
				.removeIf((converter) -> converter.getSupportedMediaTypes().contains(MediaType.APPLICATION_YAML)));
	}

	@Override
	public void addReturnValueHandlers(List<HandlerMethodReturnValueHandler> handlers) {
		handlers.add(pending);
		handlers.add(streams);
	}

	/**
	 * Lets parameters spell the values of closed sets as JSON does: {@code succeeded}.
	 */
	@Override
	public void addFormatters(FormatterRegistry registry) {
		registry.addConverterFactory(new LowerCaseEnums());
	}

	@SuppressWarnings("rawtypes") // as the factory's own signature
	private static final class LowerCaseEnums implements ConverterFactory<String, Enum> {

		@Override
		public <T extends Enum> Converter<String, @Nullable T> getConverter(Class<T> type) {
			return (name) -> name.isEmpty() ? null : constant(type, name);
		}

		private static <T extends Enum> T constant(Class<T> type, String name) {
			return Arrays.stream(type.getEnumConstants())
				.filter((constant) -> constant.name().toLowerCase(Locale.ROOT).equals(name))
				.findFirst()
				.orElseThrow(() -> new IllegalArgumentException("no " + name));
		}

	}

	@Override
	public void addInterceptors(InterceptorRegistry registry) {
		registry.addInterceptor(new UnknownParameters());
	}

	@Override
	public void addViewControllers(ViewControllerRegistry registry) {
		registry.addRedirectViewController("/", "/swagger-ui.html");
	}

}
