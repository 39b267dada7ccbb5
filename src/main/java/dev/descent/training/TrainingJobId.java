package dev.descent.training;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/** Names a training job. */
public record TrainingJobId(@JsonValue String value) implements JobId {

	/**
	 * The job that the service trains when it starts, so that examples have something to
	 * show.
	 */
	public static final TrainingJobId EXAMPLE = new TrainingJobId("example");

	@JsonCreator
	public static TrainingJobId valueOf(String value) {
		return new TrainingJobId(value);
	}

	@Override
	public String kind() {
		return "training job";
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
