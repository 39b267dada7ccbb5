package dev.descent.reference;

import java.lang.reflect.AnnotatedParameterizedType;
import java.lang.reflect.AnnotatedType;
import java.lang.reflect.RecordComponent;

import io.swagger.v3.oas.annotations.media.ArraySchema;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.NotNull;
import org.jspecify.annotations.Nullable;

/** A field of an object of a request. */
public record Parameter(RecordComponent component) {

	public String name() {
		return component.getName();
	}

	public Class<?> type() {
		return component.getType();
	}

	/** Its type with what is noted at it: bounds, and that it may be null. */
	public AnnotatedType annotatedType() {
		return component.getAnnotatedType();
	}

	/** Whether null means something, rather than that the field is absent. */
	public boolean isNullable() {
		return annotatedType().isAnnotationPresent(Nullable.class);
	}

	/** Whether what a list holds may be null. */
	public boolean holdsNulls() {
		return annotatedType() instanceof AnnotatedParameterizedType list
				&& list.getAnnotatedActualTypeArguments()[0].isAnnotationPresent(Nullable.class);
	}

	/** Whether there is no default. */
	public boolean isRequired() {
		return annotatedType().isAnnotationPresent(NotNull.class);
	}

	/** What is said of the field, else of what stands there. */
	public String description() {
		var array = component.getAccessor().getAnnotation(ArraySchema.class);
		if (array != null) {
			return array.arraySchema().description();
		}
		var schema = component.getAccessor().getAnnotation(Schema.class);
		return (schema != null && !schema.description().isEmpty()) ? schema.description() : Family.describe(type());
	}

}
