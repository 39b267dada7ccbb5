package dev.descent.engine.activation;

import dev.descent.engine.kernel.Kernels;
import dev.descent.engine.kernel.Matrix;

/**
 * What a layer does to its pre-activations, for a whole batch at once.
 *
 * <p>
 * Matrices have the shape [units, batch] and own their arrays. Implementations are
 * stateless, so one instance serves any number of layers and threads.
 */
public interface Activation {

	/** Writes {@code f(z)} into {@code a}. */
	void forward(Kernels kernels, Matrix z, Matrix a);

	/**
	 * The chain rule, in place: on entry {@code delta} holds dL/da, on return dL/dz.
	 * @param z what {@code forward} was given
	 * @param a what {@code forward} wrote
	 */
	void backward(Kernels kernels, Matrix z, Matrix a, Matrix delta);

	/**
	 * What {@link #backward} changes by because z moves, for a fixed dL/da: adds the
	 * derivative of dL/dz along a direction. With {@code backward} of the change of
	 * dL/da, that is the whole chain rule for second derivatives (Pearlmutter, 1994). It
	 * holds for symmetric Jacobians, as all of ours are.
	 * @param z what {@code forward} was given
	 * @param a what {@code forward} wrote
	 * @param upstream dL/da
	 * @param tangentZ the direction in which z moves
	 * @param tangentA the direction in which a moves because of it
	 * @param tangentDelta added to
	 */
	void addCurvature(Matrix z, Matrix a, Matrix upstream, Matrix tangentZ, Matrix tangentA, Matrix tangentDelta);

	/**
	 * The largest |f'(z)| of an activation that levels off in both directions, so that a
	 * unit can saturate; NaN for all others.
	 */
	default double steepestSlope() {
		return Double.NaN;
	}

	/** Whether the derivative jumps somewhere, so that it has no derivative there. */
	default boolean hasCorners() {
		return false;
	}

}
