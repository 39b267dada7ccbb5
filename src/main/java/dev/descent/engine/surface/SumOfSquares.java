package dev.descent.engine.surface;

/**
 * A surface {@code r_1(x, y)^2 + r_2(x, y)^2 + ..}, for methods that go by residuals r.
 */
public interface SumOfSquares extends Surface {

	/**
	 * Writes the Gauss-Newton matrix {@code 2 J^T J} with the Jacobian J of the
	 * residuals: the Hessian without their own curvature.
	 * @param matrix shape [2, 2], row by row; overwritten
	 */
	void gaussNewton(double x, double y, double[] matrix);

}
