package dev.descent.engine.optimizer;

import dev.descent.engine.formula.Derivation;
import dev.descent.engine.network.Architecture;

/**
 * Momentum made orthogonal: the update of a hidden layer's weights is the nearest
 * orthogonal matrix to its Nesterov momentum, by five steps of a Newton-Schulz iteration,
 * times {@code sqrt(max(1, units / inputs))} (Jordan et al., 2024, Muon: An optimizer for
 * hidden layers in neural networks). Biases and the output layer move by Adam, as the
 * authors advise.
 *
 * @param momentum in [0, 1)
 * @param adamRate learning rate of the other parameters as a multiple of the rate in use
 * @param adam moves the other parameters
 */
public record Muon(double momentum, double adamRate, Adam adam) implements Optimizer {

	private static final int ITERATIONS = 5;

	/** The coefficients of the published quintic. */
	private static final double A = 3.4445;

	private static final double B = -4.7750;

	private static final double C = 2.0315;

	public Muon {
		Ranges.requireShare("momentum", momentum);
		Ranges.requirePositive("adamRate", adamRate);
	}

	@Override
	public MemoryShape memory(int parameters) {
		return MemoryShape.vectors("m", "v");
	}

	@Override
	public void update(Objective objective, Memory memory, Step step) {
		Architecture architecture = objective.architecture();
		int output = architecture.depth() - 1;
		for (int l = 0; l < output; l++) {
			orthogonal(objective, memory, step, l);
			adam(objective, memory, step, architecture.biasesFrom(l), architecture.weightsFrom(l + 1));
		}
		adam(objective, memory, step, architecture.weightsFrom(output), architecture.parameterCount());
	}

	private void adam(Objective objective, Memory memory, Step step, int from, int to) {
		adam.move(objective.parameters(), objective.gradient(), memory, from, to, adamRate * step.learningRate(),
				adam.beta1(), step.number());
	}

	private void orthogonal(Objective objective, Memory memory, Step step, int layer) {
		Architecture architecture = objective.architecture();
		int from = architecture.weightsFrom(layer);
		int units = architecture.units(layer);
		int inputs = architecture.fanIn(layer);
		int rows = Math.min(units, inputs);
		int columns = Math.max(units, inputs);
		double[] g = objective.gradient();
		double[] velocity = memory.vector(0);
		double[] x = memory.scratch(3 * layer, rows * columns);
		double share = step.momentum(momentum);
		double square = 0;
		for (int i = 0; i < units * inputs; i++) {
			velocity[from + i] = share * velocity[from + i] + g[from + i];
			double direction = g[from + i] + share * velocity[from + i];
			x[at(i, units, inputs)] = direction;
			square += direction * direction;
		}
		if (square == 0) {
			return;
		}
		double scale = 1 / Math.sqrt(square);
		for (int i = 0; i < x.length; i++) {
			x[i] *= scale;
		}
		for (int n = 0; n < ITERATIONS; n++) {
			iterate(x, memory.scratch(3 * layer + 1, rows * rows), memory.scratch(3 * layer + 2, rows * columns), rows,
					columns);
		}
		double rate = step.learningRate() * Math.sqrt(Math.max(1, units / (double) inputs));
		double[] w = objective.parameters();
		for (int i = 0; i < units * inputs; i++) {
			w[from + i] -= rate * x[at(i, units, inputs)];
		}
	}

	/** Where a weight stands in the matrix that has no more rows than columns. */
	private static int at(int index, int units, int inputs) {
		return (units <= inputs) ? index : (index % inputs) * units + index / inputs;
	}

	/** {@code X = A X + (B S + C S S) X} with {@code S = X X^T}. */
	private static void iterate(double[] x, double[] s, double[] sx, int rows, int columns) {
		for (int i = 0; i < rows; i++) {
			for (int j = 0; j < rows; j++) {
				double sum = 0;
				for (int k = 0; k < columns; k++) {
					sum += x[i * columns + k] * x[j * columns + k];
				}
				s[i * rows + j] = sum;
			}
		}
		multiply(s, x, sx, rows, columns);
		for (int i = 0; i < rows; i++) {
			for (int j = 0; j < columns; j++) {
				double sum = 0;
				for (int k = 0; k < rows; k++) {
					sum += s[i * rows + k] * sx[k * columns + j];
				}
				x[i * columns + j] = A * x[i * columns + j] + B * sx[i * columns + j] + C * sum;
			}
		}
	}

	private static void multiply(double[] s, double[] x, double[] product, int rows, int columns) {
		for (int i = 0; i < rows; i++) {
			for (int j = 0; j < columns; j++) {
				double sum = 0;
				for (int k = 0; k < rows; k++) {
					sum += s[i * rows + k] * x[k * columns + j];
				}
				product[i * columns + j] = sum;
			}
		}
	}

	@Override
	public boolean derivable() {
		return true;
	}

	@Override
	public void derive(Derivation derivation, Update update, int index) {
		var architecture = update.architecture();
		int layer = architecture.layerOf(index);
		update.recall(derivation, memory(0), index);
		if (layer == architecture.depth() - 1 || index >= architecture.biasesFrom(layer)) {
			derivation.given("adamRate", adamRate).let("learningRate", "rate for Adam", "adamRate * learningRate");
			adam.derive(derivation, adam.beta1());
			return;
		}
		derivation.given("momentum", update.step().momentum(momentum))
			.given("units", architecture.units(layer))
			.given("inputs", architecture.fanIn(layer))
			.let("m", "momentum", "momentum * m + g")
			.let("direction", "momentum, looking ahead", "g + momentum * m")
			.let("rate", "rate for the shape of the layer", "learningRate * sqrt(max(1, units / inputs))");
		double moved = update.before()[index] - update.after()[index];
		derivation
			.found("orthogonal", "entry of the layer's direction, made orthogonal",
					(moved == 0) ? 0 : moved / derivation.value("rate"))
			.let("w", "new parameter", "w - rate * orthogonal");
	}

}
