package dev.descent.training;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/** Names a learning-rate range test. */
public record LearningRateRangeTestId(@JsonValue String value) implements JobId {

	/** The test that the service makes when it starts. */
	public static final LearningRateRangeTestId EXAMPLE = new LearningRateRangeTestId("example");

	@JsonCreator
	public static LearningRateRangeTestId valueOf(String value) {
		return new LearningRateRangeTestId(value);
	}

	@Override
	public String kind() {
		return "learning-rate range test";
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
