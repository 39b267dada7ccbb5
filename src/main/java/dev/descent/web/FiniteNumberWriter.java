package dev.descent.web;

import tools.jackson.core.JsonGenerator;
import tools.jackson.databind.SerializationContext;
import tools.jackson.databind.ser.std.StdScalarSerializer;

/** Writes a number, or null where it is none that JSON knows. */
final class FiniteNumberWriter extends StdScalarSerializer<Double> {

	FiniteNumberWriter() {
		super(Double.class);
	}

	@Override
	public void serialize(Double value, JsonGenerator generator, SerializationContext context) {
		write(value, generator);
	}

	static void write(double value, JsonGenerator generator) {
		if (Double.isFinite(value)) {
			generator.writeNumber(value);
		}
		else {
			generator.writeNull();
		}
	}

}
