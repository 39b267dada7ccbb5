package dev.descent.engine.activation;

import dev.descent.engine.formula.Derivation;
import dev.descent.engine.kernel.Matrix;

/** An activation that treats each pre-activation by itself. */
public interface Elementwise extends Activation {

	/**
	 * The second derivative at one pre-activation; where there is none, that of one side.
	 * @param z the pre-activation
	 * @param a the activation there
	 */
	double secondDerivative(double z, double a);

	/**
	 * Writes down how an activation {@code a} and the {@code slope} there follow from a
	 * pre-activation {@code z}.
	 */
	void derive(Derivation derivation);

	/** Writes down a function and its derivative as formulas in z and a. */
	default void derive(Derivation derivation, String value, String slope) {
		derivation.let("a", "activation", value).let("slope", "derivative of the activation, f'(z)", slope);
	}

	@Override
	default void addCurvature(Matrix z, Matrix a, Matrix upstream, Matrix tangentZ, Matrix tangentA,
			Matrix tangentDelta) {
		double[] sum = tangentDelta.values();
		for (int i = 0; i < sum.length; i++) {
			sum[i] += secondDerivative(z.values()[i], a.values()[i]) * tangentZ.values()[i] * upstream.values()[i];
		}
	}

}
