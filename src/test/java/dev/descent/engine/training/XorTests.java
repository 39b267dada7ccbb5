package dev.descent.engine.training;

import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import dev.descent.engine.activation.Sigmoid;
import dev.descent.engine.initializer.Distribution;
import dev.descent.engine.initializer.Xavier;
import dev.descent.engine.kernel.ScalarKernels;
import dev.descent.engine.loss.MeanSquaredError;
import dev.descent.engine.network.Architecture;
import dev.descent.engine.network.Layer;
import dev.descent.engine.network.Parameters;
import dev.descent.engine.optimizer.Adam;
import dev.descent.engine.optimizer.Bfgs;
import dev.descent.engine.optimizer.ConjugateGradient;
import dev.descent.engine.optimizer.GaussNewton;
import dev.descent.engine.optimizer.Lbfgs;
import dev.descent.engine.optimizer.LevenbergMarquardt;
import dev.descent.engine.optimizer.Newton;
import dev.descent.engine.optimizer.Optimizer;
import dev.descent.engine.optimizer.ScaledConjugateGradient;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class XorTests {

	static final Architecture ARCHITECTURE = new Architecture(2,
			List.of(new Layer(2, new Sigmoid()), new Layer(1, new Sigmoid())));

	static Stream<Arguments> methods() {
		Stream.Builder<Arguments> b = Stream.builder();
		for (double mu : new double[] { 1e-4, 1e-3, 1e-2, 1e-1, 1, 10 })
			b.add(Arguments.of("lm" + mu, new LevenbergMarquardt(mu, 0), 1));
		b.add(Arguments.of("lbfgs20", new Lbfgs(20, 25, 10, 0, 0), 1));
		b.add(Arguments.of("lbfgs1", new Lbfgs(1, 100, 10, 0, 0), 1));
		b.add(Arguments.of("lbfgs1def", new Lbfgs(1, 100, 10, 1e-7, 1e-9), 1));
		b.add(Arguments.of("bfgs", new Bfgs(1e-9), 1));
		for (double c : new double[] { 0.05, 0.1, 0.3 })
			b.add(Arguments.of("cg" + c, new ConjugateGradient(c, 1e-9), 1));
		for (double mu : new double[] { 1e-8, 1e-6, 1e-4, 1e-2 })
			b.add(Arguments.of("scg" + mu, new ScaledConjugateGradient(mu, 1e-9), 1));
		for (double mu : new double[] { 0, 1e-6, 1e-4, 1e-3 })
			b.add(Arguments.of("gn" + mu, new GaussNewton(mu, 1e-9), 1));
		b.add(Arguments.of("newton", new Newton(1e-3, 1e-9), 1));
		for (double r : new double[] { 0.3, 1, 3, 10, 30 })
			b.add(Arguments.of("adam" + r, Adam.STANDARD, r));
		return b.build();
	}

	@ParameterizedTest
	@MethodSource("methods")
	void count(String name, Optimizer optimizer, double rate) {
		if (name.startsWith("lm"))
			for (int mode = 0; mode < 5; mode++) {
				System.setProperty("lm", "" + mode);
				one(name + " mode " + mode, optimizer, rate);
			}
		else if (name.startsWith("adam"))
			one(name, optimizer, rate);
	}

	void one(String name, Optimizer optimizer, double rate) {
		String out = name;
		for (double low : new double[] { -1, 0 }) {
			var done = IntStream.rangeClosed(1, 100)
				.map((seed) -> updates(optimizer, rate, low, seed))
				.filter((u) -> u > 0)
				.sorted()
				.toArray();
			out += "  low " + low + ": " + done.length + " median " + (done.length > 0 ? done[done.length / 2] : 0);
		}
		System.out.println("XOR " + out);
	}

	static int updates(Optimizer optimizer, double rate, double low, int seed) {
		double[] x = { low, low, low, 1, 1, low, 1, 1 };
		var plan = new TrainingPlan(ARCHITECTURE, new MeanSquaredError(), List.of(), new RSquared(),
				Optimization.of(optimizer, rate), 200, 4, false, 0, 1, null, 1e-6);
		var run = new TrainingRun(plan, new Samples(4, x, new double[] { 0, 1, 1, 0 }), null, new ScalarKernels(),
				Parameters.initialized(ARCHITECTURE, new Xavier(Distribution.UNIFORM, 1), seed), TrainingListener.NONE);
		run.finish();
		return run.state().stopReason() == StopReason.TARGET_REACHED ? (int) run.state().step() : -1;
	}

}
