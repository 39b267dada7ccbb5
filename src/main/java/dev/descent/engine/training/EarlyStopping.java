package dev.descent.engine.training;

/**
 * Ends a run whose loss no longer improves. The validation loss is watched where there is
 * a validation part, otherwise the training loss.
 *
 * @param patience epochs without improvement after which to stop, at least 1
 * @param minDelta by how much the loss must fall below the best to count, not negative
 * @param restoreBest whether a run ends with the parameters of its best epoch
 */
public record EarlyStopping(int patience, double minDelta, boolean restoreBest) {

	public EarlyStopping {
		if (patience < 1) {
			throw new IllegalArgumentException("patience must be at least 1 but was " + patience);
		}
		if (!(minDelta >= 0)) {
			throw new IllegalArgumentException("minDelta must not be negative but was " + minDelta);
		}
	}

}
