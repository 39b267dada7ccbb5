package dev.descent.training.specification;

/** How much of what goes on inside a network is recorded. */
public enum InstrumentLevel {

	/** Nothing. */
	NONE,

	/** The instruments that cost next to nothing. */
	ECONOMY,

	/** All of them, with histograms. */
	FULL

}
