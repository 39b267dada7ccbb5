package dev.descent.insight.surface;

/** Over which samples the loss is taken. */
public enum Part {

	TRAINING, VALIDATION

}
