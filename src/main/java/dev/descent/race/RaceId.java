package dev.descent.race;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import dev.descent.training.JobId;

/** Names a race. */
public record RaceId(@JsonValue String value) implements JobId {

	/** The race that the service runs when it starts. */
	public static final RaceId EXAMPLE = new RaceId("example");

	@JsonCreator
	public static RaceId valueOf(String value) {
		return new RaceId(value);
	}

	@Override
	public String kind() {
		return "race";
	}

	@Override
	public boolean isExample() {
		return equals(EXAMPLE);
	}

	@Override
	public String toString() {
		return value;
	}

}
