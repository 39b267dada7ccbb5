package dev.descent.race;

import java.util.stream.IntStream;

import dev.descent.insight.surface.Part;
import dev.descent.training.LossHistory;
import dev.descent.training.LossHistory.Column;

/**
 * The losses of a run over its epochs and their cost: every evaluated epoch, or every
 * second, third and so on of a long run, and the last. Arrays must not be changed.
 *
 * @param epochs whole epochs trained
 * @param gradientEvaluations gradients over the whole training data, up to there
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
public record RunCurve(double[] epochs, double[] gradientEvaluations, double[] trainLoss, double[] validationLoss) {

	/** More would be finer than anybody sees. */
	private static final int MOST = 1001;

	static RunCurve of(LossHistory history) {
		double[][] columns = history.columns(MOST, Column.EPOCH, Column.GRADIENT_EVALUATIONS, Column.TRAIN_LOSS,
				Column.VALIDATION_LOSS);
		return new RunCurve(columns[0], columns[1], columns[2], columns[3]);
	}

	/** The losses of a part, one a row; NaN where it has no samples. */
	public double[] loss(Part part) {
		return (part == Part.TRAINING) ? trainLoss : validationLoss;
	}

	/** How many epochs are kept. */
	public int size() {
		return epochs.length;
	}

	/**
	 * The first row with a loss that is no higher; -1 if there is none.
	 * @param target infinite where there is none
	 */
	public int reaches(Part part, double target) {
		double[] loss = loss(part);
		return IntStream.range(0, loss.length)
			.filter((i) -> loss[i] <= target && Double.isFinite(target))
			.findFirst()
			.orElse(-1);
	}

	/** The memory it takes. */
	long bytes() {
		return 4L * Double.BYTES * size();
	}

}
