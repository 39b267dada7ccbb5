package dev.descent.engine.optimizer;

import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

/**
 * Steps worked by hand, from the formulas in the papers, of the methods that no published
 * run covers. The four parameters of {@link Surface#bowl()} are
 * {@code (-4, 5, 1.5, -2.25)} from its bottom, with curvatures 1 to 4 and so the gradient
 * {@code (-4, 10, 4.5, -9)}.
 */
class StepTests {

	private static final Offset<Double> EXACT = within(1e-12);

	@Test
	void adanAddsTheDifferenceOfGradients() {
		var adan = new Adan(0.5, 0.5, 0.75, 1e-30, 1);
		// 1: m = 1, v = 0, n = 1; corrected 2, 0, 4
		double first = (1 - 0.1 * 2 / 2) / 1.1;
		// 2: m = 2, v = 0.5, n = (3 + 3.5^2) / 4; corrected by 0.75, 0.75, 0.4375
		double second = (first - 0.1 * (8 / 3.0 + 0.5 * 2 / 3) / Math.sqrt(3.8125 / 0.4375)) / 1.1;
		assertPath(adan, 0.1, new double[] { 2, 3 }, first, second);
	}

	@Test
	void scheduleFreeTakesGradientsBetweenThePathAndItsAverage() {
		var descent = new ScheduleFree(0.5, false, 0, 1e-30, 2, 0);
		// 1: half the rate, z = x = 0.9; 2: z = 0.6, weights 0.05^2 and 0.1^2, x = 0.66
		assertPath(descent, 0.1, new double[] { 2, 3 }, 0.9, 0.63);
	}

	@Test
	void scheduleFreeDividesAsAdamDoes() {
		var adaptive = new ScheduleFree(0.5, true, 0.75, 1e-30, 0, 0.1);
		// 1: 2 / sqrt(4) = 1, and a tenth of w = 1
		double first = 1 - 0.1 * 1.1;
		// 2: v = 3, corrected by 0.4375; z and x are the same before it
		double z = first - 0.1 * (3 / Math.sqrt(3 / 0.4375) + 0.1 * first);
		double x = (first + z) / 2;
		assertPath(adaptive, 0.1, new double[] { 2, 3 }, first, (z + x) / 2);
	}

	@Test
	void prodigyEstimatesTheDistance() {
		var prodigy = new Prodigy(0.5, 0.25, 1e-30, 0.1, Double.POSITIVE_INFINITY);
		var memory = prodigy.memory().allocate(1);
		double[] w = { 1 };
		prodigy.start(w, memory);

		// m = 0.1, v = 0.03, s = 0.04, r = 0
		prodigy.update(w, new double[] { 2 }, memory, Step.of(1, 4));
		double first = 1 - 4 * 0.1 * 0.1 / Math.sqrt(0.03);
		assertThat(w[0]).isCloseTo(first, EXACT);
		assertThat(memory.scalars()[0]).isEqualTo(0.1);

		// m = 0.2, v = 0.075, s = 0.02 + 0.06, r = 0.02 * 3 (1 - w)
		prodigy.update(w, new double[] { 3 }, memory, Step.of(2, 4));
		assertThat(w[0]).isCloseTo(first - 4 * 0.1 * 0.2 / Math.sqrt(0.075), EXACT);
		assertThat(memory.scalars()[0]).isCloseTo(0.06 * (1 - first) / 0.08, EXACT);
	}

	@Test
	void muonMovesHiddenWeightsByAnOrthogonalMatrixAndTheRestByAdam() {
		var muon = new Muon(0.5, 2, Adam.STANDARD);
		// the five iterations take the 1 by 1 matrix -1 to -0.6964
		double x = -1;
		for (int n = 0; n < 5; n++) {
			x = 3.4445 * x - 4.7750 * Math.pow(x, 3) + 2.0315 * Math.pow(x, 5);
		}
		// Adam's first step is the rate, here 2 * 0.1, against the sign
		assertThat(after(muon, Surface.bowl(), 0.1, 1)).containsExactly(new double[] { -3 - 0.1 * x, 3.8, 1.8, -1.8 },
				within(1e-8));
	}

	@Test
	void lookaheadGoesHalfOfTheWay() {
		// two steps leave (0.9^2, 0.8^2, 0.7^2, 0.6^2) of the way to the bottom
		assertThat(after(new Lookahead(Sgd.PLAIN, 2, 0.5), Surface.bowl(), 0.1, 2))
			.containsExactly(new double[] { -2.62, 3.1, 1.6175, -1.28 }, EXACT);
	}

	@Test
	void sharpnessAwareStepsByTheGradientUphill() {
		// with rho = |g| the gradient is taken at w + g, where it is (1 + curvature) g
		assertThat(after(new SharpnessAware(Sgd.PLAIN, Math.sqrt(217.25)), Surface.bowl(), 0.1, 1))
			.containsExactly(new double[] { -2.2, 1, 0.2, 2.5 }, EXACT);
	}

	@Test
	void aMovingAverageKeepsItsShare() {
		// the first parameter goes -3, -2.6, -2.24
		assertThat(after(new MovingAverage(Sgd.PLAIN, 0.5, 0), Surface.bowl(), 0.1, 2)[0]).isCloseTo(-2.52, EXACT);
	}

	@Test
	void aStochasticWeightAverageIsAPlainMean() {
		// the first parameter goes -3, -2.6, -2.24, -1.916; the mean begins after one
		// update
		assertThat(after(new StochasticWeightAverage(Sgd.PLAIN, 1, 1), Surface.bowl(), 0.1, 3)[0]).isCloseTo(-2.078,
				EXACT);
	}

	@Test
	void conjugateGradientsReachTheBottomOfAnEllipseInTwoSteps() {
		// d = -g = (-4, -4), t = 0.4; then beta = 0.36, d = (-3.84, 0.96), t = 0.625
		var method = new ConjugateGradient(0.1, 0);
		assertThat(after(method, ellipse(), 1, 1)).containsExactly(new double[] { 2.4, -0.6 }, EXACT);
		assertThat(after(method, ellipse(), 1, 2)).containsExactly(new double[] { 0, 0 }, EXACT);
	}

	@Test
	void bfgsLearnsTheInverseHessian() {
		// 1: t = 1 / 8 is good enough; s = -(0.5, 0.5), y = -(0.5, 2)
		var method = new Bfgs(0);
		assertThat(after(method, ellipse(), 1, 1)).containsExactly(new double[] { 3.5, 0.5 }, EXACT);
		// 2: H = ((9.8, 1.8), (1.8, 3.8)) / 17, for which H y = s; t = 1
		assertThat(after(method, ellipse(), 1, 2)).containsExactly(new double[] { 21.6 / 17, -5.4 / 17 }, EXACT);
	}

	@Test
	void scaledConjugateGradientsStepByTheDampedCurvature() {
		var method = new ScaledConjugateGradient(1, 0);
		var surface = Surface.bowl();
		var memory = started(method, surface);
		update(method, surface, memory, 1, 1);
		// g.g = 217.25, g.H g = 600.75
		double length = 217.25 / (600.75 + 217.25);
		assertThat(surface.parameters()).containsExactly(
				new double[] { -3 + 4 * length, 4 - 10 * length, 2 - 4.5 * length, -2 + 9 * length }, EXACT);
		// the comparison, 2 - 600.75 / 818, is above 0.75
		assertThat(memory.scalars()[1]).isEqualTo(0.25);
		// 2: beta = (g'.g' - g'.g) / g.g with g' = (1 - length curvature) g
		update(method, surface, memory, 2, 1);
		double beta = 0;
		double[] g = { -4, 10, 4.5, -9 };
		for (int i = 0; i < 4; i++) {
			double share = 1 - length * (i + 1);
			beta += share * (share - 1) * g[i] * g[i] / 217.25;
		}
		assertThat(memory.vector(0)[0]).isCloseTo(beta * 4 + (1 - length) * 4, EXACT);
	}

	@Test
	void levenbergMarquardtDampsByTheLargestCurvature() {
		var method = new LevenbergMarquardt(1, 0);
		var surface = Surface.bowl();
		var memory = started(method, surface);
		update(method, surface, memory, 1, 1);
		// d = -g / (curvature + 4)
		assertThat(surface.parameters())
			.containsExactly(new double[] { -3 + 4 / 5.0, 4 - 10 / 6.0, 2 - 4.5 / 7, -2 + 9 / 8.0 }, EXACT);
		// the model is exact, so the damping shrinks as far as it may in one update
		assertThat(memory.scalars()[1]).isCloseTo(1 / 3.0, EXACT);
	}

	@Test
	void gaussNewtonLeavesOutTheCurvatureOfTheResiduals() {
		// J d = -r gives d = (2.2, -4.84), of which a sixteenth is the first that falls
		double[] pair = { -1.2 + 2.2 / 16, 1 - 4.84 / 16 };
		assertThat(after(new GaussNewton(0, 0), Surface.valley(), 1, 1))
			.containsExactly(new double[] { pair[0], pair[1], pair[0], pair[1] }, EXACT);
	}

	@Test
	void newtonTakesTheWholeHessian() {
		// g = (-107.8, -44), H = ((665, 240), (240, 100)), det H = 8900
		double[] pair = { -1.2 + 220 / 8900.0, 1 + 3388 / 8900.0 };
		assertThat(after(new Newton(1e-3, 0), Surface.valley(), 1, 1))
			.containsExactly(new double[] { pair[0], pair[1], pair[0], pair[1] }, EXACT);
	}

	/** {@code (x^2 + 4 y^2) / 2} from (4, 1), where both slopes are 4. */
	private static Surface ellipse() {
		return Surface.bowl(new double[] { 4, 1 }, new double[] { 0, 0 }, 1, 4);
	}

	/** One parameter from 1, with given gradients. */
	private static void assertPath(UpdateRule rule, double rate, double[] gradients, double... path) {
		double[] w = { 1 };
		var memory = rule.memory().allocate(1);
		rule.start(w, memory);
		for (int n = 1; n <= gradients.length; n++) {
			rule.update(w, new double[] { gradients[n - 1] }, memory, Step.of(n, rate));
			assertThat(w[0]).as("update %d", n).isCloseTo(path[n - 1], EXACT);
		}
	}

	private static double[] after(Optimizer method, Surface surface, double rate, int updates) {
		var memory = started(method, surface);
		for (int n = 1; n <= updates; n++) {
			update(method, surface, memory, n, rate);
		}
		double[] result = method.result(memory);
		return (result != null) ? result : surface.parameters();
	}

	private static Memory started(Optimizer method, Surface surface) {
		int parameters = surface.parameters().length;
		var memory = method.memory(parameters).allocate(parameters);
		method.start(surface.parameters(), memory);
		return memory;
	}

	private static void update(Optimizer method, Surface surface, Memory memory, int number, double rate) {
		surface.evaluateGradient();
		method.update(surface, memory, Step.of(number, rate));
	}

}
