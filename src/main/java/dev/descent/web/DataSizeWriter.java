package dev.descent.web;

import org.springframework.util.unit.DataSize;
import tools.jackson.core.JsonGenerator;
import tools.jackson.databind.SerializationContext;
import tools.jackson.databind.ser.std.StdScalarSerializer;

/** Writes an amount of memory as its number of bytes. */
final class DataSizeWriter extends StdScalarSerializer<DataSize> {

	DataSizeWriter() {
		super(DataSize.class);
	}

	@Override
	public void serialize(DataSize value, JsonGenerator generator, SerializationContext context) {
		generator.writeNumber(value.toBytes());
	}

}
