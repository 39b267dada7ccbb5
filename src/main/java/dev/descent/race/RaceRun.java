package dev.descent.race;

import java.util.Arrays;

import dev.descent.engine.training.StopReason;
import dev.descent.insight.surface.Part;
import dev.descent.race.specification.Criterion;
import dev.descent.training.JobState;
import dev.descent.training.LossHistory.Column;
import dev.descent.training.TrainingJob;
import dev.descent.training.TrainingJobId;
import org.jspecify.annotations.Nullable;

/**
 * What came out of one run of a race. It stays when the job is gone.
 *
 * @param variant number of the variant
 * @param rate at which the variant was tuned; null for a run of the race itself
 * @param job null if it could not be made
 * @param shared whether another race, or another variant, had it trained
 * @param changed whether somebody changed it on its way
 * @param seconds of training
 * @param trainMetric accuracy or share of explained variation at the end; NaN if unknown
 * @param validationMetric the same of the validation samples
 * @param start fingerprint of the parameters of epoch 0; null if it never began
 */
public record RaceRun(int variant, long seed, @Nullable Double rate, @Nullable TrainingJobId job, JobState state,
		@Nullable StopReason stopReason, boolean shared, boolean changed, double seconds, RunCurve curve,
		double trainMetric, double validationMetric, @Nullable String start) {

	static RaceRun of(PlannedRun run, TrainingJob job, boolean shared) {
		var first = job.checkpoints().first();
		return new RaceRun(run.variant(), run.seed(), run.rate(), job.id(), job.state(), job.stopReason(), shared,
				!job.document().amendments().isEmpty(), job.trainedFor().toNanos() / 1e9, RunCurve.of(job.history()),
				job.history().latest(Column.TRAIN_METRIC), job.history().latest(Column.VALIDATION_METRIC),
				(first != null) ? StartFingerprint.of(first.parameters().values()) : null);
	}

	/** A run that could not be made. */
	static RaceRun failed(PlannedRun run) {
		double[] nothing = new double[0];
		return new RaceRun(run.variant(), run.seed(), run.rate(), null, JobState.FAILED, StopReason.ERROR, false, false,
				0, new RunCurve(nothing, nothing, nothing, nothing), Double.NaN, Double.NaN, null);
	}

	/**
	 * Whether it says something about its variant: it ended by itself, as it was meant
	 * to.
	 */
	public boolean counts() {
		return !changed && (state == JobState.SUCCEEDED || state == JobState.DIVERGED);
	}

	public boolean diverged() {
		return state == JobState.DIVERGED;
	}

	/** Its last loss; infinite if it diverged, NaN if there is none. */
	public double finalLoss(Part part) {
		double[] loss = curve.loss(part);
		return diverged() ? Double.POSITIVE_INFINITY : (loss.length > 0) ? loss[loss.length - 1] : Double.NaN;
	}

	/** Its lowest loss; infinite if it has none that is finite. */
	public double lowestLoss(Part part) {
		return Arrays.stream(curve.loss(part)).filter(Double::isFinite).min().orElse(Double.POSITIVE_INFINITY);
	}

	/**
	 * Gradients over the whole training data until a loss was reached; infinite if it
	 * never was.
	 */
	public double costTo(Part part, double target) {
		int row = curve.reaches(part, target);
		return (row < 0) ? Double.POSITIVE_INFINITY : curve.gradientEvaluations()[row];
	}

	/** Epochs until a loss was reached; infinite if it never was. */
	public double epochsTo(Part part, double target) {
		int row = curve.reaches(part, target);
		return (row < 0) ? Double.POSITIVE_INFINITY : curve.epochs()[row];
	}

	/**
	 * The number by which it is judged; lower is better.
	 * @param target for the cost
	 */
	public double score(Criterion criterion, Part part, double target) {
		return switch (criterion) {
			case FINAL_LOSS -> finalLoss(part);
			case LOWEST_LOSS -> lowestLoss(part);
			case COST_TO_TARGET -> costTo(part, target);
		};
	}

	/** Seconds at each row, spread over the gradients. */
	public double[] secondsAtRows() {
		double[] gradients = curve.gradientEvaluations();
		double all = (gradients.length > 0) ? gradients[gradients.length - 1] : 0;
		return Arrays.stream(gradients).map((done) -> (all > 0) ? seconds * done / all : 0).toArray();
	}

	long bytes() {
		return 500 + curve.bytes();
	}

}
