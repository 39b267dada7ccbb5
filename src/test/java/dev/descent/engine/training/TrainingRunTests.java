package dev.descent.engine.training;

import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

import com.sun.management.ThreadMXBean;
import dev.descent.engine.activation.Identity;
import dev.descent.engine.activation.Sigmoid;
import dev.descent.engine.activation.Tanh;
import dev.descent.engine.initializer.Distribution;
import dev.descent.engine.initializer.Xavier;
import dev.descent.engine.kernel.Kernels;
import dev.descent.engine.kernel.ScalarKernels;
import dev.descent.engine.loss.BinaryCrossEntropy;
import dev.descent.engine.loss.MeanSquaredError;
import dev.descent.engine.network.Architecture;
import dev.descent.engine.network.Layer;
import dev.descent.engine.network.Parameters;
import dev.descent.engine.optimizer.Adam;
import dev.descent.engine.optimizer.Optimizer;
import dev.descent.engine.optimizer.Sgd;
import dev.descent.engine.random.Purpose;
import dev.descent.engine.random.RandomStream;
import dev.descent.engine.regularization.L1;
import dev.descent.engine.regularization.L2;
import dev.descent.engine.schedule.ExponentialRamp;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

class TrainingRunTests {

	private static final Kernels KERNELS = new ScalarKernels();

	private static final Architecture ARCHITECTURE = new Architecture(2,
			List.of(new Layer(5, new Tanh()), new Layer(1, new Sigmoid())));

	private static final Samples TRAINING = samples(23, 1);

	private static final Samples VALIDATION = samples(9, 2);

	static Stream<TrainingPlan> plans() {
		var plans = new ArrayList<TrainingPlan>();
		for (Optimizer optimizer : List.of(Sgd.PLAIN, new Sgd(0.9, 0, false), new Sgd(0.8, 0, true), Adam.STANDARD)) {
			for (int batchSize : new int[] { 1, 7, 23, 100 }) {
				plans.add(plan(optimizer, batchSize, 1, null, null));
				plans.add(plan(optimizer, batchSize, 2, new EarlyStopping(2, 0.001, true), null));
			}
		}
		return plans.stream();
	}

	@ParameterizedTest
	@MethodSource("plans")
	void aRunCopiedAtAnyMomentAndResumedGivesTheSameBits(TrainingPlan plan) {
		var straightLosses = new ArrayList<Double>();
		var straight = run(plan, VALIDATION, (run) -> straightLosses.add(run.figures().trainLoss()));
		int moments = 0;
		while (!straight.finished()) {
			straight.advance(1);
			moments++;
		}

		for (int pause = 0; pause <= moments; pause++) {
			var losses = new ArrayList<Double>();
			var paused = run(plan, VALIDATION, (run) -> losses.add(run.figures().trainLoss()));
			paused.advance(pause);
			var state = TrainingState.of(paused.state().plan(), paused.state().numbers());
			paused.finish();
			losses.subList(evaluations(plan, state), losses.size()).clear();
			var resumed = new TrainingRun(plan, TRAINING, VALIDATION, KERNELS, state,
					(run) -> losses.add(run.figures().trainLoss()));
			resumed.finish();

			assertThat(resumed.state().parameters().values()).as("paused after %d units", pause)
				.containsExactly(straight.state().parameters().values());
			assertThat(losses).isEqualTo(straightLosses);
			assertThat(resumed.state().stopReason()).isEqualTo(straight.state().stopReason());
			assertThat(resumed.state().parametersEpoch()).isEqualTo(straight.state().parametersEpoch());
		}
		assertThat(moments).isGreaterThan(4);
	}

	/** Evaluations that were finished when the state was copied. */
	private static int evaluations(TrainingPlan plan, TrainingState state) {
		int done = 1 + state.epoch() / plan.evaluateEvery();
		if (state.epoch() == plan.epochs() && state.epoch() % plan.evaluateEvery() != 0) {
			done++;
		}
		return state.evaluationDue ? done - 1 : done;
	}

	@Test
	void theSameRequestGivesTheSameBits() {
		var plan = plan(Adam.STANDARD, 7, 1, null, null);
		assertThat(finished(plan).state().parameters().values())
			.containsExactly(finished(plan).state().parameters().values());
	}

	@Test
	void anotherSeedShufflesOtherwise() {
		var plan = plan(Sgd.PLAIN, 7, 1, null, null);
		var other = new TrainingPlan(plan.architecture(), plan.loss(), plan.penalties(), plan.metric(),
				plan.optimization(), plan.epochs(), plan.batchSize(), true, 99, 1, null, null);
		assertThat(finished(plan).state().parameters().values())
			.isNotEqualTo(finished(other).state().parameters().values());
	}

	@Test
	void everyEpochCountsItsShortLastBatchAsAnUpdate() {
		var run = finished(plan(Sgd.PLAIN, 7, 1, null, null));
		assertThat(run.state().epoch()).isEqualTo(6);
		assertThat(run.state().step()).isEqualTo(6 * 4);
		assertThat(run.state().stopReason()).isEqualTo(StopReason.COMPLETED);
	}

	@Test
	void evaluationIsThinnedButTheLastEpochIsAlwaysThere() {
		var epochs = new ArrayList<Integer>();
		run(plan(Sgd.PLAIN, 7, 4, null, null), null, (run) -> epochs.add(run.state().epoch())).finish();
		assertThat(epochs).containsExactly(0, 4, 6);
	}

	@Test
	void theRecordedLossDoesNotDependOnTheBatch() {
		var full = run(plan(Sgd.PLAIN, 23, 1, null, null), null, TrainingListener.NONE);
		var mini = run(plan(Sgd.PLAIN, 7, 1, null, null), null, TrainingListener.NONE);
		full.advance(1);
		mini.advance(1);
		assertThat(mini.figures().trainLoss()).isEqualTo(full.figures().trainLoss());
	}

	@Test
	void theRecordedLossDoesNotDependOnTheChunksItIsSummedIn() {
		var many = samples(2 * Evaluation.CHUNK + 88, 3);
		var parameters = Parameters.initialized(ARCHITECTURE, new Xavier(Distribution.UNIFORM, 1), 1);
		var whole = new TrainingRun(plan(Sgd.PLAIN, many.count(), 1, null, null), many, null, KERNELS, parameters,
				TrainingListener.NONE);
		var chunks = new TrainingRun(plan(Sgd.PLAIN, 7, 1, null, null), many, null, KERNELS, parameters,
				TrainingListener.NONE);
		whole.advance(1);
		chunks.advance(2);
		assertThat(chunks.figures().trainLoss()).isNaN();
		chunks.advance(1);
		assertThat(chunks.figures().trainLoss()).isEqualTo(whole.figures().trainLoss());
		assertThat(chunks.figures().trainMetric()).isEqualTo(whole.figures().trainMetric());
	}

	@Test
	void everyEpochHasAnOrderOfItsOwnWhicheverCameBefore() {
		var plan = plan(Sgd.PLAIN, 7, 1, null, null);
		var batches = new MiniBatches(ARCHITECTURE, plan, TRAINING);
		double[] first = batches.load(0, 0).input(0).values().clone();
		double[] second = batches.load(1, 0).input(0).values().clone();
		assertThat(second).isNotEqualTo(first);
		assertThat(batches.load(0, 0).input(0).values()).containsExactly(first);
		assertThat(new MiniBatches(ARCHITECTURE, plan, TRAINING).load(1, 0).input(0).values()).containsExactly(second);
	}

	@ParameterizedTest
	@ValueSource(ints = { 1, 7, 23 })
	void theEpochLoopAllocatesNothingButTheStreamOfAnOrder(int batchSize) {
		var plan = new TrainingPlan(ARCHITECTURE, BinaryCrossEntropy.STANDARD, List.of(new L2(0.01)),
				new BinaryAccuracy(0.5), Optimization.of(Adam.STANDARD, 0.001), 100_000, batchSize, true, 1, 1,
				new EarlyStopping(100_000, 0, true), 0.0);
		double[] sum = new double[1];
		var run = run(plan, VALIDATION, new TrainingListener() {

			@Override
			public void updating(TrainingRun run) {
				sum[0] += run.batchLoss();
			}

			@Override
			public void evaluated(TrainingRun run) {
				sum[0] += run.figures().trainLoss();
			}

		});
		run.advance(2_000);
		var threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
		int epoch = run.state().epoch();
		long before = threads.getCurrentThreadAllocatedBytes();
		run.advance(20_000);
		long allocated = threads.getCurrentThreadAllocatedBytes() - before;
		assertThat(sum[0]).isPositive();
		assertThat(run.state().epoch() - epoch).isGreaterThan(500);
		assertThat(allocated / (double) (run.state().epoch() - epoch)).isLessThan(64);
	}

	@Test
	void beforeAnUpdateTheLossOfItsBatchIsShown() {
		var shown = new ArrayList<Double>();
		var evaluated = new ArrayList<Double>();
		var listener = new TrainingListener() {

			@Override
			public void updating(TrainingRun run) {
				assertThat(run.state().step()).isEqualTo(shown.size() + 1);
				shown.add(run.batchLoss());
			}

			@Override
			public void evaluated(TrainingRun run) {
				evaluated.add(run.figures().trainLoss());
			}

		};
		run(plan(Sgd.PLAIN, 23, 1, null, null), null, listener).finish();
		assertThat(shown).hasSize(6).isEqualTo(evaluated.subList(0, 6));
		shown.clear();
		run(plan(Sgd.PLAIN, 7, 1, null, null), null, listener).finish();
		assertThat(shown).hasSize(6 * 4).doesNotHaveDuplicates();
	}

	@ParameterizedTest
	@ValueSource(ints = { 7, 23 })
	void aSweepMovesTheRateAtEveryUpdateAndEvaluatesOnlyTheStart(int batchSize) {
		var rates = new ArrayList<Double>();
		var epochs = new ArrayList<Integer>();
		var plan = plan(Sgd.PLAIN, batchSize, 1, new EarlyStopping(1, 0, true), 10.0)
			.swept(new ExponentialRamp(0.01, 1, 2));
		var run = run(plan, null, new TrainingListener() {

			@Override
			public void updating(TrainingRun run) {
				rates.add(run.state().learningRate());
			}

			@Override
			public void evaluated(TrainingRun run) {
				epochs.add(run.state().epoch());
			}

		});
		run.advance(1 + 50);
		assertThat(rates).hasSize(50).startsWith(0.01).endsWith(1.0);
		assertThat(rates.get(1)).isCloseTo(0.1, within(1e-15));
		assertThat(epochs).containsExactly(0);
		assertThat(run.finished()).isFalse();
	}

	@Test
	void theTargetLossEndsTheRun() {
		var run = finished(plan(Adam.STANDARD, 23, 1, null, 10.0));
		assertThat(run.state().stopReason()).isEqualTo(StopReason.TARGET_REACHED);
		assertThat(run.state().step()).isZero();
	}

	@Test
	void earlyStoppingRestoresTheBestParameters() {
		var best = new ArrayList<double[]>();
		var epochOfBest = new int[1];
		var lowest = new double[] { Double.POSITIVE_INFINITY };
		var plan = new TrainingPlan(ARCHITECTURE, BinaryCrossEntropy.STANDARD, List.of(), new BinaryAccuracy(0.5),
				Optimization.of(Adam.STANDARD, 0.3), 500, 23, false, 1, 1, new EarlyStopping(15, 0, true), null);
		var run = run(plan, VALIDATION, (current) -> {
			if (current.figures().validationLoss() < lowest[0]) {
				lowest[0] = current.figures().validationLoss();
				epochOfBest[0] = current.state().epoch();
				best.add(current.state().parameters().values().clone());
			}
		});
		run.finish();
		assertThat(run.state().stopReason()).isEqualTo(StopReason.EARLY_STOPPED);
		assertThat(run.state().epoch()).isEqualTo(epochOfBest[0] + 15);
		assertThat(run.state().parametersEpoch()).isEqualTo(epochOfBest[0]);
		assertThat(run.state().parameters().values()).containsExactly(best.getLast());
	}

	@Test
	void divergenceStopsAtTheUpdateThatOverflowed() {
		var linear = new Architecture(2, List.of(new Layer(1, new Identity())));
		var plan = new TrainingPlan(linear, new MeanSquaredError(), List.of(), new RSquared(),
				Optimization.of(Sgd.PLAIN, 1e100), 1000, 7, false, 1, 1, null, null);
		var recorded = new ArrayList<Double>();
		var run = new TrainingRun(plan, TRAINING, null, KERNELS,
				Parameters.initialized(linear, new Xavier(Distribution.NORMAL, 1), 1),
				(current) -> recorded.add(current.figures().trainLoss()));
		run.finish();
		assertThat(run.state().stopReason()).isEqualTo(StopReason.DIVERGED);
		assertThat(run.state().epoch()).isLessThan(1000);
		assertThat(recorded).isNotEmpty().allMatch(Double::isFinite);
	}

	@Test
	void noEpochsIsAnEvaluationOfTheStart() {
		var plan = new TrainingPlan(ARCHITECTURE, BinaryCrossEntropy.STANDARD, List.of(), new BinaryAccuracy(0.5),
				Optimization.of(Adam.STANDARD, 0.3), 0, 23, false, 1, 1, null, null);
		var epochs = new ArrayList<Integer>();
		run(plan, null, (run) -> epochs.add(run.state().epoch())).finish();
		assertThat(epochs).containsExactly(0);
	}

	private static TrainingRun finished(TrainingPlan plan) {
		var run = run(plan, VALIDATION, TrainingListener.NONE);
		run.finish();
		return run;
	}

	private static TrainingRun run(TrainingPlan plan, @Nullable Samples validation, TrainingListener listener) {
		return new TrainingRun(plan, TRAINING, validation, KERNELS,
				Parameters.initialized(ARCHITECTURE, new Xavier(Distribution.UNIFORM, 1), 1), listener);
	}

	private static TrainingPlan plan(Optimizer optimizer, int batchSize, int evaluateEvery,
			@Nullable EarlyStopping stopping, @Nullable Double targetLoss) {
		return new TrainingPlan(ARCHITECTURE, BinaryCrossEntropy.STANDARD, List.of(new L1(0.001), new L2(0.01)),
				new BinaryAccuracy(0.5), Optimization.of(optimizer, 0.1), 6, batchSize, true, 1, evaluateEvery,
				stopping, targetLoss);
	}

	private static Samples samples(int count, long seed) {
		var random = RandomStream.of(seed, Purpose.DATASET);
		double[] inputs = new double[count * 2];
		double[] targets = new double[count];
		for (int i = 0; i < count; i++) {
			inputs[2 * i] = random.nextDouble(-1, 1);
			inputs[2 * i + 1] = random.nextDouble(-1, 1);
			targets[i] = (inputs[2 * i] * inputs[2 * i + 1] + 0.3 * random.nextGaussian() > 0) ? 1 : 0;
		}
		return new Samples(count, inputs, targets);
	}

}
