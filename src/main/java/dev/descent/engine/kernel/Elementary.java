package dev.descent.engine.kernel;

/**
 * Elementary functions as fixed sequences of IEEE 754 operations, so that scalar and
 * vector code can perform the same ones and every machine gives the same bits. Errors are
 * a few units in the last place. NaN gives NaN.
 *
 * <p>
 * Method: {@code x = k ln 2 + r} with {@code |r| <= ln 2 / 2}, the Taylor series of
 * {@code e^r - 1} to degree 13 (remainder below 2^-57), and scaling by {@code 2^k}; the
 * logarithm uses {@code log m = 2 artanh((m - 1) / (m + 1))}.
 */
public final class Elementary {

	static final double LOG2_E = 0x1.71547652b82fep0;

	static final double LN2_HIGH = 0x1.62e42fefa39efp-1;

	static final double LN2_LOW = 0x1.abc9e3b39803fp-56;

	/**
	 * Added to a number below 2^51 and taken off again, rounds it to a whole one; the sum
	 * has that whole number in its lowest bits.
	 */
	static final double ROUNDER = 0x1.8p52;

	/** Above it e^x is infinite. */
	private static final double EXP_MAX = 0x1.62e42fefa39efp9;

	/** Below it e^x rounds to zero. */
	private static final double EXP_MIN = -745.14;

	/** Up to this magnitude of x neither e^x nor the power of two in it is subnormal. */
	static final double EXP_NORMAL = 690;

	/** From here on tanh(x / 2) rounds to 1. */
	static final double TANH_LIMIT = 44;

	private static final double ROOT_PI_INVERSE = 0.5641895835477563;

	private static final double[] ERF_NUMERATOR = { 0.18577770618460315, 3.1611237438705655, 113.86415415105016,
			377.485237685302, 3209.3775891384694 };

	private static final double[] ERF_DENOMINATOR = { 1.0, 23.601290952344122, 244.02463793444417, 1282.6165260773723,
			2844.236833439171 };

	private static final double[] ERFC_NUMERATOR = { 2.1531153547440383e-08, 0.5641884969886701, 8.883149794388377,
			66.11919063714163, 298.6351381974001, 881.952221241769, 1712.0476126340707, 2051.0783778260716,
			1230.3393547979972 };

	private static final double[] ERFC_DENOMINATOR = { 1.0, 15.744926110709835, 117.6939508913125, 537.1811018620099,
			1621.3895745666903, 3290.7992357334597, 4362.619090143247, 3439.3676741437216, 1230.3393548037495 };

	private static final double[] FAR_NUMERATOR = { 0.016315387137302097, 0.30532663496123236, 0.36034489994980445,
			0.12578172611122926, 0.016083785148742275, 0.0006587491615298378 };

	private static final double[] FAR_DENOMINATOR = { 1.0, 2.568520192289822, 1.8729528499234673, 0.5279051029514285,
			0.06051834131244132, 0.0023352049762686918 };

	private Elementary() {
	}

	/** {@code e^x}. */
	public static double exp(double x) {
		if (x > EXP_MAX) {
			return Double.POSITIVE_INFINITY;
		}
		if (x < EXP_MIN) {
			return 0;
		}
		double k = Math.rint(x * LOG2_E);
		double half = Math.rint(k * 0.5);
		return (1 + reducedExpm1(reduce(x, k))) * powerOfTwo(half) * powerOfTwo(k - half);
	}

	/** The logistic function {@code 1 / (1 + e^-x)}. */
	public static double sigmoid(double x) {
		return 1 / (1 + exp(-x));
	}

	/**
	 * The hyperbolic tangent, from {@code e^2|x| - 1} so that small values stay exact.
	 */
	public static double tanh(double x) {
		double y = Math.min(2 * Math.abs(x), TANH_LIMIT);
		double k = Math.rint(y * LOG2_E);
		double scale = powerOfTwo(k);
		double expm1 = Math.fma(scale, reducedExpm1(reduce(y, k)), scale - 1);
		return Math.copySign(expm1 / (expm1 + 2), x);
	}

	/** {@code log(1 + e^x)}, stable for large x of either sign. */
	public static double softplus(double x) {
		double u = exp(-Math.abs(x));
		double positivePart = (x > 0) ? x : 0;
		return positivePart + twiceArtanh(u / (2 + u));
	}

	/**
	 * The complementary error function, {@code 1 - erf(x)}, by the rational
	 * approximations of Cody (1969, "Rational Chebyshev approximations for the error
	 * function").
	 */
	public static double erfc(double x) {
		double y = Math.abs(x);
		if (y <= 0.46875) {
			double square = y * y;
			return 1 - x * ratio(square, ERF_NUMERATOR, ERF_DENOMINATOR);
		}
		double tail;
		if (y <= 4) {
			tail = ratio(y, ERFC_NUMERATOR, ERFC_DENOMINATOR);
		}
		else {
			double inverse = 1 / (y * y);
			tail = (ROOT_PI_INVERSE - inverse * ratio(inverse, FAR_NUMERATOR, FAR_DENOMINATOR)) / y;
		}
		double whole = Math.rint(y * 16) / 16;
		tail *= exp(-whole * whole) * exp(-(y - whole) * (y + whole));
		return (x > 0) ? tail : 2 - tail;
	}

	/** The quotient of two polynomials, given from the highest power down. */
	private static double ratio(double x, double[] numerator, double[] denominator) {
		double above = numerator[0];
		for (int n = 1; n < numerator.length; n++) {
			above = above * x + numerator[n];
		}
		double below = denominator[0];
		for (int n = 1; n < denominator.length; n++) {
			below = below * x + denominator[n];
		}
		return above / below;
	}

	/** The natural logarithm of a positive, normal, finite number. */
	public static double log(double x) {
		long bits = Double.doubleToRawLongBits(x);
		int exponent = (int) (bits >> 52) - 1023;
		double m = Double.longBitsToDouble((bits & 0xfffffffffffffL) | 0x3ff0000000000000L);
		if (m > 0x1.6a09e667f3bcdp0) {
			m *= 0.5;
			exponent++;
		}
		return Math.fma(exponent, LN2_HIGH, Math.fma(exponent, LN2_LOW, twiceArtanh((m - 1) / (m + 1))));
	}

	/**
	 * {@code base^exponent} for a whole exponent that is not negative, by repeated
	 * squaring; the relative error grows to about {@code exponent} times 2^-53.
	 */
	public static double power(double base, long exponent) {
		double power = 1;
		double square = base;
		for (long rest = exponent; rest > 0; rest >>= 1) {
			if ((rest & 1) == 1) {
				power *= square;
			}
			square *= square;
		}
		return power;
	}

	static double reduce(double x, double k) {
		return Math.fma(-k, LN2_LOW, Math.fma(-k, LN2_HIGH, x));
	}

	/** {@code e^r - 1} for {@code |r| <= ln 2 / 2}. */
	static double reducedExpm1(double r) {
		double sum = 1.0 / 6227020800L;
		sum = Math.fma(sum, r, 1.0 / 479001600);
		sum = Math.fma(sum, r, 1.0 / 39916800);
		sum = Math.fma(sum, r, 1.0 / 3628800);
		sum = Math.fma(sum, r, 1.0 / 362880);
		sum = Math.fma(sum, r, 1.0 / 40320);
		sum = Math.fma(sum, r, 1.0 / 5040);
		sum = Math.fma(sum, r, 1.0 / 720);
		sum = Math.fma(sum, r, 1.0 / 120);
		sum = Math.fma(sum, r, 1.0 / 24);
		sum = Math.fma(sum, r, 1.0 / 6);
		sum = Math.fma(sum, r, 1.0 / 2);
		return Math.fma(r * r, sum, r);
	}

	/** {@code 2 artanh(s) = log((1 + s) / (1 - s))} for {@code |s| <= 1/3}. */
	static double twiceArtanh(double s) {
		double square = s * s;
		double sum = 2.0 / 35;
		sum = Math.fma(sum, square, 2.0 / 33);
		sum = Math.fma(sum, square, 2.0 / 31);
		sum = Math.fma(sum, square, 2.0 / 29);
		sum = Math.fma(sum, square, 2.0 / 27);
		sum = Math.fma(sum, square, 2.0 / 25);
		sum = Math.fma(sum, square, 2.0 / 23);
		sum = Math.fma(sum, square, 2.0 / 21);
		sum = Math.fma(sum, square, 2.0 / 19);
		sum = Math.fma(sum, square, 2.0 / 17);
		sum = Math.fma(sum, square, 2.0 / 15);
		sum = Math.fma(sum, square, 2.0 / 13);
		sum = Math.fma(sum, square, 2.0 / 11);
		sum = Math.fma(sum, square, 2.0 / 9);
		sum = Math.fma(sum, square, 2.0 / 7);
		sum = Math.fma(sum, square, 2.0 / 5);
		sum = Math.fma(sum, square, 2.0 / 3);
		return Math.fma(s * square, sum, 2 * s);
	}

	/** {@code 2^k} for a whole number k in [-1022, 1023]; anything for NaN. */
	static double powerOfTwo(double k) {
		return Double.longBitsToDouble(((long) k + 1023) << 52);
	}

}
