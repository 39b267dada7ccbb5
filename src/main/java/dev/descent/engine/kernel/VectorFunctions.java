package dev.descent.engine.kernel;

import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.VectorOperators;
import jdk.incubator.vector.VectorSpecies;

/**
 * The functions of {@link Elementary} for whole arrays. Each has a loop of its own that
 * calls nothing but the Vector API, at the price of a series written twice: a method of
 * ours in it, even a small one, is at times not inlined, and then every vector it is
 * given or gives becomes an object.
 */
final class VectorFunctions {

	private static final VectorSpecies<Double> SPECIES = DoubleVector.SPECIES_PREFERRED;

	private static final int LENGTH = SPECIES.length();

	private VectorFunctions() {
	}

	/** {@code y = e^x}; the arrays may be the same. */
	static void exp(double[] x, double[] y) {
		int whole = SPECIES.loopBound(x.length);
		if (anyBeyond(Elementary.EXP_NORMAL, x, whole)) {
			whole = 0;
		}
		for (int i = 0; i < whole; i += LENGTH) {
			var v = DoubleVector.fromArray(SPECIES, x, i);
			var rounded = v.mul(Elementary.LOG2_E).add(Elementary.ROUNDER);
			var k = rounded.sub(Elementary.ROUNDER);
			var r = k.fma(DoubleVector.broadcast(SPECIES, -Elementary.LN2_HIGH), v);
			r = k.fma(DoubleVector.broadcast(SPECIES, -Elementary.LN2_LOW), r);
			var sum = DoubleVector.broadcast(SPECIES, 1.0 / 6227020800L);
			sum = sum.fma(r, DoubleVector.broadcast(SPECIES, 1.0 / 479001600));
			sum = sum.fma(r, DoubleVector.broadcast(SPECIES, 1.0 / 39916800));
			sum = sum.fma(r, DoubleVector.broadcast(SPECIES, 1.0 / 3628800));
			sum = sum.fma(r, DoubleVector.broadcast(SPECIES, 1.0 / 362880));
			sum = sum.fma(r, DoubleVector.broadcast(SPECIES, 1.0 / 40320));
			sum = sum.fma(r, DoubleVector.broadcast(SPECIES, 1.0 / 5040));
			sum = sum.fma(r, DoubleVector.broadcast(SPECIES, 1.0 / 720));
			sum = sum.fma(r, DoubleVector.broadcast(SPECIES, 1.0 / 120));
			sum = sum.fma(r, DoubleVector.broadcast(SPECIES, 1.0 / 24));
			sum = sum.fma(r, DoubleVector.broadcast(SPECIES, 1.0 / 6));
			sum = sum.fma(r, DoubleVector.broadcast(SPECIES, 1.0 / 2));
			var expm1 = r.mul(r).fma(sum, r);
			var scale = rounded.viewAsIntegralLanes()
				.add(1023)
				.lanewise(VectorOperators.LSHL, 52)
				.viewAsFloatingLanes();
			expm1.add(1).mul(scale).intoArray(y, i);
		}
		for (int i = whole; i < x.length; i++) {
			y[i] = Elementary.exp(x[i]);
		}
	}

	/** Whether a magnitude is above the limit; that of NaN is not. */
	private static boolean anyBeyond(double limit, double[] x, int to) {
		var largest = DoubleVector.zero(SPECIES);
		for (int i = 0; i < to; i += LENGTH) {
			var magnitude = DoubleVector.fromArray(SPECIES, x, i).abs();
			largest = largest.blend(magnitude, magnitude.compare(VectorOperators.GT, largest));
		}
		return largest.compare(VectorOperators.GT, limit).anyTrue();
	}

	/** {@code y = tanh x}; the arrays may be the same. */
	static void tanh(double[] x, double[] y) {
		int whole = SPECIES.loopBound(x.length);
		for (int i = 0; i < whole; i += LENGTH) {
			var argument = DoubleVector.fromArray(SPECIES, x, i);
			var v = argument.abs().mul(2);
			v = v.blend(Elementary.TANH_LIMIT, v.compare(VectorOperators.GT, Elementary.TANH_LIMIT));
			var rounded = v.mul(Elementary.LOG2_E).add(Elementary.ROUNDER);
			var k = rounded.sub(Elementary.ROUNDER);
			var r = k.fma(DoubleVector.broadcast(SPECIES, -Elementary.LN2_HIGH), v);
			r = k.fma(DoubleVector.broadcast(SPECIES, -Elementary.LN2_LOW), r);
			var sum = DoubleVector.broadcast(SPECIES, 1.0 / 6227020800L);
			sum = sum.fma(r, DoubleVector.broadcast(SPECIES, 1.0 / 479001600));
			sum = sum.fma(r, DoubleVector.broadcast(SPECIES, 1.0 / 39916800));
			sum = sum.fma(r, DoubleVector.broadcast(SPECIES, 1.0 / 3628800));
			sum = sum.fma(r, DoubleVector.broadcast(SPECIES, 1.0 / 362880));
			sum = sum.fma(r, DoubleVector.broadcast(SPECIES, 1.0 / 40320));
			sum = sum.fma(r, DoubleVector.broadcast(SPECIES, 1.0 / 5040));
			sum = sum.fma(r, DoubleVector.broadcast(SPECIES, 1.0 / 720));
			sum = sum.fma(r, DoubleVector.broadcast(SPECIES, 1.0 / 120));
			sum = sum.fma(r, DoubleVector.broadcast(SPECIES, 1.0 / 24));
			sum = sum.fma(r, DoubleVector.broadcast(SPECIES, 1.0 / 6));
			sum = sum.fma(r, DoubleVector.broadcast(SPECIES, 1.0 / 2));
			var expm1 = r.mul(r).fma(sum, r);
			var scale = rounded.viewAsIntegralLanes()
				.add(1023)
				.lanewise(VectorOperators.LSHL, 52)
				.viewAsFloatingLanes();
			expm1 = scale.fma(expm1, scale.sub(1));
			var sign = argument.viewAsIntegralLanes().and(Long.MIN_VALUE);
			expm1.div(expm1.add(2)).viewAsIntegralLanes().or(sign).viewAsFloatingLanes().intoArray(y, i);
		}
		for (int i = whole; i < x.length; i++) {
			y[i] = Elementary.tanh(x[i]);
		}
	}

	/** {@code y = log(1 + y)} for y in [0, 1]. */
	static void log1p(double[] y) {
		int whole = SPECIES.loopBound(y.length);
		for (int i = 0; i < whole; i += LENGTH) {
			var u = DoubleVector.fromArray(SPECIES, y, i);
			var s = u.div(u.add(2));
			var square = s.mul(s);
			var sum = DoubleVector.broadcast(SPECIES, 2.0 / 35);
			sum = sum.fma(square, DoubleVector.broadcast(SPECIES, 2.0 / 33));
			sum = sum.fma(square, DoubleVector.broadcast(SPECIES, 2.0 / 31));
			sum = sum.fma(square, DoubleVector.broadcast(SPECIES, 2.0 / 29));
			sum = sum.fma(square, DoubleVector.broadcast(SPECIES, 2.0 / 27));
			sum = sum.fma(square, DoubleVector.broadcast(SPECIES, 2.0 / 25));
			sum = sum.fma(square, DoubleVector.broadcast(SPECIES, 2.0 / 23));
			sum = sum.fma(square, DoubleVector.broadcast(SPECIES, 2.0 / 21));
			sum = sum.fma(square, DoubleVector.broadcast(SPECIES, 2.0 / 19));
			sum = sum.fma(square, DoubleVector.broadcast(SPECIES, 2.0 / 17));
			sum = sum.fma(square, DoubleVector.broadcast(SPECIES, 2.0 / 15));
			sum = sum.fma(square, DoubleVector.broadcast(SPECIES, 2.0 / 13));
			sum = sum.fma(square, DoubleVector.broadcast(SPECIES, 2.0 / 11));
			sum = sum.fma(square, DoubleVector.broadcast(SPECIES, 2.0 / 9));
			sum = sum.fma(square, DoubleVector.broadcast(SPECIES, 2.0 / 7));
			sum = sum.fma(square, DoubleVector.broadcast(SPECIES, 2.0 / 5));
			sum = sum.fma(square, DoubleVector.broadcast(SPECIES, 2.0 / 3));
			s.mul(square).fma(sum, s.mul(2)).intoArray(y, i);
		}
		for (int i = whole; i < y.length; i++) {
			y[i] = Elementary.twiceArtanh(y[i] / (2 + y[i]));
		}
	}

}
