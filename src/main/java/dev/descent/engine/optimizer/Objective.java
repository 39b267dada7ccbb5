package dev.descent.engine.optimizer;

import dev.descent.engine.network.Architecture;

/**
 * What is descended: the mean loss of the present batch plus the penalties, as a function
 * of the parameters. Whatever is evaluated is counted as the cost of the run.
 */
public interface Objective {

	/** How the flat vectors are made up. */
	Architecture architecture();

	/** The parameters; to be moved in place. */
	double[] parameters();

	/**
	 * The gradient as it was last evaluated, clipped where that was asked for; may be
	 * overwritten. At the beginning of an update it is that of the present parameters.
	 */
	double[] gradient();

	/**
	 * The objective at the parameters for which the gradient was last evaluated; to be
	 * asked for before they are moved.
	 */
	double value();

	/** Evaluates the objective at the present parameters. */
	double evaluate();

	/**
	 * Evaluates objective and gradient at the present parameters.
	 * @return the objective
	 */
	double evaluateGradient();

	/**
	 * Writes the product of the Hessian with a vector, at the parameters at which the
	 * objective was last evaluated; to be asked for before they are moved.
	 * @param vector one entry a parameter
	 * @param product overwritten
	 */
	void hessianVector(double[] vector, double[] product);

	/**
	 * Writes the (generalized) Gauss-Newton matrix: the Hessian without the curvature of
	 * the network itself, which is positive semi-definite if the loss is convex. At the
	 * parameters at which the objective was last evaluated; to be asked for before they
	 * are moved.
	 * @param matrix shape [parameters, parameters], row by row; overwritten
	 */
	void gaussNewton(double[] matrix);

}
