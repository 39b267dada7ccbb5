package dev.descent.training.breakpoint;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * A number of a run that a condition may name. All of them follow from the specification,
 * so a condition holds at the same step whenever the job is run; the time taken is none
 * of them.
 */
public enum Variable {

	/** Epochs done. */
	EPOCH(Moment.EPOCH),

	/** Updates done. */
	STEP(Moment.UPDATE),

	/** The training loss as last evaluated. */
	LOSS(Moment.EVALUATION),

	/** The lowest training loss so far. */
	MIN_LOSS(Moment.EVALUATION),

	/** The validation loss as last evaluated. */
	VALIDATION_LOSS(Moment.EVALUATION),

	/** The lowest validation loss so far. */
	MIN_VALIDATION_LOSS(Moment.EVALUATION),

	/** The metric over the training samples. */
	METRIC(Moment.EVALUATION),

	/** The metric over the validation samples. */
	VALIDATION_METRIC(Moment.EVALUATION),

	/** The learning rate of the last update. */
	LEARNING_RATE(Moment.UPDATE),

	/** Hidden units whose activation is exactly 0 for every training sample. */
	DEAD_UNITS(Moment.EVALUATION);

	private static final List<Variable> ALL = List.of(values());

	private final Moment moment;

	Variable(Moment moment) {
		this.moment = moment;
	}

	/** When it may change. */
	public Moment moment() {
		return moment;
	}

	/** As it is spelt in a condition. */
	public String spelling() {
		return name().toLowerCase(Locale.ROOT);
	}

	static Optional<Variable> spelt(String name) {
		return ALL.stream().filter((variable) -> variable.spelling().equals(name)).findFirst();
	}

	static List<String> spellings() {
		return Arrays.stream(values()).map(Variable::spelling).toList();
	}

}
