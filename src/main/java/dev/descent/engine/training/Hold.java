package dev.descent.engine.training;

/** Where a run is to be held; asked before each unit of work, so it must be quick. */
@FunctionalInterface
public interface Hold {

	/** Nowhere. */
	Hold NONE = (_) -> false;

	boolean holds(TrainingRun run);

}
