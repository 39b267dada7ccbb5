package dev.descent.engine.activation;

/** An activation that treats each pre-activation by itself. */
public interface Elementwise extends Activation {

	/**
	 * The second derivative at one pre-activation; where there is none, that of one side.
	 * @param z the pre-activation
	 * @param a the activation there
	 */
	double secondDerivative(double z, double a);

}
