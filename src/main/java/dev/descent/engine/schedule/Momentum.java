package dev.descent.engine.schedule;

/**
 * Between which values a schedule moves the momentum, against the learning rate: high
 * where the rate is low (Smith, 2018, "A disciplined approach to neural network
 * hyper-parameters", section 4.3).
 */
public record Momentum(double base, double max) {

	/** A momentum that is left to the method. */
	public static final Momentum UNMOVED = new Momentum(Double.NaN, Double.NaN);

}
