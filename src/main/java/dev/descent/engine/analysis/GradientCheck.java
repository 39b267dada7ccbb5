package dev.descent.engine.analysis;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

import dev.descent.engine.loss.Loss;
import dev.descent.engine.network.Network;
import dev.descent.engine.network.Parameters;
import dev.descent.engine.training.Penalties;
import dev.descent.engine.training.Samples;
import org.jspecify.annotations.Nullable;

/**
 * Backpropagation's derivatives of the objective (mean loss plus penalties, nothing left
 * out) against central differences. What does not agree is looked at again at a step so
 * small that hardly any corner is within its reach. A unit of work is a chunk of samples.
 */
public final class GradientCheck {

	/** Evaluations of the objective for one derivative, at most. */
	public static final int MOST_EVALUATIONS = 8;

	/** By how much the second step is smaller than the first. */
	private static final int NEARER = 64;

	/** Standard deviations of rounding that are no error. */
	private static final double DEVIATIONS = 10;

	/** What nobody would call an error, as a share of a derivative. */
	private static final double SHARE = 1e-6;

	private final Network network;

	private final Loss loss;

	private final Penalties penalties;

	private final Samples samples;

	private final Parameters parameters;

	private final List<? extends Direction> directions;

	private final MeanGradient gradient;

	private final List<CheckedDerivative> checked = new ArrayList<>();

	private @Nullable Pass pass;

	private boolean finished;

	private boolean finite = true;

	private double objective = Double.NaN;

	private double noise = Double.NaN;

	private GradientCheck(Network network, Loss loss, Penalties penalties, Samples samples, Parameters parameters,
			List<? extends Direction> directions) {
		this.network = network;
		this.loss = loss;
		this.penalties = penalties;
		this.samples = samples;
		this.parameters = parameters;
		this.directions = directions;
		this.gradient = new MeanGradient(network, loss, parameters, samples);
	}

	/**
	 * A check of single derivatives.
	 * @param selection indices of parameters, at least one
	 */
	public static GradientCheck ofParameters(Network network, Loss loss, Penalties penalties, Samples samples,
			Parameters parameters, int[] selection) {
		return new GradientCheck(network, loss, penalties, samples, parameters,
				IntStream.of(selection)
					.mapToObj((index) -> Direction.ofParameter(index, parameters.values()[index]))
					.toList());
	}

	/** A check of the derivative in a random direction of each layer. */
	public static GradientCheck ofLayers(Network network, Loss loss, Penalties penalties, Samples samples,
			Parameters parameters, long seed) {
		var architecture = network.architecture();
		return new GradientCheck(network, loss, penalties, samples, parameters,
				IntStream.range(0, architecture.depth())
					.mapToObj((layer) -> Direction.ofLayer(architecture, layer, seed))
					.toList());
	}

	public boolean finished() {
		return finished;
	}

	public void advance() {
		var present = pass;
		if (!gradient.finished()) {
			gradient.advance();
		}
		else if (present == null) {
			penalties.addGradient(parameters, gradient.result());
			pass = new Pass(IntStream.range(0, directions.size()).boxed().toList(), 1);
		}
		else {
			present.probe.advance();
			if (present.probe.finished()) {
				conclude(present);
			}
		}
	}

	private void conclude(Pass done) {
		var stencils = IntStream.range(0, done.numbers.size()).mapToObj(done::stencil).toList();
		finite &= stencils.stream().allMatch(Stencil::isFinite);
		if (done.nearer == 1) {
			objective = stencils.getFirst().middle();
			noise = Math.max(Stencil.noise(stencils), Math.ulp(objective));
			var unclear = new ArrayList<Integer>();
			for (int i = 0; i < stencils.size(); i++) {
				var compared = compared(i, stencils.get(i), Agreement.AGREES);
				checked.add(compared);
				if (compared.agreement() == Agreement.WRONG && stencils.get(i).hasCorner(noise)) {
					unclear.add(i);
				}
			}
			pass = new Pass(unclear, NEARER);
			finished = unclear.isEmpty();
		}
		else {
			for (int i = 0; i < stencils.size(); i++) {
				int number = done.numbers.get(i);
				checked.set(number, nearBy(number, stencils.get(i)));
			}
			finished = true;
		}
	}

	private CheckedDerivative nearBy(int number, Stencil stencil) {
		var compared = compared(number, stencil, Agreement.KINK);
		return stencil.hasCorner(noise) ? compared.with(Agreement.KINK) : compared;
	}

	/**
	 * Compares one derivative.
	 * @param ifEqual what it is if both are the same but for rounding and truncation
	 */
	private CheckedDerivative compared(int number, Stencil stencil, Agreement ifEqual) {
		double analytic = directions.get(number).slope(gradient.result().values());
		double numeric = stencil.derivative();
		double resolution = DEVIATIONS * noise / stencil.step();
		double tolerance = resolution + stencil.truncation() + SHARE * Math.max(Math.abs(analytic), Math.abs(numeric));
		boolean equal = Math.abs(analytic - numeric) <= tolerance;
		return new CheckedDerivative(analytic, numeric, stencil.step(), resolution, tolerance,
				equal ? ifEqual : Agreement.WRONG);
	}

	/** Whether the objective was finite wherever it was evaluated. */
	public boolean isFinite() {
		return finite;
	}

	/** The objective at the parameters, once it has finished. */
	public double objective() {
		return objective;
	}

	/** The standard deviation of its rounding, as found out. */
	public double noise() {
		return noise;
	}

	/** One for each direction, in their order, once it has finished. */
	public List<CheckedDerivative> result() {
		return List.copyOf(checked);
	}

	/** The objective in the middle and at four points along each of some directions. */
	private final class Pass {

		private static final int POINTS = 4;

		private final List<Integer> numbers;

		private final int nearer;

		private final double[] penalty;

		private final LossProbe probe;

		/**
		 * @param numbers of the directions
		 * @param nearer by how much steps are smaller than usual
		 */
		Pass(List<Integer> numbers, int nearer) {
			this.numbers = numbers;
			this.nearer = nearer;
			this.penalty = new double[1 + POINTS * numbers.size()];
			this.probe = new LossProbe(network, loss, samples, penalty.length, this::place);
		}

		private void place(int point, double[] into) {
			System.arraycopy(parameters.values(), 0, into, 0, into.length);
			if (point > 0) {
				int place = (point - 1) % POINTS;
				int steps = (place < POINTS / 2) ? place - POINTS / 2 : place - POINTS / 2 + 1;
				var direction = direction((point - 1) / POINTS);
				direction.move(steps * direction.step() / nearer, into);
			}
			penalty[point] = penalties.of(Parameters.over(network.architecture(), into));
		}

		private Direction direction(int i) {
			return directions.get(numbers.get(i));
		}

		Stencil stencil(int i) {
			int from = 1 + POINTS * i;
			return new Stencil(direction(i).step() / nearer, value(from), value(from + 1), value(0), value(from + 2),
					value(from + 3));
		}

		private double value(int point) {
			return probe.losses()[point] + penalty[point];
		}

	}

}
