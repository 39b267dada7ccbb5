package dev.descent.engine.random;

/** What random numbers are drawn for; equal seeds give unrelated streams. */
public enum Purpose {

	/** Inputs, noise and labels of a synthetic dataset. */
	DATASET(0x6461746173657400L),

	/** Which samples train, validate and test. */
	SPLIT(0x73706c6974000000L),

	/** The parameters before the first update; the index is the layer. */
	INITIALIZER(0x696e697469616c00L),

	/** The order of the samples; the index is the epoch. */
	SHUFFLE(0x73687566666c6500L),

	/** What an update leaves out; the index is the update's number, layer by layer. */
	DROPOUT(0x64726f706f757400L),

	/** What is added to the gradient; the index is the update's number. */
	GRADIENT_NOISE(0x6e6f697365000000L),

	/** In which direction to look at a loss; the index numbers the directions. */
	DIRECTION(0x6469726563740000L),

	/**
	 * Which parameters are looked at; the index numbers the weights and the biases of all
	 * layers.
	 */
	SELECTION(0x73656c6563740000L),

	/** Where a search for eigenvalues starts; the index counts the starts. */
	EIGENVALUES(0x656967656e000000L),

	/** Random signs that estimate a trace; the index numbers the estimates. */
	TRACE(0x7472616365000000L),

	/** Which values of a hyper-parameter are tried; the index numbers the axes. */
	SWEEP(0x7377656570000000L);

	private final long salt;

	Purpose(long salt) {
		this.salt = salt;
	}

	long salt() {
		return salt;
	}

}
