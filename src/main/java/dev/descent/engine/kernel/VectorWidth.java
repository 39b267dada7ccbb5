package dev.descent.engine.kernel;

import jdk.incubator.vector.DoubleVector;

/** The SIMD registers of this machine. */
final class VectorWidth {

	private VectorWidth() {
	}

	/** How many bits of doubles the JVM prefers to work on at a time. */
	static int preferredBits() {
		return DoubleVector.SPECIES_PREFERRED.vectorBitSize();
	}

}
