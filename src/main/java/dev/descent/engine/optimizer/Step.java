package dev.descent.engine.optimizer;

/** The circumstances of one update. */
public interface Step {

	/** The number of this update, from 1. */
	long number();

	/** The learning rate in use for this update. */
	double learningRate();

	/**
	 * The momentum (or first decay rate) in use for this update.
	 * @param own of the method, which holds unless a schedule moves it
	 */
	double momentum(double own);

	/** An update with its method's own momentum. */
	static Step of(long number, double learningRate) {
		return new Step() {

			@Override
			public long number() {
				return number;
			}

			@Override
			public double learningRate() {
				return learningRate;
			}

			@Override
			public double momentum(double own) {
				return own;
			}

		};
	}

}
