package dev.descent.benchmark;

import dev.descent.engine.network.Architecture;
import dev.descent.engine.optimizer.Adam;
import dev.descent.engine.optimizer.Optimizer;

/** How the naive network is moved, row by row. */
interface NaiveRule {

	/** An update begins. */
	void begin();

	/**
	 * Moves a row of weights, or the biases, which are the row after the last.
	 * @param g the sum of the gradients of a batch
	 */
	void move(double[] w, double[] g, int batch, int layer, int row);

	static NaiveRule of(Optimizer optimizer, double learningRate, Architecture architecture) {
		return (optimizer instanceof Adam adam) ? new Moments(adam, learningRate, architecture)
				: new Plain(learningRate);
	}

	/** Steepest descent. */
	record Plain(double learningRate) implements NaiveRule {

		@Override
		public void begin() {
		}

		@Override
		public void move(double[] w, double[] g, int batch, int layer, int row) {
			for (int i = 0; i < w.length; i++) {
				w[i] -= learningRate * g[i] / batch;
			}
		}

	}

	/** Adam. */
	final class Moments implements NaiveRule {

		private final double learningRate;

		private final double beta1;

		private final double beta2;

		private final double epsilon;

		private final double[][][] m;

		private final double[][][] v;

		private int step;

		private double correction1;

		private double correction2;

		Moments(Adam adam, double learningRate, Architecture architecture) {
			this.learningRate = learningRate;
			this.beta1 = adam.beta1();
			this.beta2 = adam.beta2();
			this.epsilon = adam.epsilon();
			this.m = rows(architecture);
			this.v = rows(architecture);
		}

		private static double[][][] rows(Architecture architecture) {
			double[][][] rows = new double[architecture.depth()][][];
			for (int l = 0; l < rows.length; l++) {
				int units = architecture.units(l);
				rows[l] = new double[units + 1][];
				for (int j = 0; j < units; j++) {
					rows[l][j] = new double[architecture.fanIn(l)];
				}
				rows[l][units] = new double[units];
			}
			return rows;
		}

		@Override
		public void begin() {
			step++;
			correction1 = 1 - Math.pow(beta1, step);
			correction2 = 1 - Math.pow(beta2, step);
		}

		@Override
		public void move(double[] w, double[] g, int batch, int layer, int row) {
			double[] m = this.m[layer][row];
			double[] v = this.v[layer][row];
			for (int i = 0; i < w.length; i++) {
				double mean = g[i] / batch;
				m[i] = beta1 * m[i] + (1 - beta1) * mean;
				v[i] = beta2 * v[i] + (1 - beta2) * mean * mean;
				w[i] -= learningRate * (m[i] / correction1) / (Math.sqrt(v[i] / correction2) + epsilon);
			}
		}

	}

}
