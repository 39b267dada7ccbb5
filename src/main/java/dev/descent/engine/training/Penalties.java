package dev.descent.engine.training;

import java.util.List;

import dev.descent.engine.network.Architecture;
import dev.descent.engine.network.Parameters;
import dev.descent.engine.regularization.Penalty;

/** All penalties on the weights of all layers. */
public record Penalties(List<Penalty> penalties, Architecture architecture) {

	/** Their sum. */
	public double of(Parameters parameters) {
		double sum = 0;
		for (int p = 0; p < penalties.size(); p++) {
			for (int l = 0; l < architecture.depth(); l++) {
				sum += penalties.get(p)
					.of(parameters.values(), architecture.weightsFrom(l), architecture.biasesFrom(l));
			}
		}
		return sum;
	}

	/** Adds the penalties' part of the product of the Hessian with a vector. */
	public void addHessianVector(double[] vector, double[] product) {
		double curvature = secondDerivative();
		for (int l = 0; l < architecture.depth(); l++) {
			for (int i = architecture.weightsFrom(l); i < architecture.biasesFrom(l); i++) {
				product[i] += curvature * vector[i];
			}
		}
	}

	/**
	 * Adds the penalties' part of the Hessian, which is diagonal.
	 * @param matrix shape [parameters, parameters], row by row
	 */
	void addHessian(double[] matrix) {
		double curvature = secondDerivative();
		int n = architecture.parameterCount();
		for (int l = 0; l < architecture.depth(); l++) {
			for (int i = architecture.weightsFrom(l); i < architecture.biasesFrom(l); i++) {
				matrix[i * n + i] += curvature;
			}
		}
	}

	private double secondDerivative() {
		double sum = 0;
		for (int p = 0; p < penalties.size(); p++) {
			sum += penalties.get(p).secondDerivative();
		}
		return sum;
	}

	/** Adds the penalties' part of the gradient. */
	public void addGradient(Parameters parameters, Parameters gradient) {
		for (int p = 0; p < penalties.size(); p++) {
			for (int l = 0; l < architecture.depth(); l++) {
				penalties.get(p)
					.addGradient(parameters.values(), gradient.values(), architecture.weightsFrom(l),
							architecture.biasesFrom(l));
			}
		}
	}

}
