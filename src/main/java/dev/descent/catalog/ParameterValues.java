package dev.descent.catalog;

import java.lang.annotation.Annotation;
import java.lang.reflect.AnnotatedParameterizedType;
import java.lang.reflect.AnnotatedType;
import java.lang.reflect.AnnotatedWildcardType;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;

import dev.descent.reference.Family;
import dev.descent.reference.Variant;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.Constraint;
import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.hibernate.validator.constraints.time.DurationMax;
import org.hibernate.validator.constraints.time.DurationMin;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Which values a parameter takes. */
@Schema(description = "Which values a parameter takes.")
public record ParameterValues(@Schema(description = "How they are written in JSON.", example = "number") Kind kind,
		@Schema(description = "The least value; null if there is none.") @Nullable Bound minimum,
		@Schema(description = "The greatest value; null if there is none.") @Nullable Bound maximum,
		@Schema(description = "The fewest elements or characters; null if there is no such bound.",
				example = "1") @Nullable Integer minimumSize,
		@Schema(description = "The most elements or characters; null if there is no such bound.",
				example = "20") @Nullable Integer maximumSize,
		@Schema(description = """
				The values of a closed set, or, for an object of one of several types, these types; null for anything \
				else.""", example = "[\"pytorch\", \"keras\", \"paper\"]") @Nullable List<String> allowed,
		@Schema(description = "The family that describes an object; null for anything else.",
				example = "optimizer") @Nullable String family,
		@Schema(description = "The elements of an array, or the values of a free object; null for anything else.") @Nullable ParameterValues elements) {

	static ParameterValues of(AnnotatedType type, JsonMapper mapper) {
		if (type instanceof AnnotatedWildcardType wildcard) {
			return of(wildcard.getAnnotatedUpperBounds()[0], mapper);
		}
		Class<?> raw = raw(type.getType());
		var kind = Kind.of(raw);
		var bounds = new Bounds();
		Arrays.stream(type.getAnnotations()).forEach(bounds::take);
		var elements = (type instanceof AnnotatedParameterizedType generic)
				? of(Arrays.asList(generic.getAnnotatedActualTypeArguments()).getLast(), mapper) : null;
		return new ParameterValues(kind, bounds.minimum, bounds.maximum, bounds.minimumSize, bounds.maximumSize,
				allowed(raw, mapper), (kind == Kind.OBJECT && elements == null) ? Family.of(raw).name() : null,
				elements);
	}

	/** The same, but only these of a closed set. */
	ParameterValues only(List<String> names) {
		return new ParameterValues(kind, minimum, maximum, minimumSize, maximumSize, names, family, elements);
	}

	private static Class<?> raw(Type type) {
		return (type instanceof ParameterizedType generic) ? (Class<?>) generic.getRawType() : (Class<?>) type;
	}

	private static @Nullable List<String> allowed(Class<?> type, JsonMapper mapper) {
		if (type.isEnum()) {
			return Arrays.stream(type.getEnumConstants())
				.map((constant) -> mapper.<JsonNode>valueToTree(constant).asString())
				.toList();
		}
		return type.isSealed()
				? Variant.of(type).stream().map(Variant::name).<String>map(Objects::requireNonNull).toList() : null;
	}

	/** What annotations demand; one that is not known here would go unsaid. */
	private static final class Bounds {

		private @Nullable Bound minimum;

		private @Nullable Bound maximum;

		private @Nullable Integer minimumSize;

		private @Nullable Integer maximumSize;

		private void take(Annotation annotation) {
			switch (annotation) {
				case Min min -> minimum = new Bound(min.value(), true);
				case Max max -> maximum = new Bound(max.value(), true);
				case DecimalMin min -> minimum = Bound.of(min.value(), min.inclusive());
				case DecimalMax max -> maximum = Bound.of(max.value(), max.inclusive());
				case DurationMin min -> minimum = Bound.of(Duration.ofDays(min.days())
					.plusHours(min.hours())
					.plusMinutes(min.minutes())
					.plusSeconds(min.seconds())
					.plusMillis(min.millis())
					.plusNanos(min.nanos()), min.inclusive());
				case DurationMax max -> maximum = Bound.of(Duration.ofDays(max.days())
					.plusHours(max.hours())
					.plusMinutes(max.minutes())
					.plusSeconds(max.seconds())
					.plusMillis(max.millis())
					.plusNanos(max.nanos()), max.inclusive());
				case Size size -> {
					minimumSize = (size.min() > 0) ? size.min() : null;
					maximumSize = (size.max() < Integer.MAX_VALUE) ? size.max() : null;
				}
				case NotNull _ -> {
				}
				default -> {
					if (annotation.annotationType().isAnnotationPresent(Constraint.class)) {
						throw new IllegalArgumentException(annotation + " is not known to the catalogue");
					}
				}
			}
		}

	}

}
