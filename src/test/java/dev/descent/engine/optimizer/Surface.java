package dev.descent.engine.optimizer;

import java.util.List;

import dev.descent.engine.activation.Identity;
import dev.descent.engine.network.Architecture;
import dev.descent.engine.network.Layer;

/**
 * An analytic function of a few parameters in place of a network: half a sum of squares
 * of as many residuals r, with its derivatives.
 */
abstract class Surface implements Objective {

	private final double[] bottom;

	private final double[] w;

	private final double[] g;

	private final double[] r;

	private final double[][] jacobian;

	private double value;

	private Surface(double[] start, double[] bottom) {
		this.bottom = bottom;
		this.w = start;
		this.g = new double[w.length];
		this.r = new double[w.length];
		this.jacobian = new double[w.length][w.length];
	}

	/** An elliptic bowl of four parameters. */
	static Surface bowl() {
		return bowl(new double[] { -3, 4, 2, -2 }, new double[] { 1, -1, 0.5, 0.25 }, 1, 2, 3, 4);
	}

	/** Half the sum of {@code curvature_i (w_i - bottom_i)^2}. */
	static Surface bowl(double[] start, double[] bottom, double... curvatures) {
		return new Bowl(start, bottom, curvatures);
	}

	/**
	 * Rosenbrock's (1960) curved valley, {@code ((1 - x)^2 + 100 (y - x^2)^2) / 2}, of
	 * two pairs of parameters, from his start.
	 */
	static Surface valley() {
		return new Valley();
	}

	/** Where it is least. */
	double[] bottom() {
		return bottom;
	}

	abstract void residuals(double[] w, double[] r);

	/** Writes what is not 0 of the derivatives of residual i by parameter j. */
	abstract void jacobian(double[] w, double[][] jacobian);

	/** Adds the residuals times their second derivatives. */
	abstract void addCurvature(double[] r, double[] hessian);

	/** That of a network with four parameters. */
	@Override
	public Architecture architecture() {
		var layer = new Layer(1, new Identity());
		return new Architecture(1, List.of(layer, layer));
	}

	@Override
	public double[] parameters() {
		return w;
	}

	@Override
	public double[] gradient() {
		return g;
	}

	@Override
	public double value() {
		return value;
	}

	@Override
	public double evaluate() {
		residuals(w, r);
		jacobian(w, jacobian);
		return 0.5 * Vectors.dot(r, r);
	}

	@Override
	public double evaluateGradient() {
		value = evaluate();
		for (int j = 0; j < w.length; j++) {
			g[j] = 0;
			for (int i = 0; i < w.length; i++) {
				g[j] += jacobian[i][j] * r[i];
			}
		}
		return value;
	}

	@Override
	public void hessianVector(double[] vector, double[] product) {
		double[] hessian = new double[w.length * w.length];
		gaussNewton(hessian);
		addCurvature(r, hessian);
		for (int i = 0; i < w.length; i++) {
			product[i] = 0;
			for (int j = 0; j < w.length; j++) {
				product[i] += hessian[i * w.length + j] * vector[j];
			}
		}
	}

	@Override
	public void gaussNewton(double[] matrix) {
		for (int j = 0; j < w.length; j++) {
			for (int k = 0; k < w.length; k++) {
				matrix[j * w.length + k] = 0;
				for (int i = 0; i < w.length; i++) {
					matrix[j * w.length + k] += jacobian[i][j] * jacobian[i][k];
				}
			}
		}
	}

	private static final class Bowl extends Surface {

		private final double[] curvatures;

		Bowl(double[] start, double[] bottom, double[] curvatures) {
			super(start, bottom);
			this.curvatures = curvatures;
		}

		@Override
		void residuals(double[] w, double[] r) {
			for (int i = 0; i < w.length; i++) {
				r[i] = Math.sqrt(curvatures[i]) * (w[i] - bottom()[i]);
			}
		}

		@Override
		void jacobian(double[] w, double[][] jacobian) {
			for (int i = 0; i < w.length; i++) {
				jacobian[i][i] = Math.sqrt(curvatures[i]);
			}
		}

		@Override
		void addCurvature(double[] r, double[] hessian) {
			// the residuals are linear
		}

	}

	private static final class Valley extends Surface {

		Valley() {
			super(new double[] { -1.2, 1, -1.2, 1 }, new double[] { 1, 1, 1, 1 });
		}

		@Override
		void residuals(double[] w, double[] r) {
			for (int x = 0; x < w.length; x += 2) {
				r[x] = 1 - w[x];
				r[x + 1] = 10 * (w[x + 1] - w[x] * w[x]);
			}
		}

		@Override
		void jacobian(double[] w, double[][] jacobian) {
			for (int x = 0; x < w.length; x += 2) {
				jacobian[x][x] = -1;
				jacobian[x + 1][x] = -20 * w[x];
				jacobian[x + 1][x + 1] = 10;
			}
		}

		@Override
		void addCurvature(double[] r, double[] hessian) {
			for (int x = 0; x < r.length; x += 2) {
				hessian[x * r.length + x] -= 20 * r[x + 1];
			}
		}

	}

}
