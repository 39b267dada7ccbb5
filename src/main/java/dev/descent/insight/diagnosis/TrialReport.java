package dev.descent.insight.diagnosis;

import java.util.Arrays;
import java.util.Locale;
import java.util.Objects;

import dev.descent.engine.training.EpochFigures;
import dev.descent.insight.diagnosis.symptom.Examination;
import dev.descent.insight.diagnosis.symptom.Judge;
import dev.descent.insight.diagnosis.symptom.Symptom;
import dev.descent.training.Experiment;
import dev.descent.training.JobState;
import dev.descent.training.LossHistory.Column;
import dev.descent.training.TrainingJob;
import dev.descent.training.TrainingJobId;
import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

@Schema(description = "Whether the advice of a diagnosis has helped: both jobs side by side.")
public record TrialReport(@Schema(description = "What was found.", example = "learning_rate_too_low") String finding,
		@Schema(description = "Whether it helped.", example = "helped") TrialVerdict verdict,
		@Schema(description = "The same in a sentence.",
				example = "It helped: the finding is gone, and the training loss fell from 0.61 to 0.08.") String statement,
		@Schema(description = "Whether the trial has the finding too; null before both jobs have ended.",
				example = "false") @Nullable Boolean stillFound,
		@Schema(description = "By what they are compared; null before both have ended.",
				example = "training_loss") @Nullable Judge judge,
		@Nullable Conditions conditions, Outcome job, Outcome trial) {

	/** A difference of less than this share is no difference. */
	private static final double NOTABLE = 0.02;

	/** A difference in accuracy or R2 of less than this is none. */
	private static final double NOTABLE_METRIC = 0.01;

	@Schema(name = "TrialConditions", description = "What was equal in both jobs.")
	public record Conditions(
			@Schema(description = "Data, features, scaling and split.", example = "true") boolean sameInputs,
			@Schema(description = "The initial weights, bit for bit.", example = "true") boolean sameStart,
			@Schema(description = "The loss, so that both numbers mean the same.", example = "true") boolean sameLoss,
			@Schema(description = "The number of epochs that were asked for.", example = "true") boolean sameEpochs) {

		private static Conditions of(Examination before, Examination after) {
			var here = before.specification();
			var there = after.specification();
			return new Conditions(
					here.scaling() == there.scaling() && Objects.equals(here.features(), there.features()),
					Arrays.equals(start(before), start(after)), isSameLoss(before.experiment(), after.experiment()),
					here.training().epochs().equals(there.training().epochs()));
		}

		private static double[] start(Examination examination) {
			return examination.origin().parameters().values();
		}

		private static boolean isSameLoss(Experiment one, Experiment other) {
			return Objects.equals(one.specification().loss(), other.specification().loss());
		}

	}

	@Schema(name = "TrialOutcome", description = "What came out of one of the jobs.")
	public record Outcome(@Schema(description = "The job.", example = "example") TrainingJobId id,
			@Schema(description = "Where it stands.", example = "succeeded") JobState state,
			@Schema(description = "Whole epochs trained to get the result; null before there is one.",
					example = "1000") @Nullable Integer epoch,
			@Schema(description = "What it has cost, in gradients over all training samples.",
					example = "1000") @Nullable Double gradientEvaluations,
			@Schema(description = "Mean training loss.", example = "0.08") @Nullable Double trainLoss,
			@Schema(description = "Mean validation loss; null without such samples.",
					example = "0.1") @Nullable Double validationLoss,
			@Schema(description = "Accuracy or R2 over the training samples.",
					example = "0.97") @Nullable Double trainMetric,
			@Schema(description = "Likewise over the validation samples.",
					example = "0.95") @Nullable Double validationMetric,
			@Schema(description = "Accuracy over the training samples with each class counting alike; null for a regression.",
					example = "0.97") @Nullable Double balancedAccuracy) {

		private static Outcome of(TrainingJob job, @Nullable Examination examination) {
			var latest = job.checkpoints().latest();
			var figures = (latest != null) ? latest.figures() : new EpochFigures();
			var recalls = (examination != null) ? examination.recalls() : null;
			return new Outcome(job.id(), job.state(), (latest != null) ? (Integer) latest.epoch() : null,
					orNull(job.history().latest(Column.GRADIENT_EVALUATIONS)), orNull(figures.trainLoss()),
					orNull(figures.validationLoss()), orNull(figures.trainMetric()), orNull(figures.validationMetric()),
					(recalls != null) ? (Double) recalls.balanced() : null);
		}

		private static @Nullable Double orNull(double value) {
			return Double.isFinite(value) ? (Double) value : null;
		}

		/** What they are judged by; NaN where it is undefined. */
		private double score(Judge judge) {
			Double score = switch (judge) {
				case TRAINING_LOSS -> trainLoss;
				case VALIDATION_LOSS -> validationLoss;
				case TRAINING_METRIC -> (balancedAccuracy != null) ? balancedAccuracy : trainMetric;
			};
			return (score != null) ? score : Double.NaN;
		}

	}

	static TrialReport pending(Symptom symptom, TrainingJob job, TrainingJob trial) {
		return new TrialReport(symptom.name(), TrialVerdict.PENDING, "Nothing can be said before both jobs have ended.",
				null, null, null, Outcome.of(job, null), Outcome.of(trial, null));
	}

	static TrialReport of(Symptom symptom, TrainingJob job, Diagnosis before, TrainingJob trial, Diagnosis after) {
		var conditions = Conditions.of(before.examination(), after.examination());
		var judge = conditions.sameLoss() ? symptom.judge() : Judge.TRAINING_METRIC;
		var old = Outcome.of(job, before.examination());
		var changed = Outcome.of(trial, after.examination());
		boolean stillFound = after.finding(symptom.name()).isPresent();
		double from = old.score(judge);
		double to = changed.score(judge);
		double better = better(judge, from, to);
		var verdict = (better < 0) ? TrialVerdict.WORSE
				: (better > 0 || !stillFound) ? TrialVerdict.HELPED : TrialVerdict.NO_DIFFERENCE;
		return new TrialReport(symptom.name(), verdict, sentence(verdict, stillFound, judge, from, to), stillFound,
				judge, conditions, old, changed);
	}

	/** Above 0 if clearly better, below 0 if clearly worse, else 0. */
	private static double better(Judge judge, double from, double to) {
		if (Double.isNaN(from) || Double.isNaN(to)) {
			return 0;
		}
		double gain = (judge == Judge.TRAINING_METRIC) ? to - from : from - to;
		double notable = (judge == Judge.TRAINING_METRIC) ? NOTABLE_METRIC : NOTABLE * Math.abs(from);
		return (Math.abs(gain) > notable) ? gain : 0;
	}

	private static String sentence(TrialVerdict verdict, boolean stillFound, Judge judge, double from, double to) {
		String result = switch (verdict) {
			case HELPED -> "It helped";
			case WORSE -> "It made it worse";
			default -> "It made no difference";
		};
		return String.format(Locale.ROOT, "%s: the finding is %s, and the %s went from %.3g to %.3g.", result,
				stillFound ? "still there" : "gone", judge.inWords(), from, to);
	}

}
