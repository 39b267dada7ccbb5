package dev.descent.engine.kernel;

/** Which kernels are asked for; all give the same bits. */
public enum KernelPreference {

	/** Scalar ones at first, vector ones as soon as they are faster. */
	AUTO,

	/** Plain loops. */
	SCALAR,

	/** SIMD from the first call, cold as it is. */
	VECTOR

}
