package dev.descent.race.statistics;

import org.apache.commons.statistics.descriptive.NaNPolicy;
import org.apache.commons.statistics.descriptive.Quantile;
import org.apache.commons.statistics.descriptive.Quantile.EstimationMethod;

/**
 * The median of some values and the range that the middle half of them lies in: type 7 of
 * Hyndman and Fan (1996, "Sample quantiles in statistical packages"), as NumPy computes
 * them by default. All are NaN where there are no values.
 */
public record Quartiles(double lower, double median, double upper) {

	private static final Quantile QUANTILE = Quantile.withDefaults()
		.with(EstimationMethod.HF7)
		.with(NaNPolicy.ERROR)
		.withCopy(true);

	/**
	 * The quartiles of values in any order, which stay as they are.
	 * @param values may be +Infinity, as a run that diverged: it comes last, and whatever
	 * lies between a finite value and it is infinite
	 * @throws IllegalArgumentException if a value is NaN
	 */
	public static Quartiles of(double... values) {
		double[] quartiles = QUANTILE.evaluate(values, 0.25, 0.5, 0.75);
		return new Quartiles(quartiles[0], quartiles[1], quartiles[2]);
	}

}
