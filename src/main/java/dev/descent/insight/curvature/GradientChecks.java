package dev.descent.insight.curvature;

import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;

import dev.descent.engine.analysis.GradientCheck;
import dev.descent.engine.analysis.ParameterSelection;
import dev.descent.engine.kernel.Kernels;
import dev.descent.engine.network.Network;
import dev.descent.engine.training.Penalties;
import dev.descent.limits.Limits;
import dev.descent.problem.ConflictException;
import dev.descent.problem.Fault;
import dev.descent.problem.RefusedException;
import dev.descent.training.Checkpoint;
import dev.descent.training.Computation;
import dev.descent.training.Computations;
import dev.descent.training.TrainingJob;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Compares the derivatives of jobs with differences, in turn with the jobs that are
 * trained, and within a bound on the work.
 */
@Component
public class GradientChecks {

	/** Parameters that are checked if nobody says how many. */
	private static final int USUAL = 500;

	private final Computations computations;

	private final Kernels kernels;

	private final Limits limits;

	GradientChecks(Computations computations, Kernels kernels, Limits limits) {
		this.computations = computations;
		this.kernels = kernels;
		this.limits = limits;
	}

	/** A check at a moment of a job. */
	public CompletableFuture<GradientReport> check(TrainingJob job, Checkpoint moment, GradientCheckRequest request) {
		var experiment = moment.experiment();
		int[] training = experiment.split().training();
		int[] rows = Arrays.copyOf(training, Math.min(request.samples(), training.length));
		int[] selection = ParameterSelection.of(experiment.architecture(), most(moment, rows.length, request),
				request.seed());
		return computations.submit("gradient check of the " + job.id().described(),
				new Check(moment, rows, selection, kernels));
	}

	private int most(Checkpoint moment, int samples, GradientCheckRequest request) {
		int count = moment.experiment().architecture().parameterCount();
		double each = (double) GradientCheck.MOST_EVALUATIONS * samples * count;
		Integer wanted = request.parameters();
		if (wanted == null) {
			return (int) Math.clamp(limits.surfaceWork() / each, 1, USUAL);
		}
		double work = Math.min(wanted, count) * each;
		if (work > limits.surfaceWork()) {
			throw new RefusedException(List.of(Fault.ofParameter("parameters",
					"asks for %,d derivatives of %,d parameters over %,d samples: %,.0f units of work; at most %,d are allowed"
						.formatted(Math.min(wanted, count), count, samples, work, limits.surfaceWork()))));
		}
		return wanted;
	}

	/** Drives one check. */
	private static final class Check implements Computation<GradientReport> {

		private final Checkpoint moment;

		private final int[] rows;

		private final int[] selection;

		private final Kernels kernels;

		private @Nullable GradientCheck check;

		Check(Checkpoint moment, int[] rows, int[] selection, Kernels kernels) {
			this.moment = moment;
			this.rows = rows;
			this.selection = selection;
			this.kernels = kernels;
		}

		@Override
		public void begin() {
			var experiment = moment.experiment();
			var plan = experiment.plan();
			check = GradientCheck.ofParameters(new Network(plan.architecture(), kernels), plan.loss(),
					new Penalties(plan.penalties(), plan.architecture()), experiment.samples(rows), moment.parameters(),
					selection);
		}

		@Override
		public void advance(int units) {
			for (int i = 0; i < units && !finished(); i++) {
				check().advance();
			}
		}

		@Override
		public boolean finished() {
			return check().finished();
		}

		@Override
		public GradientReport result() {
			if (!check().isFinite()) {
				throw new ConflictException(
						"The objective is not finite around these parameters, so there are no differences to compare with.");
			}
			return new GradientReport(moment, rows.length, check().objective(), check().noise(), selection,
					check().result());
		}

		private GradientCheck check() {
			return Objects.requireNonNull(check);
		}

	}

}
