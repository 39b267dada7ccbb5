package dev.descent.engine.analysis;

import java.lang.management.ManagementFactory;
import java.util.List;

import com.sun.management.ThreadMXBean;
import dev.descent.engine.optimizer.Adam;
import dev.descent.engine.optimizer.GradientNoise;
import dev.descent.engine.optimizer.GradientRule;
import dev.descent.engine.optimizer.Lbfgs;
import dev.descent.engine.optimizer.LevenbergMarquardt;
import dev.descent.engine.optimizer.Newton;
import dev.descent.engine.optimizer.NormClipping;
import dev.descent.engine.optimizer.Optimizer;
import dev.descent.engine.optimizer.Sgd;
import dev.descent.engine.optimizer.SharpnessAware;
import dev.descent.engine.optimizer.StochasticWeightAverage;
import dev.descent.engine.optimizer.WeightDecay;
import dev.descent.engine.schedule.Constant;
import dev.descent.engine.schedule.Cosine;
import dev.descent.engine.schedule.Momentum;
import dev.descent.engine.schedule.OneCycle;
import dev.descent.engine.schedule.ReduceOnPlateau;
import dev.descent.engine.schedule.Schedule;
import dev.descent.engine.surface.Ackley;
import dev.descent.engine.surface.Domain;
import dev.descent.engine.surface.IllConditionedBowl;
import dev.descent.engine.surface.Point;
import dev.descent.engine.surface.Rosenbrock;
import dev.descent.engine.surface.SumOfSquares;
import dev.descent.engine.surface.Surface;
import dev.descent.engine.training.Optimization;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.within;

class SurfaceDescentTests {

	private static final Surface VALLEY = new Rosenbrock(1, 100);

	private static final Surface BOWL = new IllConditionedBowl(4, 0);

	private static final Point ORIGIN = new Point(0, 0);

	private static final Constant CONSTANT = new Constant();

	/** All of these are exact in binary. */
	@Test
	void threeStepsOfGradientDescentByHand() {
		var descent = descent(VALLEY, Sgd.PLAIN, 0.25, ORIGIN, 3);
		assertAt(descent, 0, 0, 0, 1);
		descent.advance(1);
		assertAt(descent, 1, 0.5, 0, 6.5);
		descent.advance(1);
		assertAt(descent, 2, -11.75, 12.5, 12.75 * 12.75 + 100 * 125.5625 * 125.5625);
		assertThat(descent.finished()).isFalse();
		descent.advance(10);
		assertAt(descent, 3, 147530.5625, 6290.625, VALLEY.value(147530.5625, 6290.625));
		assertThat(descent.outcome()).isEqualTo(Outcome.COMPLETED);
		assertThat(descent.cost().gradients()).isEqualTo(3);
		assertThat(descent.cost().functions()).isZero();
	}

	@Test
	void threeStepsOfAdamByHand() {
		double x = -1.5;
		double y = 2;
		double[] m = new double[2];
		double[] v = new double[2];
		var descent = descent(VALLEY, Adam.STANDARD, 0.1, new Point(x, y), 3);
		for (int t = 1; t <= 3; t++) {
			double[] g = { -2 * (1 - x) - 400 * x * (y - x * x), 200 * (y - x * x) };
			double[] d = new double[2];
			for (int i = 0; i < 2; i++) {
				m[i] = 0.9 * m[i] + 0.1 * g[i];
				v[i] = 0.999 * v[i] + 0.001 * g[i] * g[i];
				d[i] = m[i] / (1 - Math.pow(0.9, t)) / (Math.sqrt(v[i] / (1 - Math.pow(0.999, t))) + 1e-8);
			}
			x -= 0.1 * d[0];
			y -= 0.1 * d[1];
			descent.advance(1);
			assertThat(new double[] { descent.x(), descent.y() }).containsExactly(new double[] { x, y }, within(1e-12));
		}
	}

	@Test
	void weightDecayActsOnBothCoordinates() {
		for (boolean decoupled : new boolean[] { false, true }) {
			var descent = descent(BOWL, WeightDecay.around(Sgd.PLAIN, 0.5, decoupled, true), 0.125, new Point(2, 4), 1);
			descent.advance(1);
			double shrunk = decoupled ? 1 - 0.125 * 0.5 : 1;
			double pull = decoupled ? 0 : 0.5;
			assertThat(descent.x()).isEqualTo(2 * shrunk - 0.125 * (2 + pull * 2));
			assertThat(descent.y()).isEqualTo(4 * shrunk - 0.125 * (16 + pull * 4));
		}
	}

	@Test
	void theScheduleCountsUpdates() {
		var schedule = new Cosine(10, 0);
		var descent = descent(BOWL, Sgd.PLAIN, 0.1, schedule, List.of(), new Point(1, 1), 10);
		double x = 1;
		assertThat(descent.learningRate()).isEqualTo(0.1);
		for (int t = 0; t < 10; t++) {
			descent.advance(1);
			double rate = 0.05 * (1 + Math.cos(Math.PI * t / 10));
			x -= rate * x;
			assertThat(descent.learningRate()).isCloseTo(rate, within(1e-15));
			assertThat(descent.x()).isCloseTo(x, within(1e-14));
		}
	}

	@Test
	void aScheduleThatWatchesTheLossIsToldOfEveryPoint() {
		var plateau = new ReduceOnPlateau(0.5, 2, 1e-4, true, 0, 0, 0);
		var descent = descent(BOWL, Sgd.PLAIN, 0.1, plateau, List.of(), ORIGIN, 10);
		double[] rates = new double[7];
		for (int i = 0; i < rates.length; i++) {
			descent.advance(1);
			rates[i] = descent.learningRate();
		}
		assertThat(rates).containsExactly(0.1, 0.1, 0.1, 0.1, 0.05, 0.05, 0.05);
	}

	@Test
	void aScheduleMovesTheMomentum() {
		var cycle = new OneCycle(0.1, 10, 10, 10, 0.5, false, false, new Momentum(0.5, 0.9));
		var moved = descent(BOWL, new Sgd(0.7, 0, false), 0.1, cycle, List.of(), new Point(1, 1), 2);
		moved.advance(2);
		double rate = cycle.learningRate(0.1, 0, new double[0]);
		double x = 1 - rate;
		double velocity = cycle.momentum(1) * 1 + x;
		assertThat(moved.x()).isCloseTo(x - moved.learningRate() * velocity, within(1e-15));
	}

	@Test
	void gradientRulesSeeEveryGradient() {
		var clipped = descent(VALLEY, Sgd.PLAIN, 0.25, CONSTANT, List.of(new NormClipping(1, 0)), new Point(3, -7), 5);
		for (int i = 0; i < 5; i++) {
			double x = clipped.x();
			double y = clipped.y();
			clipped.advance(1);
			assertThat(Math.hypot(clipped.x() - x, clipped.y() - y)).isCloseTo(0.25, within(1e-12));
		}
		var noisy = descent(BOWL, Sgd.PLAIN, 0.25, CONSTANT, List.of(new GradientNoise(1, 0.5)), ORIGIN, 5);
		noisy.advance(5);
		assertThat(noisy.x()).isNotZero();
	}

	@Test
	void whereAMethodAveragesThePathIsThatOfTheAverage() {
		var average = descent(BOWL, new StochasticWeightAverage(Sgd.PLAIN, 0, 1), 0.125, new Point(1, 1), 4);
		var plain = descent(BOWL, Sgd.PLAIN, 0.125, new Point(1, 1), 4);
		double sum = 0;
		for (int n = 1; n <= 4; n++) {
			average.advance(1);
			plain.advance(1);
			sum += plain.x();
			assertThat(average.x()).isCloseTo(sum / n, within(1e-15));
		}
		assertThat(average.value()).isEqualTo(BOWL.value(average.x(), average.y()));
	}

	@Test
	void stepsThatAreTooLongDivergeAndTheLastFinitePointStays() {
		var descent = descent(VALLEY, Sgd.PLAIN, 0.5, new Point(-1.5, 2), 1000);
		descent.advance(Integer.MAX_VALUE);
		assertThat(descent.outcome()).isEqualTo(Outcome.DIVERGED);
		assertThat(descent.step()).isBetween(2, 20);
		assertThat(descent.x()).isFinite();
		assertThat(descent.y()).isFinite();
		assertThat(descent.value()).isFinite().isEqualTo(VALLEY.value(descent.x(), descent.y()));
	}

	@Test
	void newtonInABowlTakesOneStepAndConverges() {
		var descent = descent(BOWL, new Newton(1e-3, 1e-9), 1, new Point(1, 1), 100);
		descent.advance(100);
		assertThat(descent.outcome()).isEqualTo(Outcome.CONVERGED);
		assertThat(descent.step()).isEqualTo(2);
		assertThat(descent.cost().gradients()).isEqualTo(2);
		assertThat(descent.cost().functions()).isEqualTo(1);
		assertThat(descent.cost().hessianVectors()).isEqualTo(2);
		assertThat(descent.value()).isCloseTo(0, within(1e-20));
	}

	@Test
	void whatIsCountedIsWhatIsEvaluated() {
		assertCounted(new Lbfgs(20, 25, 10, 1e-9, 1e-12), 20);
		assertCounted(new LevenbergMarquardt(1e-3, 1e-9), 10);
		assertCounted(new SharpnessAware(Sgd.PLAIN, 0.01), 10);
	}

	private static void assertCounted(Optimizer optimizer, int atLeast) {
		var surface = new Counting();
		var descent = descent(surface, optimizer, 0.001, new Point(-1.5, 2), 10);
		descent.advance(10);
		assertThat(descent.cost().gradients()).isEqualTo(surface.derivatives).isGreaterThanOrEqualTo(atLeast);
		assertThat(descent.cost().hessianVectors()).isZero();
		assertThat(descent.value()).isLessThan(12.5);
	}

	@Test
	void aMethodThatGoesByResidualsNeedsThem() {
		var descent = descent(new Ackley(), new LevenbergMarquardt(1e-3, 1e-9), 1, new Point(1, 1), 10);
		assertThatIllegalStateException().isThrownBy(() -> descent.advance(1))
			.withMessageContaining("is not a sum of squares");
	}

	@Test
	void theSameDescentHasTheSameBitsHoweverItIsCutUp() {
		List<GradientRule> rules = List.of(new GradientNoise(0.01, 0.5), new NormClipping(5, 0));
		var one = descent(new Ackley(), Adam.STANDARD, 0.05, new Cosine(200, 0), rules, new Point(2, -3), 200);
		var other = descent(new Ackley(), Adam.STANDARD, 0.05, new Cosine(200, 0), rules, new Point(2, -3), 200);
		one.advance(200);
		for (int i = 0; i < 200; i++) {
			other.advance(1);
		}
		assertAt(other, 200, one.x(), one.y(), one.value());
	}

	@Test
	void anUpdateAllocatesNothing() {
		var threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
		var descent = descent(VALLEY, Adam.STANDARD, 0.05, new Cosine(200_000, 0), List.of(new NormClipping(5, 0)),
				new Point(-1.5, 2), 200_000);
		descent.advance(100_000);
		long before = threads.getCurrentThreadAllocatedBytes();
		descent.advance(100_000);
		assertThat(threads.getCurrentThreadAllocatedBytes() - before).isLessThan(100_000);
	}

	private static SurfaceDescent descent(Surface surface, Optimizer optimizer, double rate, Point start, int steps) {
		return descent(surface, optimizer, rate, CONSTANT, List.of(), start, steps);
	}

	private static SurfaceDescent descent(Surface surface, Optimizer optimizer, double rate, Schedule schedule,
			List<GradientRule> rules, Point start, int steps) {
		return new SurfaceDescent(surface, new Optimization(optimizer, rate, schedule, true, rules), start, steps, 42);
	}

	private static void assertAt(SurfaceDescent descent, int step, double x, double y, double value) {
		assertThat(descent.step()).isEqualTo(step);
		assertThat(descent.x()).isEqualTo(x);
		assertThat(descent.y()).isEqualTo(y);
		assertThat(descent.value()).isEqualTo(value);
	}

	/** The valley, counting gradients and Gauss-Newton matrices. */
	private static final class Counting implements SumOfSquares {

		private final Rosenbrock valley = new Rosenbrock(1, 100);

		private int derivatives;

		@Override
		public double value(double x, double y) {
			return valley.value(x, y);
		}

		@Override
		public void gradient(double x, double y, double[] gradient) {
			derivatives++;
			valley.gradient(x, y, gradient);
		}

		@Override
		public void hessian(double x, double y, double[] matrix) {
			valley.hessian(x, y, matrix);
		}

		@Override
		public void gaussNewton(double x, double y, double[] matrix) {
			derivatives++;
			valley.gaussNewton(x, y, matrix);
		}

		@Override
		public List<Point> minima() {
			return valley.minima();
		}

		@Override
		public Domain domain() {
			return valley.domain();
		}

		@Override
		public Point start() {
			return valley.start();
		}

	}

}
