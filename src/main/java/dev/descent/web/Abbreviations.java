package dev.descent.web;

import java.util.Arrays;

import com.fasterxml.jackson.annotation.JsonTypeName;
import dev.descent.reference.Abbreviable;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.BeanDescription;
import tools.jackson.databind.DeserializationConfig;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.SerializationConfig;
import tools.jackson.databind.SerializationContext;
import tools.jackson.databind.ValueDeserializer;
import tools.jackson.databind.ValueSerializer;
import tools.jackson.databind.deser.ValueDeserializerModifier;
import tools.jackson.databind.deser.std.DelegatingDeserializer;
import tools.jackson.databind.jsontype.TypeDeserializer;
import tools.jackson.databind.jsontype.TypeSerializer;
import tools.jackson.databind.module.SimpleModule;
import tools.jackson.databind.ser.ValueSerializerModifier;

/** Reads and writes the members of {@link Abbreviable} families by their names. */
final class Abbreviations extends SimpleModule {

	Abbreviations() {
		super("abbreviations");
		setDeserializerModifier(new ValueDeserializerModifier() {

			@Override
			public ValueDeserializer<?> modifyDeserializer(DeserializationConfig config,
					BeanDescription.Supplier description, ValueDeserializer<?> deserializer) {
				return description.getBeanClass().isAnnotationPresent(Abbreviable.class) ? new ByName(deserializer)
						: deserializer;
			}

		});
		setSerializerModifier(new ValueSerializerModifier() {

			@Override
			public ValueSerializer<?> modifySerializer(SerializationConfig config, BeanDescription.Supplier description,
					ValueSerializer<?> serializer) {
				var type = description.getBeanClass();
				return (type.isRecord() && type.getRecordComponents().length == 0 && isMember(type)) ? new Name()
						: serializer;
			}

		});
	}

	private static boolean isMember(Class<?> type) {
		return type.isAnnotationPresent(Abbreviable.class)
				|| Arrays.stream(type.getInterfaces()).anyMatch(Abbreviations::isMember);
	}

	/** Takes a string for an object that has nothing but this type. */
	private static final class ByName extends DelegatingDeserializer {

		ByName(ValueDeserializer<?> delegate) {
			super(delegate);
		}

		@Override
		protected ValueDeserializer<?> newDelegatingInstance(ValueDeserializer<?> delegate) {
			return new ByName(delegate);
		}

		@Override
		public @Nullable Object deserializeWithType(JsonParser parser, DeserializationContext context,
				TypeDeserializer types) {
			if (!parser.hasToken(JsonToken.VALUE_STRING)) {
				return super.deserializeWithType(parser, context, types);
			}
			var object = context.getNodeFactory().objectNode().put(types.getPropertyName(), parser.getString());
			try (var spelledOut = object.traverse(context)) {
				spelledOut.nextToken();
				return super.deserializeWithType(spelledOut, context, types);
			}
		}

	}

	/** Writes a member without parameters. */
	private static final class Name extends ValueSerializer<Object> {

		@Override
		public void serialize(Object value, JsonGenerator generator, SerializationContext context) {
			generator.writeString(value.getClass().getAnnotation(JsonTypeName.class).value());
		}

		@Override
		public void serializeWithType(Object value, JsonGenerator generator, SerializationContext context,
				TypeSerializer types) {
			serialize(value, generator, context);
		}

	}

}
