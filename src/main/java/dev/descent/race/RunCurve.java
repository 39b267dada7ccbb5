package dev.descent.race;

import java.util.Arrays;
import java.util.stream.IntStream;

import dev.descent.insight.surface.Part;
import dev.descent.training.LossCurve;
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
	private static final int MOST = 1000;

	static RunCurve of(LossCurve curve) {
		int stride = Math.max(1, Math.ceilDiv(curve.size() - 1, MOST));
		int[] kept = IntStream
			.concat(IntStream.iterate(0, (i) -> i < curve.size() - 1, (i) -> i + stride),
					IntStream.range(Math.max(0, curve.size() - 1), curve.size()))
			.toArray();
		return new RunCurve(pick(curve.column(Column.EPOCH), kept),
				pick(curve.column(Column.GRADIENT_EVALUATIONS), kept), pick(curve.column(Column.TRAIN_LOSS), kept),
				pick(curve.column(Column.VALIDATION_LOSS), kept));
	}

	private static double[] pick(double[] values, int[] kept) {
		return Arrays.stream(kept).mapToDouble((i) -> values[i]).toArray();
	}

	/** The losses of a part, one a row; NaN where it has no samples. */
	public double[] loss(Part part) {
		return (part == Part.TRAINING) ? trainLoss : validationLoss;
	}

	/** How many epochs are kept. */
	public int size() {
		return epochs.length;
	}

	/** The first row with a loss that is no higher; -1 if there is none. */
	public int reaches(Part part, double target) {
		double[] loss = loss(part);
		return IntStream.range(0, loss.length).filter((i) -> loss[i] <= target).findFirst().orElse(-1);
	}

	/** The memory it takes. */
	long bytes() {
		return 4L * Double.BYTES * size();
	}

}
