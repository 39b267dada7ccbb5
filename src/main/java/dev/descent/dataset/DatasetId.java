package dev.descent.dataset;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/** Names a stored dataset. */
public record DatasetId(@JsonValue String value) {

	/**
	 * The dataset that is there from the start, so that examples have something to show.
	 */
	public static final DatasetId EXAMPLE = new DatasetId("example");

	@JsonCreator(mode = JsonCreator.Mode.DELEGATING)
	public static DatasetId of(String value) {
		return new DatasetId(value);
	}

	@Override
	public String toString() {
		return value;
	}

}
