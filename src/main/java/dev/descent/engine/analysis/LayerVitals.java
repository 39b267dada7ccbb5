package dev.descent.engine.analysis;

/**
 * How a layer is doing at one moment, by the passes over some samples. A number that
 * nothing can be said of is NaN.
 *
 * @param gradientNorm Euclidean norm of the gradient with respect to the weights and
 * biases of the layer
 * @param gradientSignalToNoise norm of the mean gradient of the samples over its standard
 * error {@code sqrt(tr(S) / n)}, where S is the sample covariance of the gradients of n
 * samples: the root of n over the simple noise scale (McCandlish, Kaplan and Amodei,
 * 2018). NaN for a single sample
 * @param weightNorm Euclidean norm of the weights, biases left out
 * @param weightMean mean of the weights
 * @param weightDeviation standard deviation of the weights around it, of the population
 * @param deadShare share of the units whose activation and slope f'(z) are exactly 0 for
 * every sample, so that no gradient reaches them; NaN for softmax
 * @param saturatedShare share of the pairs of unit and sample with
 * {@code |f'(z)| < max |f'| / 20}; NaN for activations that do not level off in both
 * directions
 * @param activationMean mean of the activations over units and samples
 * @param activationDeviation their standard deviation, of the population
 */
public record LayerVitals(double gradientNorm, double gradientSignalToNoise, double weightNorm, double weightMean,
		double weightDeviation, double deadShare, double saturatedShare, double activationMean,
		double activationDeviation) {

	/** The part of the steepest slope below which a unit is called saturated. */
	public static final double SATURATION = 1.0 / 20;

}
