package dev.descent.engine.analysis;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import dev.descent.engine.activation.Sigmoid;
import dev.descent.engine.activation.Tanh;
import dev.descent.engine.formula.Derivation;
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
import dev.descent.engine.optimizer.Lookahead;
import dev.descent.engine.optimizer.MaxNorm;
import dev.descent.engine.optimizer.Memory;
import dev.descent.engine.optimizer.MemoryShape;
import dev.descent.engine.optimizer.NormClipping;
import dev.descent.engine.optimizer.Optimizer;
import dev.descent.engine.optimizer.Sgd;
import dev.descent.engine.optimizer.SharpnessAware;
import dev.descent.engine.optimizer.ValueClipping;
import dev.descent.engine.optimizer.WeightDecay;
import dev.descent.engine.random.Purpose;
import dev.descent.engine.random.RandomStream;
import dev.descent.engine.regularization.L1;
import dev.descent.engine.regularization.L2;
import dev.descent.engine.schedule.Constant;
import dev.descent.engine.training.BinaryAccuracy;
import dev.descent.engine.training.Optimization;
import dev.descent.engine.training.Samples;
import dev.descent.engine.training.TrainingPlan;
import dev.descent.engine.training.TrainingRun;
import dev.descent.support.Variants;
import dev.descent.training.specification.AveragingSpecification;
import dev.descent.training.specification.optimizer.OptimizerSpecification;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

/** The formulas of every method of descent against what the method does. */
class UpdateTraceTests {

	private static final int SAMPLES = 24;

	/** A method with what is done to its gradient. */
	record Setting(String name, Optimizer optimizer, double learningRate, List<GradientRule> rules) {

		TrainingRun run(UpdateRecorder recorder) {
			var architecture = new Architecture(2,
					List.of(new Layer(5, new Tanh(), 0.2), new Layer(3, new Tanh()), new Layer(1, new Sigmoid())));
			var plan = new TrainingPlan(architecture, BinaryCrossEntropy.STANDARD, List.of(new L1(0.01), new L2(0.02)),
					new BinaryAccuracy(0.5), new Optimization(optimizer, learningRate, new Constant(), false, rules),
					40, SAMPLES, true, 3, 1, null, null);
			var start = Parameters.initialized(architecture, new Xavier(Distribution.UNIFORM, 1), 5);
			return new TrainingRun(plan, samples(), null, new ScalarKernels(), start, recorder);
		}

		private static Samples samples() {
			var random = RandomStream.of(7, Purpose.SHUFFLE);
			double[] inputs = new double[2 * SAMPLES];
			double[] targets = new double[SAMPLES];
			for (int s = 0; s < SAMPLES; s++) {
				inputs[2 * s] = random.nextGaussian();
				inputs[2 * s + 1] = random.nextGaussian();
				targets[s] = (inputs[2 * s] * inputs[2 * s + 1] > 0) ? 1 : 0;
			}
			return new Samples(SAMPLES, inputs, targets);
		}

		UpdateTrace trace(long step) {
			var recorder = new UpdateRecorder(step, new ScalarKernels());
			var run = run(recorder);
			while (!recorder.finished() && !run.finished()) {
				run.advance(1000, recorder);
			}
			return recorder.trace();
		}

		@Override
		public String toString() {
			return name;
		}

	}

	static Stream<Setting> settings() {
		var settings = new ArrayList<Setting>();
		for (var specification : Variants.of(OptimizerSpecification.class)) {
			Double rate = specification.learningRate();
			settings.add(new Setting(Variants.name(specification), specification.method(), (rate != null) ? rate : 1,
					List.of()));
		}
		for (var averaging : Variants.of(AveragingSpecification.class)) {
			settings.add(new Setting(Variants.name(averaging), averaging.around(Adam.STANDARD, 1), 0.01, List.of()));
		}
		settings.add(
				new Setting("decayed and shortened", new MaxNorm(new WeightDecay(Adam.STANDARD, 0.1, true, false), 0.5),
						0.01, List.of(new GradientNoise(0.01, 0.55), new NormClipping(0.1, 1e-6))));
		settings.add(new Setting("sharpness-aware, coupled decay",
				new SharpnessAware(new WeightDecay(new Sgd(0.9, 0.5, false), 0.1, false, true), 0.1), 0.1,
				List.of(new ValueClipping(0.01))));
		settings.add(new Setting("lookahead, nesterov", new Lookahead(new Sgd(0.9, 0, true), 2, 0.5), 0.1, List.of()));
		return settings.stream();
	}

	@ParameterizedTest
	@MethodSource("settings")
	void theFormulasGiveWhatTheMethodDoes(Setting setting) {
		for (long step : new long[] { 1, 2, 3, 6, 25 }) {
			var trace = setting.trace(step);
			for (int i = 0; i < trace.before().values().length; i++) {
				var derivation = new Derivation();
				trace.derive(derivation, i);
				assertClose(derivation.value("w"), trace.after().values()[i], setting + ", step " + step);
				int index = i;
				remembered(setting.optimizer().memory(trace.before().values().length), trace.memoryAfter(), index)
					.forEach((name, value) -> derivation.lines()
						.stream()
						.filter((line) -> line.name().equals(name) && line.formula() != null)
						.reduce((first, last) -> last)
						.ifPresent((line) -> assertClose(line.value(), value, setting + ", " + name)));
			}
		}
	}

	@ParameterizedTest
	@MethodSource("settings")
	void theTraceHasTheNumbersOfTheRun(Setting setting) {
		var run = setting.run(new UpdateRecorder(0, new ScalarKernels()));
		for (long step = 1; step <= 4; step++) {
			while (run.state().step() < step) {
				run.advance(1);
			}
			var trace = setting.trace(step);
			assertThat(trace.after().values()).isEqualTo(run.state().moved().values());
		}
	}

	private static Map<String, Double> remembered(MemoryShape shape, Memory memory, int index) {
		var values = new HashMap<String, Double>();
		if (shape.inner() != null) {
			values.putAll(remembered(shape.inner(), memory.inner(), index));
		}
		for (int i = 0; i < shape.vectors().size(); i++) {
			values.put(shape.vectors().get(i), memory.vector(i)[index]);
		}
		for (int i = 0; i < shape.scalars().size(); i++) {
			values.put(shape.scalars().get(i), memory.scalars()[i]);
		}
		return values;
	}

	private static void assertClose(double value, double expected, String what) {
		assertThat(value).as(what).isCloseTo(expected, within(1e-11 * (1 + Math.abs(expected))));
	}

}
