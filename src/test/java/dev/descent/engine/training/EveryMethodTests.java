package dev.descent.engine.training;

import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

import com.sun.management.ThreadMXBean;
import dev.descent.engine.activation.Sigmoid;
import dev.descent.engine.activation.Tanh;
import dev.descent.engine.initializer.Distribution;
import dev.descent.engine.initializer.Xavier;
import dev.descent.engine.kernel.ScalarKernels;
import dev.descent.engine.loss.BinaryCrossEntropy;
import dev.descent.engine.network.Architecture;
import dev.descent.engine.network.Layer;
import dev.descent.engine.network.Parameters;
import dev.descent.engine.optimizer.Adam;
import dev.descent.engine.optimizer.GradientNoise;
import dev.descent.engine.optimizer.GradientRule;
import dev.descent.engine.optimizer.MaxNorm;
import dev.descent.engine.optimizer.NormClipping;
import dev.descent.engine.optimizer.Optimizer;
import dev.descent.engine.random.Purpose;
import dev.descent.engine.random.RandomStream;
import dev.descent.engine.regularization.L2;
import dev.descent.engine.schedule.Constant;
import dev.descent.support.Variants;
import dev.descent.training.specification.AveragingSpecification;
import dev.descent.training.specification.optimizer.Ingredient;
import dev.descent.training.specification.optimizer.OptimizerSpecification;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;

/** What every method of descent that a job can ask for must keep to. */
class EveryMethodTests {

	private static final int FULL = 40;

	private static final int MINI = 7;

	private static final int UNITS = 16;

	/**
	 * A method in a run.
	 *
	 * @param dropout whether hidden units are left out
	 */
	record Setting(String name, Optimizer optimizer, double learningRate, List<GradientRule> rules, int batchSize,
			boolean dropout) {

		TrainingPlan plan(int epochs) {
			var optimization = new Optimization(optimizer, learningRate, new Constant(), false, rules);
			return new TrainingPlan(architecture(), BinaryCrossEntropy.STANDARD, List.of(new L2(0.01)),
					new BinaryAccuracy(0.5), optimization, epochs, batchSize, true, 1, 1, null, null);
		}

		private Architecture architecture() {
			return new Architecture(2,
					List.of(new Layer(UNITS, new Tanh(), dropout ? 0.4 : 0), new Layer(1, new Sigmoid())));
		}

		TrainingRun run(int epochs) {
			return new TrainingRun(plan(epochs), samples(), null, new ScalarKernels(),
					Parameters.initialized(architecture(), new Xavier(Distribution.UNIFORM, 1), 1),
					TrainingListener.NONE);
		}

		TrainingRun resumed(int epochs, TrainingState state) {
			return new TrainingRun(plan(epochs), samples(), null, new ScalarKernels(), state, TrainingListener.NONE);
		}

		@Override
		public String toString() {
			return name + ", batches of " + batchSize;
		}

	}

	static Stream<Setting> settings() {
		var settings = new ArrayList<Setting>();
		for (var specification : Variants.of(OptimizerSpecification.class)) {
			Double rate = specification.learningRate();
			settings.add(new Setting(Variants.name(specification), specification.method(), (rate != null) ? rate : 1,
					List.of(), FULL, false));
			if (!specification.refused().containsKey(Ingredient.MINI_BATCHES)) {
				settings.add(new Setting(Variants.name(specification), specification.method(),
						(rate != null) ? rate : 1, List.of(), MINI, false));
			}
		}
		for (var averaging : Variants.of(AveragingSpecification.class)) {
			settings.add(new Setting(Variants.name(averaging), averaging.around(Adam.STANDARD, 4), 0.01, List.of(),
					MINI, false));
		}
		for (int batchSize : new int[] { MINI, FULL }) {
			settings.add(new Setting("dropout", Adam.STANDARD, 0.01, List.of(), batchSize, true));
			settings.add(new Setting("noise, clipping and max-norm", new MaxNorm(Adam.STANDARD, 0.5), 0.01,
					List.of(new GradientNoise(0.01, 0.55), new NormClipping(0.1, 0)), batchSize, false));
		}
		return settings.stream();
	}

	@ParameterizedTest
	@MethodSource("settings")
	void aRunCopiedAtAnyMomentAndResumedGivesTheSameBits(Setting setting) {
		var straight = setting.run(4);
		int moments = 0;
		while (!straight.finished()) {
			straight.advance(1);
			moments++;
		}
		assertThat(straight.state().parameters().finite()).isTrue();
		for (int pause = 0; pause <= moments; pause++) {
			var paused = setting.run(4);
			paused.advance(pause);
			var state = TrainingState.of(paused.state().plan(), paused.state().numbers());
			paused.finish();
			var resumed = setting.resumed(4, state);
			resumed.finish();
			assertThat(resumed.state().parameters().values()).as("paused after %d units", pause)
				.containsExactly(straight.state().parameters().values());
			assertThat(resumed.figures().trainLoss()).isEqualTo(straight.figures().trainLoss());
			assertThat(resumed.state().cost().gradients()).isEqualTo(straight.state().cost().gradients());
			assertThat(resumed.state().cost().functions()).isEqualTo(straight.state().cost().functions());
		}
	}

	@ParameterizedTest
	@MethodSource("settings")
	void itLowersTheObjective(Setting setting) {
		var run = setting.run(60);
		run.advance(1);
		double before = run.figures().trainObjective();
		run.finish();
		assertThat(run.figures().trainObjective()).isLessThan(before);
	}

	@ParameterizedTest
	@MethodSource("settings")
	void anUpdateAllocatesNoArrayOfParametersOrSamples(Setting setting) {
		var run = setting.run(100_000);
		run.advance(2_000);
		var threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
		long step = run.state().step();
		long before = threads.getCurrentThreadAllocatedBytes();
		run.advance(4_000);
		long allocated = threads.getCurrentThreadAllocatedBytes() - before;
		// a power takes some 100 bytes in the JDK until it is compiled
		assertThat(allocated / (double) Math.max(1000, run.state().step() - step)).isLessThan(256);
	}

	private static Samples samples() {
		var random = RandomStream.of(1, Purpose.DATASET);
		double[] inputs = new double[FULL * 2];
		double[] targets = new double[FULL];
		for (int i = 0; i < FULL; i++) {
			inputs[2 * i] = random.nextDouble(-1, 1);
			inputs[2 * i + 1] = random.nextDouble(-1, 1);
			targets[i] = (inputs[2 * i] + inputs[2 * i + 1] + 0.3 * random.nextGaussian() > 0) ? 1 : 0;
		}
		return new Samples(FULL, inputs, targets);
	}

}
