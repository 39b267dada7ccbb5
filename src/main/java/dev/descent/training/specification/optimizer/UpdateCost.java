package dev.descent.training.specification.optimizer;

/**
 * What one update of a method takes, about and at most. It cannot be interrupted, so this
 * is what holds up other jobs. An evaluation of the objective counts as a third of a
 * gradient, a product of the Hessian with a vector as two.
 *
 * @param gradients of the batch
 * @param algebra multiply-adds on matrices, whatever the number of samples
 * @param numbers held while the update is made, beside the method's memory
 * @param curvature whether second derivatives are taken, which need buffers of their own
 */
public record UpdateCost(long gradients, long algebra, long numbers, boolean curvature) {

	/** Of a formula that needs nothing but the gradient. */
	static final UpdateCost ONE_GRADIENT = new UpdateCost(1, 0, 0, false);

	/** The most that a strong Wolfe line search evaluates. */
	static final int LINE_SEARCH = 26;

	/** Thirty trial steps, or fewer. */
	private static final int TRIALS = 10;

	/** How often a matrix is factored until the step is good; seldom more. */
	private static final int FACTORS = 3;

	/** A gradient takes about so many multiply-adds for each sample and parameter. */
	private static final int MULTIPLY_ADDS = 3;

	/** Work with line searches that evaluate so many gradients. */
	static UpdateCost ofSearches(long gradients, int parameters) {
		return new UpdateCost(1 + gradients, 0, 8L * parameters, false);
	}

	/** One product of the Hessian with a vector, and trial steps. */
	static UpdateCost ofProduct(int parameters) {
		return new UpdateCost(3 + TRIALS, 0, 4L * parameters, true);
	}

	/** The exact Hessian, column by column, factored. */
	static UpdateCost ofHessian(int parameters) {
		return new UpdateCost(1 + TRIALS + 2L * parameters, factoring(parameters), matrices(parameters), true);
	}

	/** The Gauss-Newton matrix from every sample's Jacobian, factored. */
	static UpdateCost ofGaussNewton(int parameters, int outputs) {
		long products = (long) outputs * (1 + parameters / MULTIPLY_ADDS);
		return new UpdateCost(1 + TRIALS + products, factoring(parameters), matrices(parameters), true);
	}

	private static long factoring(long parameters) {
		return FACTORS * parameters * parameters * parameters / 6;
	}

	private static long matrices(long parameters) {
		return 2 * parameters * parameters + 70 * parameters;
	}

	/** In the unit of a gradient of one sample with respect to one parameter. */
	public long work(long samples, long parameters) {
		return samples * parameters * gradients + algebra / MULTIPLY_ADDS;
	}

}
