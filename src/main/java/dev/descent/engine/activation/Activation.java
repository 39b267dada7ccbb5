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

}
