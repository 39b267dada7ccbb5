package dev.descent.engine.analysis;

import java.util.List;

import dev.descent.engine.activation.Identity;
import dev.descent.engine.network.Architecture;
import dev.descent.engine.network.Layer;
import dev.descent.engine.optimizer.GradientRule;
import dev.descent.engine.optimizer.Objective;
import dev.descent.engine.surface.Point;
import dev.descent.engine.surface.SumOfSquares;
import dev.descent.engine.surface.Surface;
import dev.descent.engine.training.Cost;

/** The height of a surface over its two coordinates. */
final class SurfaceObjective implements Objective {

	/**
	 * One unit with one input: x is its weight, y its bias. Methods that tell these apart
	 * are not for surfaces.
	 */
	private static final Architecture ARCHITECTURE = new Architecture(1, List.of(new Layer(1, new Identity())));

	private final Surface surface;

	private final List<GradientRule> rules;

	private final long seed;

	private final Cost cost;

	private final double[] parameters;

	private final double[] gradient = new double[2];

	private final double[] hessian = new double[4];

	private long step;

	SurfaceObjective(Surface surface, List<GradientRule> rules, long seed, Cost cost, Point start) {
		this.surface = surface;
		this.rules = rules;
		this.seed = seed;
		this.cost = cost;
		this.parameters = new double[] { start.x(), start.y() };
	}

	/** Evaluates the gradient of the next update. */
	void begin(long step) {
		this.step = step;
		backward();
	}

	@Override
	public Architecture architecture() {
		return ARCHITECTURE;
	}

	@Override
	public double[] parameters() {
		return parameters;
	}

	@Override
	public double[] gradient() {
		return gradient;
	}

	@Override
	public double value() {
		return surface.value(parameters[0], parameters[1]);
	}

	@Override
	public double evaluate() {
		cost.addFunction(1);
		return value();
	}

	@Override
	public double evaluateGradient() {
		backward();
		return value();
	}

	@Override
	public void hessianVector(double[] vector, double[] product) {
		surface.hessian(parameters[0], parameters[1], hessian);
		product[0] = hessian[0] * vector[0] + hessian[1] * vector[1];
		product[1] = hessian[2] * vector[0] + hessian[3] * vector[1];
		cost.addHessianVectors(1);
	}

	/** Counted as one gradient: the Jacobian of the residuals is what that takes too. */
	@Override
	public void gaussNewton(double[] matrix) {
		if (!(surface instanceof SumOfSquares squares)) {
			throw new IllegalStateException(surface + " is not a sum of squares");
		}
		squares.gaussNewton(parameters[0], parameters[1], matrix);
		cost.addGradient(1);
	}

	private void backward() {
		surface.gradient(parameters[0], parameters[1], gradient);
		for (int r = 0; r < rules.size(); r++) {
			rules.get(r).apply(gradient, seed, step);
		}
		cost.addGradient(1);
	}

}
