package dev.descent.training;

import java.time.Duration;
import java.time.InstantSource;
import java.util.function.Supplier;

import dev.descent.dataset.Dataset;
import dev.descent.engine.kernel.Kernels;
import dev.descent.engine.schedule.ExponentialRamp;
import dev.descent.engine.training.StopReason;
import dev.descent.engine.training.TrainingListener;
import dev.descent.engine.training.TrainingRun;
import dev.descent.training.specification.JobDescription;
import dev.descent.training.specification.LearningRateRangeTestSpecification;
import org.jspecify.annotations.Nullable;

/**
 * A learning-rate range test (Smith, 2017, Cyclical learning rates for training neural
 * networks): one training in which every update has a higher learning rate than the one
 * before it, to see from which rate on the loss falls and from which it grows.
 */
public final class LearningRateRangeTest implements ExecutedJob {

	/** Of a test that has recorded nothing. */
	private static final int BYTES = 2_500;

	private final LearningRateRangeTestId id;

	private final LearningRateRangeTestSpecification specification;

	private final long demand;

	private final long specificationBytes;

	private final Kernels kernels;

	private final JobExecution execution;

	private final SweepRecord record;

	private volatile @Nullable SweepOutcome outcome;

	/**
	 * @param specification resolved
	 * @param demand memory that its job may take
	 * @param data gives the dataset, when the first slice begins
	 */
	LearningRateRangeTest(LearningRateRangeTestId id, LearningRateRangeTestSpecification specification, long demand,
			Supplier<Dataset> data, Kernels kernels, InstantSource clock) {
		this.id = id;
		this.specification = specification;
		this.demand = demand;
		this.specificationBytes = specification.job().givenBytes() + specification.job().textBytes();
		this.kernels = kernels;
		this.record = new SweepRecord(specification.updates(), specification.smoothing(), specification.stopFactor());
		this.execution = new JobExecution(id, new Sweep(data), clock);
	}

	@Override
	public JobDescription description() {
		return specification.job().description();
	}

	@Override
	public LearningRateRangeTestId id() {
		return id;
	}

	@Override
	public JobExecution execution() {
		return execution;
	}

	public LearningRateRangeTestSpecification specification() {
		return specification;
	}

	/** How the sweep ended by itself; null if it has not. */
	public @Nullable SweepOutcome outcome() {
		return outcome;
	}

	/** How many updates are recorded. */
	public int updates() {
		return record.size();
	}

	/** A copy of what is recorded. */
	public LearningRateCurve curve() {
		return record.curve();
	}

	/** The memory that it may take while it is active. */
	long demand() {
		return demand + record.bytes();
	}

	@Override
	public long bytes() {
		return BYTES + specificationBytes + record.bytes();
	}

	/** Makes the run and advances it until the record has seen enough. */
	private final class Sweep implements Work, TrainingListener {

		/** Gone once the sweep has ended, so that the data can go. */
		private @Nullable Supplier<Dataset> data;

		private @Nullable TrainingRun run;

		Sweep(Supplier<Dataset> data) {
			this.data = data;
		}

		@Override
		public void begin() {
			if (data != null) {
				var rates = new ExponentialRamp(specification.lowestRate(), specification.highestRate(),
						specification.updates() - 1);
				run = new Experiment(specification.job(), data.get()).sweep(rates, kernels, this);
			}
		}

		@Override
		public void advance(int units) {
			for (int i = 0; i < units && run != null && outcome == null; i++) {
				run.advance(1);
				if (run.finished() && outcome == null) {
					outcome = SweepOutcome.NOT_FINITE;
				}
			}
		}

		@Override
		public void updating(TrainingRun run) {
			outcome = record.append(run.state().learningRate(), run.batchLoss());
		}

		@Override
		public void evaluated(TrainingRun run) {
			// only the start is, and the record begins with the first update
		}

		@Override
		public @Nullable StopReason stopReason() {
			return (outcome != null) ? StopReason.COMPLETED : null;
		}

		@Override
		public long samples() {
			return (run != null) ? run.state().cost().gradients() : 0;
		}

		@Override
		public Duration timeLimit() {
			return specification.job().training().timeLimit();
		}

		@Override
		public void end(StopReason reason) {
			run = null;
			data = null;
		}

	}

}
