package dev.descent.web;

import tools.jackson.core.JsonGenerator;
import tools.jackson.databind.SerializationContext;
import tools.jackson.databind.ser.std.StdSerializer;

/** Writes numbers, with null in place of each that JSON does not know. */
final class FiniteNumbersWriter extends StdSerializer<double[]> {

	FiniteNumbersWriter() {
		super(double[].class);
	}

	@Override
	public void serialize(double[] values, JsonGenerator generator, SerializationContext context) {
		generator.writeStartArray(values, values.length);
		for (double value : values) {
			FiniteNumberWriter.write(value, generator);
		}
		generator.writeEndArray();
	}

}
