package dev.descent.engine.kernel;

import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.VectorOperators;
import jdk.incubator.vector.VectorSpecies;

/** The functions of {@link Elementary} for a vector of arguments. */
final class VectorFunctions {

	private static final VectorSpecies<Double> SPECIES = DoubleVector.SPECIES_PREFERRED;

	private VectorFunctions() {
	}

	static DoubleVector exp(DoubleVector x) {
		var magic = x.mul(Elementary.LOG2_E).add(Elementary.ROUNDER);
		var k = magic.sub(Elementary.ROUNDER);
		var halfMagic = k.mul(0.5).add(Elementary.ROUNDER);
		var restMagic = k.sub(halfMagic.sub(Elementary.ROUNDER)).add(Elementary.ROUNDER);
		var e = reducedExpm1(reduce(x, k)).add(1).mul(powerOfTwo(halfMagic)).mul(powerOfTwo(restMagic));
		return e.blend(Double.POSITIVE_INFINITY, x.compare(VectorOperators.GT, Elementary.EXP_MAX))
			.blend(0.0, x.compare(VectorOperators.LT, Elementary.EXP_MIN));
	}

	static DoubleVector sigmoid(DoubleVector x) {
		var one = DoubleVector.broadcast(SPECIES, 1);
		return one.div(exp(all(0).sub(x)).add(one));
	}

	static DoubleVector tanh(DoubleVector x) {
		var y = x.abs().mul(2);
		y = y.blend(Elementary.TANH_LIMIT, y.compare(VectorOperators.GT, Elementary.TANH_LIMIT));
		var magic = y.mul(Elementary.LOG2_E).add(Elementary.ROUNDER);
		var scale = powerOfTwo(magic);
		var expm1 = scale.fma(reducedExpm1(reduce(y, magic.sub(Elementary.ROUNDER))), scale.sub(1));
		var magnitude = expm1.div(expm1.add(2));
		return magnitude.viewAsIntegralLanes().or(x.viewAsIntegralLanes().and(Long.MIN_VALUE)).viewAsFloatingLanes();
	}

	/** The larger one of x and 0, plus {@code log(1 + u)}. */
	static DoubleVector softplus(DoubleVector x, DoubleVector u) {
		var positivePart = all(0).blend(x, x.compare(VectorOperators.GT, 0));
		return positivePart.add(twiceArtanh(u.div(u.add(2))));
	}

	private static DoubleVector reduce(DoubleVector x, DoubleVector k) {
		return k.fma(all(-Elementary.LN2_LOW), k.fma(all(-Elementary.LN2_HIGH), x));
	}

	private static DoubleVector reducedExpm1(DoubleVector r) {
		var sum = all(1.0 / 6227020800L).fma(r, all(1.0 / 479001600))
			.fma(r, all(1.0 / 39916800))
			.fma(r, all(1.0 / 3628800))
			.fma(r, all(1.0 / 362880))
			.fma(r, all(1.0 / 40320))
			.fma(r, all(1.0 / 5040))
			.fma(r, all(1.0 / 720))
			.fma(r, all(1.0 / 120))
			.fma(r, all(1.0 / 24))
			.fma(r, all(1.0 / 6))
			.fma(r, all(1.0 / 2));
		return r.mul(r).fma(sum, r);
	}

	private static DoubleVector twiceArtanh(DoubleVector s) {
		var square = s.mul(s);
		var sum = all(2.0 / 35).fma(square, all(2.0 / 33))
			.fma(square, all(2.0 / 31))
			.fma(square, all(2.0 / 29))
			.fma(square, all(2.0 / 27))
			.fma(square, all(2.0 / 25))
			.fma(square, all(2.0 / 23))
			.fma(square, all(2.0 / 21))
			.fma(square, all(2.0 / 19))
			.fma(square, all(2.0 / 17))
			.fma(square, all(2.0 / 15))
			.fma(square, all(2.0 / 13))
			.fma(square, all(2.0 / 11))
			.fma(square, all(2.0 / 9))
			.fma(square, all(2.0 / 7))
			.fma(square, all(2.0 / 5))
			.fma(square, all(2.0 / 3));
		return s.mul(square).fma(sum, s.mul(2));
	}

	private static DoubleVector all(double value) {
		return DoubleVector.broadcast(SPECIES, value);
	}

	private static DoubleVector powerOfTwo(DoubleVector rounded) {
		return rounded.viewAsIntegralLanes().add(1023).lanewise(VectorOperators.LSHL, 52).viewAsFloatingLanes();
	}

}
