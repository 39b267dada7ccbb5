package dev.descent.training.specification.schedule;

/** What several schedules say of a parameter that they share. */
final class Texts {

	static final String STEP_PER = "What is counted: passes over the training samples (epoch) or updates (update).";

	static final String ETA_MIN = "The lowest rate.";

	static final String CYCLE_MOMENTUM = """
			Whether the momentum goes down where the rate goes up, in place of the optimizer's own, which must have one.""";

	static final String BASE_MOMENTUM = "The momentum at the highest rate, with cycleMomentum.";

	static final String MAX_MOMENTUM = "The momentum at the lowest rate, with cycleMomentum.";

	static final String MAX_LEARNING_RATE = "The highest rate. Absent or null: the optimizer's learning rate.";

	private Texts() {
	}

}
