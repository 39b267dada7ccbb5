package dev.descent.web;

import java.time.Duration;
import java.time.format.DateTimeParseException;

import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.deser.std.StdScalarDeserializer;

/** Reads durations from strings only; Jackson's own reader takes numbers for seconds. */
final class DurationReader extends StdScalarDeserializer<Duration> {

	DurationReader() {
		super(Duration.class);
	}

	@Override
	public Duration deserialize(JsonParser parser, DeserializationContext context) {
		if (!parser.hasToken(JsonToken.VALUE_STRING)) {
			return (Duration) context.handleUnexpectedToken(Duration.class, parser);
		}
		try {
			return Duration.parse(parser.getString());
		}
		catch (DateTimeParseException ex) {
			return (Duration) context.handleWeirdStringValue(Duration.class, parser.getString(), "not ISO 8601");
		}
	}

}
